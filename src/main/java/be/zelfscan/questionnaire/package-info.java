/**
 * Instruments as data: the definition as records, loading, the schema check and the check for meaning.
 *
 * <p>A definition is a JSON file in {@code questionnaires/}, one file a version. {@link be.zelfscan.questionnaire.DefinitionReader} turns a
 * file into a {@link be.zelfscan.questionnaire.Questionnaire} or into all its faults at once. Everything here is immutable and pure but for
 * the loading.
 */
package be.zelfscan.questionnaire;
