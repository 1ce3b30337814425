import * as v from "valibot";
import { slug as slugOf } from "#content/slug.ts";

const names = v.optional(v.array(v.string()), []);
const AnswerSchema = v.object({ slug: v.string(), stories: names, without: names });

/** The parts of an entry of `threads.json` that answers change; the rest of it stays. */
const EntrySchema = v.looseObject({ slug: v.optional(v.string()), name: v.optional(v.string()), stories: names, without: names });

const FormSchema = v.looseObject({
  suggested: v.nullish(v.record(v.string(), v.unknown()), {}),
  threads: v.nullish(v.array(v.unknown()), []),
});

/**
 * Puts the answers about suggested threads among the entries of `threads.json`. An answer changes the entry that its
 * thread has, and takes back what that said of the same stories before. A file that is not as it should be stays so.
 * @param form the form of `threads.json`, whose answers are entries as JSON
 * @returns the file, without answers
 */
export function answerThreads(form: unknown): Record<string, unknown> | undefined {
  const read = v.safeParse(FormSchema, form);
  if (!read.success) return undefined;
  const { suggested, threads, ...rest } = read.output;
  const answers = Object.values(suggested).flatMap((answer) =>
    typeof answer === "string" && answer !== "" ? v.parse(AnswerSchema, JSON.parse(answer)) : [],
  );
  return { ...rest, threads: answers.reduce(withAnswer, threads) };
}

type Answer = v.InferOutput<typeof AnswerSchema>;

function withAnswer(threads: unknown[], { slug, stories, without }: Answer): unknown[] {
  const at = threads.findIndex((thread) => v.is(EntrySchema, thread) && (thread.slug ?? slugOf(thread.name ?? "")) === slug);
  const before = at === -1 ? { slug, stories: [], without: [] } : v.parse(EntrySchema, threads[at]);
  const changed = {
    ...before,
    stories: [...new Set([...before.stories, ...stories])].filter((name) => !without.includes(name)),
    without: [...new Set([...before.without, ...without])].filter((name) => !stories.includes(name)),
  };
  return at === -1 ? [...threads, changed] : threads.with(at, changed);
}
