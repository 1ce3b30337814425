import * as v from "valibot";
import { ImageSchema } from "../image.ts";
import { InlinesSchema, LinkUrlSchema } from "./inline.ts";

/** What a build adds to a game: its id, its sealed solutions (see sealed.ts), and where a feed or book says that it can be played. */
const MADE = { id: v.optional(v.string()), solutions: v.optional(v.string()), elsewhere: v.optional(v.string()) };

/** Until its solutions are sealed, a question says what is right: the numbers of answers, counted from 1. */
const QuestionSchema = v.object({
  question: InlinesSchema,
  image: v.optional(ImageSchema),
  answers: v.array(InlinesSchema),
  /** Whether more than one answer may be chosen. */
  several: v.optional(v.boolean()),
  right: v.optional(v.array(v.number())),
  explanation: v.optional(InlinesSchema),
  link: v.optional(LinkUrlSchema),
});

export const QuizSchema = v.object({ title: v.optional(InlinesSchema), questions: v.array(QuestionSchema), ...MADE });

export type Question = v.InferOutput<typeof QuestionSchema>;
export type Quiz = v.InferOutput<typeof QuizSchema>;
