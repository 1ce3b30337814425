import { link } from "../../src/compiler/link/link.ts";
import { readSettings } from "../../src/compiler/settings/readSettings.ts";
import { refine } from "../../src/compiler/refine/refine.ts";
import { released } from "../../src/compiler/refine/released.ts";
import type { Settings } from "../../src/compiler/settings/settings.ts";
import { readDrafts } from "../../src/compiler/reading/readDrafts.ts";
import type { Article } from "../../src/content/article.ts";

/** The articles of a content folder as in a build, oldest first. */
export async function readArchive(content: string): Promise<{ articles: Article[]; settings: Settings }> {
  const given = await readSettings(content);
  if ("problems" in given) throw new Error(given.problems.map(({ message }) => message).join("\n"));
  const { drafts } = await readDrafts(content, given.settings, () => {});
  const { articles } = refine(released(drafts, given.settings, () => {}).open, given.settings, () => {});
  return { articles: link(articles, given.settings).stories.map(({ article }) => article), settings: given.settings };
}
