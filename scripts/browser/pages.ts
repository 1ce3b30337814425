import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ArticlePageSchema } from "../../src/content/articlePage.ts";
import { articlePath, subjectPath } from "../../src/content/paths.ts";
import { parse } from "../../src/content/parse.ts";

/** The addresses that are measured, by what is measured there. */
export type Pages = { front: string; topic: string; article: string; withPicture: string };

/** A story of the middle of the archive with a picture, the one before it without, and the first of its topics. */
export function measuredPages(site: string, stories: number): Pages {
  const middle = Math.floor(stories / 4) * 2;
  const read = (slug: string) => {
    const file: unknown = JSON.parse(readFileSync(join(site, "data", "article", `${slug}.json`), "utf8"));
    return parse(ArticlePageSchema, file, "article").article;
  };
  const [topic] = read(`story-${middle}`).topics;
  if (!topic) throw new Error("The story has no topic.");
  return {
    front: "/",
    topic: subjectPath("topic", topic.slug),
    article: articlePath(`story-${middle}`),
    withPicture: articlePath(`story-${middle + 1}`),
  };
}
