import { solutionsOf } from "#content/blocks/quiz.ts";
import { isMissing, isRecord, listed, numberIn, type Raw, scalarText } from "../../text/jsonRecord.ts";
import type { ArticleContext } from "./articleContext.ts";
import { reportKeys } from "./reportUnknown.ts";

const FORM = "docs/games.md has an example.";
const FIELDS = "question image answers several right explanation link".split(" ");

/**
 * The fields of a quiz in the form of the contract. A question that cannot be asked is reported and left out: as plain text it
 * would tell what is right.
 * @returns undefined if no question is left
 */
export function completeQuiz(raw: Raw, path: string, context: ArticleContext): Raw | undefined {
  const fail = (place: string, what: string, remedy = FORM): undefined => {
    context.warn(place, what, "warning", remedy);
  };
  const given = raw["questions"];
  if (!Array.isArray(given) || given.length === 0)
    return fail(
      `${path}.questions`,
      "The quiz has no list of questions, so it was left out.",
      `Give it "questions", each with a hyphen; ${FORM}`,
    );
  const isSealed = raw["solutions"] !== undefined;
  const questions = given.flatMap(
    (question: unknown, at) => readQuestion(question, at, `${path}.questions.${at}`, isSealed, context) ?? [],
  );
  if (questions.length === 0) return fail(path, "No question of the quiz can be asked, so it was left out.");
  const title = isMissing(raw["title"]) ? {} : { title: asWords(raw["title"]) };
  if (!isSealed) return { type: "quiz", ...title, questions };
  const solutions = scalarText(raw["solutions"]);
  if (solutionsOf({ questions: questions.map(() => ({ question: [], answers: [] })), solutions }).length === 0)
    return fail(
      `${path}.solutions`,
      "The solutions of the quiz are damaged, so it was left out.",
      "Copy the quiz again, or write them anew.",
    );
  return { ...raw, ...title, questions, solutions };
}

function readQuestion(value: unknown, at: number, path: string, isSealed: boolean, context: ArticleContext): Raw | undefined {
  const name = `Question ${at + 1} of the quiz`;
  const fail = (field: string, why: string, remedy = FORM): undefined => {
    context.warn(field === "" ? path : `${path}.${field}`, `${name} ${why}, so it was left out.`, "warning", remedy);
  };
  if (!isRecord(value)) return fail("", "is no question with fields", `Write "question:" before it; ${FORM}`);
  reportKeys({ ...value, type: "a question" }, path, FIELDS, context);
  if (isMissing(value["question"])) return fail("question", "has no text", 'Write it after "question:".');
  if (!Array.isArray(value["answers"])) return fail("answers", "has no list of answers", `Write each answer after a hyphen; ${FORM}`);
  const answers: unknown[] = value["answers"];
  const empty = answers.findIndex(isMissing);
  if (empty !== -1) return fail(`answers.${empty}`, `has nothing as answer ${empty + 1}`, "Write the answer, or remove the hyphen.");
  if (answers.length < 2)
    return fail("answers", `has ${answers.length === 0 ? "no answer" : "only one answer"}`, "Give it two answers or more.");
  const words = { question: asWords(value["question"]), answers: answers.map(asWords) };
  const { image, several, explanation, link } = value;
  const own = { ...words, ...(!isMissing(image) && { image }), ...(several === true && { several }) };
  if (isSealed) return own;
  const right = isMissing(value["right"]) ? [] : listed(value["right"]).map(numberIn);
  if (right.length === 0)
    return fail("right", "does not say which answer is right", `Add "right:" and the number of the answer, counted from 1.`);
  const wrong = right.find((number) => !Number.isInteger(number) || number < 1 || number > answers.length);
  if (wrong !== undefined)
    return fail(
      "right",
      `says that "${listed(value["right"]).map(scalarText).join(", ")}" is right, but its answers are 1 to ${answers.length}`,
      `Write the number of the right answer, or several as [1, ${answers.length}].`,
    );
  const more = { ...(!isMissing(explanation) && { explanation: asWords(explanation) }), ...(!isMissing(link) && { link }) };
  return { ...own, right: [...new Set(right)].toSorted((a, b) => a - b), ...more };
}

/** Years, and `yes` or `true`, are answers too. */
const asWords = (value: unknown): unknown => (typeof value === "number" || typeof value === "boolean" ? String(value) : value);
