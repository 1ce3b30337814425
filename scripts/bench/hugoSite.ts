import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Story } from "./corpus.ts";

/** A plain site: topics, places, authors and sections with pages of 20 and three feeds each; no strips, search or compressed copies. */
const PLAIN = join(import.meta.dirname, "hugo");

/**
 * Additions for a site more like ours: two strips of four below a story; stories and the first page of each list as JSON too.
 * Still no search, archive by month, critical styles or compressed copies.
 */
const ALIKE = join(import.meta.dirname, "hugoAlike");

/**
 * Writes the source of a site for Hugo with the stories of a corpus.
 * @param content the corpus, see corpus.ts
 * @param alike whether it has strips, and JSON beside its pages
 */
export function writeHugoSite(content: string, folder: string, alike: boolean): void {
  cpSync(PLAIN, folder, { recursive: true });
  if (alike) cpSync(ALIKE, folder, { recursive: true });
  cpSync(join(content, "pictures"), join(folder, "static", "pictures"), { recursive: true });
  for (const [name, story] of storiesOf(content)) {
    const file = join(folder, "content", "articles", `${name}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, markdown(story));
  }
}

/** The stories of a corpus, each with the path of its file below `articles/`, without `.json`. */
export function storiesOf(content: string): [string, Story][] {
  const articles = join(content, "articles");
  return readdirSync(articles, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => [file.replace(/\.json$/u, ""), JSON.parse(readFileSync(join(articles, file), "utf8"))]);
}

/**
 * A story with JSON as its front matter.
 * @param fence the lines around that, for what takes JSON only as the YAML that it is as well
 */
export function markdown(
  { slug, headline, standfirst, section, authors, datePublished, topics, places, image, body }: Story,
  fence = "",
): string {
  const front = {
    title: headline,
    slug,
    date: datePublished,
    description: standfirst,
    sections: [section],
    authors: authors.map(({ name }) => name),
    topics,
    places,
    ...(image && { image: { url: `/${image.file}`, alt: image.alt, caption: image.caption } }),
  };
  const blocks = body.map(({ type, children }) => (type === "heading" ? "## " : "") + children.map(({ text }) => text).join(""));
  return `${fence}${JSON.stringify(front, null, 1)}\n${fence}\n${blocks.join("\n\n")}\n`;
}
