import { loadDrawing } from "../../features/charts/drawChart.ts";
import type { Source } from "../source.ts";
import { EXTENSIONS, formOf, isOfPages, needsFrontMatter } from "./forms.ts";

/** Markdown with front matter, as in Broadsheet's own editions, Jekyll, Eleventy, Hugo and Astro, and other text with such front matter. */
export const markdownSource: Source = {
  name: "Markdown",
  extensions: EXTENSIONS,
  reads: ({ path, text }) => formOf(path) !== undefined && (!needsFrontMatter(path) || isStory(path, text)),
  read: async (file, context) => {
    await loadDrawing(file.text);
    // The parsers of YAML, TOML, Markdown and HTML are slow to load, and most later builds have no changed file to parse.
    if (context.hasPages && isOfPages(file.path, context.settings.pages)) return (await import("./readPage.ts")).readPage(file, context);
    if (DRAWING.test(file.text)) {
      context.skip("It is a drawing of Excalidraw, not a text.", "meant");
      return [];
    }
    const { readMarkdown } = await import("./readMarkdown.ts");
    return readMarkdown(file, context, await context.fieldsBeside?.(file.path));
  },
};

/** A site's templates and lists have front matter too; a post has a date, in a field or in its name. Nikola's header is only in posts. */
function isStory(path: string, text: string): boolean {
  if (/^\uFEFF?\s*<!--\s*\.\.[ \t]+[\w-]+:(?!:)/u.test(text)) return !OF_TEMPLATES.test(path);
  const [, , matter] = /^\uFEFF?\s*(-{3,}|\+{3}) *\n([\s\S]*?\n)\1 *(?:\n|$)/u.exec(text) ?? [];
  if (matter === undefined || OF_TEMPLATES.test(path)) return false;
  return /^["']?(?:date|datePublished|pubDate|publishDate|published|publishedAt)["']?\s*[:=]/imu.test(matter) || OF_POSTS.test(path);
}

/** Obsidian keeps a drawing in a file of Markdown, with its data and labels as text. */
const DRAWING = /^---\n(?:(?!---).*\n)*?excalidraw-plugin:/u;

const OF_TEMPLATES = /(?:^|\/)(?:_layouts|_includes|layouts|templates|archetypes|themes)\//iu;
const OF_POSTS = /(?:^|\/)(?:_posts|_drafts)\/|(?:^|\/)\d{4}-\d{1,2}-\d{1,2}-[^/]+$/iu;
