import * as v from "valibot";
import { ArticleSchema } from "#content/article.ts";
import type { Draft } from "../../../src/compiler/draft/draft.ts";
import type { Problem, Report } from "../../../src/compiler/draft/problem.ts";
import { refine } from "../../../src/compiler/refine/refine.ts";
import { released } from "../../../src/compiler/refine/released.ts";
import { makeSettings } from "../makeSettings.ts";

/** Makes articles of what a format reads, and requires of them what readers rely on. @throws what is wrong with an article or a problem */
export async function asArticles(read: (report: Report) => Promise<Draft[]>): Promise<void> {
  const problems: Problem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const { open } = released(await read(report), makeSettings(), report);
  for (const article of refine(open, makeSettings(), report).articles) {
    v.assert(ArticleSchema, article);
    requireSafeAddresses(article);
  }
  for (const { file, message } of problems) if (file === "" || message === "") throw new Error(`A problem without a file or a message.`);
}

/** @throws if an address in a value could run something, or leads to another host without saying so */
export function requireSafeAddresses(value: unknown): void {
  for (const url of urlsIn(value)) if (!SAFE.test(url)) throw new Error(`An address that is not safe: ${url.slice(0, 40)}`);
}

const SAFE = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/iu;

function urlsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "string" && ["url", "frame"].includes(key) ? [inner] : urlsIn(inner),
  );
}
