package be.zelfscan.report;

import be.zelfscan.questionnaire.Questionnaire;
import be.zelfscan.questionnaire.QuestionnaireKey;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The preparation packs, each made once: a version never changes, and there are no more of them than this service has definitions. Thread-safe. */
@Singleton
class PreparationPacks {
    private final PreparationPack pack;
    private final ReportRoom room;
    private final Map<QuestionnaireKey, byte[]> made = new ConcurrentHashMap<>();

    PreparationPacks(PreparationPack pack, ReportRoom room) {
        this.pack = pack;
        this.room = room;
    }

    /** The bytes are shared: nobody may change them. @throws ReportRoom.Full when there is no room to make it */
    byte[] of(Questionnaire questionnaire) {
        byte[] known = made.get(questionnaire.key());
        return known != null ? known : room.make(() -> made.computeIfAbsent(questionnaire.key(), key -> pack.pdf(questionnaire)));
    }
}
