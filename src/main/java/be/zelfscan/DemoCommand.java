package be.zelfscan;

import be.zelfscan.chart.DataChartDrawing;
import be.zelfscan.database.StartProblem;
import be.zelfscan.mail.Mail.Attachment;
import be.zelfscan.mail.Mailbox;
import be.zelfscan.mail.MessageLedger;
import be.zelfscan.mail.Message;
import be.zelfscan.mail.ReceivedMail;
import be.zelfscan.questionnaire.Instruments;
import be.zelfscan.comparison.ChartOfScan;
import be.zelfscan.scan.ScanReading;
import be.zelfscan.scan.SentScan;
import be.zelfscan.start.Demonstration;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole main job without a browser, through the use cases that the pages go through: answers, sending, mail with the PDF. */
@Command(name = "demo", description = "Fill in and send an invented scan; "
        + "write its PDF, its chart and its mail.", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int MAIL_LIMIT_MS = 30_000;
    private static final int MAIL_STEP_MS = 50;
    /** What the service has for its pages and for the time that it runs; this command shows nothing and ends at once. */
    private static final Map<String, Object> LEFT_OUT = Map.of("zelfscan.demonstration.fill", false,
            "micronaut.metrics.enabled", false);

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for what is made; it is made when it is not there")
    private Path out;

    @Option(names = "--data", paramLabel = "DIR", description = "data folder; the usual one when it is not named")
    private Path data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            Files.createDirectories(out);
        } catch (IOException problem) {
            throw new StartProblem("The folder " + out + " cannot be made: " + problem.getMessage() + ".", problem);
        }
        ServiceSettings usual = ServiceSettings.ofDemonstration(System.getenv());
        ServiceSettings settings = data == null ? usual : usual.withFolders(data, data);
        Map<String, Object> properties = new HashMap<>(LEFT_OUT);
        properties.put("zelfscan.mail.smtp.host", "");
        try (RunningService service = RunningService.startWithoutServer(settings, properties)) {
            ApplicationContext context = service.context();
            UUID sentId = context.getBean(Demonstration.class).sendAnother();
            SentScan sent = context.getBean(ScanReading.class).sentScanForMail(sentId);
            write("datagrafiek.svg", context.getBean(DataChartDrawing.class)
                    .svg(ChartOfScan.of(sent, context.getBean(Instruments.class).get(sent.questionnaire())))
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            MessageLedger.Status message = delivered(context.getBean(MessageLedger.class), sentId);
            Mailbox mailbox = context.getBean(Mailbox.class);
            ReceivedMail mail = mailbox.newest().stream().filter(entry -> entry.recipient().equals(message.recipient())).findFirst()
                    .flatMap(entry -> mailbox.find(entry.id())).orElseThrow();
            write("bericht.eml", mailbox.raw(mail.id()).orElseThrow());
            for (Attachment attachment : mail.attachments()) {
                write(attachment.name(), attachment.content());
            }
        }
        return 0;
    }

    private static MessageLedger.Status delivered(MessageLedger ledger, UUID sentId) throws InterruptedException {
        for (int waited = 0; waited < MAIL_LIMIT_MS; waited += MAIL_STEP_MS) {
            MessageLedger.Status message = ledger.about(sentId).getFirst();
            if (message.state() == Message.State.delivered) {
                return message;
            }
            Thread.sleep(MAIL_STEP_MS);
        }
        throw new IllegalStateException("The mail was not delivered: " + ledger.about(sentId));
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = out.resolve(name);
        Files.write(file, content);
        spec.commandLine().getOut().println(file);
        spec.commandLine().getOut().flush();
    }
}
