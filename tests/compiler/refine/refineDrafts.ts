import * as v from "valibot";
import { type Article, ArticleSchema } from "#content/article.ts";
import type { Draft } from "../../../src/compiler/draft/draft.ts";
import type { Problem } from "../../../src/compiler/draft/problem.ts";
import { refine } from "../../../src/compiler/refine/refine.ts";
import { released } from "../../../src/compiler/refine/released.ts";
import { SettingsSchema } from "../../../src/compiler/settings/settings.ts";

export const text = (words: string) => ({ type: "text" as const, text: words });
export const paragraph = (words: string) => ({ type: "paragraph" as const, children: [text(words)] });

/** A draft with the least it needs. */
export function draft(own: Partial<Draft> = {}): Draft {
  return {
    file: "story.md",
    headline: "A story",
    datePublished: "2024-01-01",
    body: [paragraph("Text.")],
    authors: [],
    topics: [],
    places: [],
    corrections: [],
    citations: [],
    oldUrls: [],
    ...own,
  };
}

/** Refines drafts under settings; every article is held against the contract. */
export function refineDrafts(drafts: Partial<Draft>[], given: object = {}, now = Date.now()) {
  const problems: Problem[] = [];
  const settings = v.parse(SettingsSchema, given);
  const report = (problem: Problem) => void problems.push(problem);
  const { open, skipped: keptBack } = released(drafts.map(draft), settings, report, { now });
  const { articles, skipped: joined } = refine(open, settings, report);
  const skipped = [...keptBack, ...joined];
  for (const article of articles) v.assert(ArticleSchema, article);
  return { articles, skipped, problems, messages: problems.map(({ message }) => message) };
}

/** The one article of one draft. */
export function refineOne(own: Partial<Draft>, given: object = {}): Article {
  const [article] = refineDrafts([own], given).articles;
  if (article === undefined) throw new Error("The draft was skipped.");
  return article;
}
