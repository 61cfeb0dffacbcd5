package be.zelfscan;

import be.zelfscan.questionnaire.BrokenDefinition;
import be.zelfscan.questionnaire.BrokenDefinition.Fault;
import be.zelfscan.questionnaire.DefinitionReader;
import be.zelfscan.questionnaire.Questionnaire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks definitions of instruments without starting anything. */
@Command(name = "check", description = "Check definitions of instruments; one line per fault.", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    /** It stands among the definitions, so that a pattern such as {@code questionnaires/*.json} names it too. */
    private static final String SCHEMA = "schema.json";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "definitions as JSON")
    private List<Path> files;

    @Override
    public Integer call() {
        DefinitionReader reader = DefinitionReader.alone();
        int wrong = 0;
        for (Path file : files) {
            wrong += check(reader, file) ? 0 : 1;
        }
        return wrong == 0 ? 0 : 1;
    }

    private boolean check(DefinitionReader reader, Path file) {
        if (file.endsWith(SCHEMA)) {
            spec.commandLine().getOut().printf("%s: the schema itself, not a definition%n", file);
            return true;
        }
        try {
            Questionnaire questionnaire = reader.read(file.toString(), Files.readAllBytes(file));
            spec.commandLine().getOut().printf("%s: %s, %s: correct%n", file, questionnaire.key(), questionnaire.isScaled()
                    ? "%d blocks, %d stages".formatted(questionnaire.blocks().size(), questionnaire.stages().size())
                    : "%d sections, no stages".formatted(questionnaire.sections().size()));
            return true;
        } catch (BrokenDefinition broken) {
            broken.faults().forEach(fault -> spec.commandLine().getErr().println(fault.line()));
        } catch (IOException problem) {
            String wrong = problem instanceof NoSuchFileException ? "there is no such file"
                    : "the file cannot be read (" + problem.getMessage() + ")";
            spec.commandLine().getErr().println(new Fault(file.toString(), "", wrong, "a definition as JSON").line());
        }
        return false;
    }
}
