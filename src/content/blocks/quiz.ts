import * as v from "valibot";
import type { Quiz } from "./games.ts";
import { InlinesSchema, LinkUrlSchema } from "./inline.ts";
import { seal, unseal } from "./sealed.ts";

const SolutionsSchema = v.array(
  v.object({ right: v.array(v.number()), explanation: v.optional(InlinesSchema), link: v.optional(LinkUrlSchema) }),
);

/** What is right of a question (numbers of answers, counted from 1), why, and where to read more. */
export type Solution = v.InferOutput<typeof SolutionsSchema>[number];

/** Moves the solutions of a quiz into one field that nobody can read by the way. */
export function sealedQuiz<Sealed extends Quiz>(quiz: Sealed): Sealed {
  if (quiz.solutions !== undefined) return quiz;
  const solutions: Solution[] = quiz.questions.map(({ right = [], explanation, link }) => ({
    right,
    ...(explanation && { explanation }),
    ...(link !== undefined && { link }),
  }));
  const questions = quiz.questions.map(({ question, image, answers, several, right = [] }) => ({
    question,
    ...(image && { image }),
    answers,
    ...((several === true || right.length > 1) && { several: true }),
  }));
  return { ...quiz, questions, solutions: seal(JSON.stringify(solutions)) };
}

/** The solutions of a sealed quiz, one for each question; none if they are damaged. */
export function solutionsOf({ questions, solutions = "" }: Pick<Quiz, "questions" | "solutions">): Solution[] {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), SolutionsSchema), unseal(solutions));
  return read.success && read.output.length === questions.length ? read.output : [];
}
