package be.zelfscan.organisation.sheet;

import be.zelfscan.activity.Action;
import be.zelfscan.activity.ActivityLog;
import be.zelfscan.organisation.Net;
import be.zelfscan.organisation.NetQueries;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes the net as a sheet that imports again without a change. */
@Singleton
class ExportSheet {
    private final NetQueries net;
    private final ActivityLog log;

    ExportSheet(NetQueries net, ActivityLog log) {
        this.net = net;
        this.log = log;
    }

    @Transactional
    byte[] xlsx() {
        log.note(Action.exported, Net.ID, "scholengroepen, centra, vestigingen en mensen (XLSX)");
        ExportRows rows = new ExportRows(net.read());
        return XlsxWriter.write(rows::of);
    }

    @Transactional
    byte[] csv() {
        log.note(Action.exported, Net.ID, "scholengroepen, centra, vestigingen en mensen (CSV)");
        return CsvWriter.write(new ExportRows(net.read()).of(SheetKind.flat));
    }

    /** The same workbook without anything in it. */
    byte[] template() {
        return XlsxWriter.write(kind -> List.of());
    }
}
