/**
 * What is asked and what is answered: a question with its type, the six shapes an answer can have, and the contract of a type. Pure: it
 * knows neither the database nor HTTP.
 *
 * <p>A type of question is one class in a folder here, its properties in {@code src/main/resources/question/<id>.json}, and one template
 * ({@code src/main/jte/question/<id>.jte}). Types are found by injection; nothing outside of these folders names a type.
 */
package be.zelfscan.question;
