import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { instantOf, localMinute } from "#compiler/text/instantOf.ts";
import type { Settings } from "#compiler/settings/settings.ts";
import { slug } from "#content/slug.ts";
import { CliError } from "./CliError.ts";
import { requireFolder } from "./options.ts";

/**
 * Writes a Markdown file in which to begin a story. Never overwrites.
 * @returns the file's path
 */
export async function newArticle(headline: string, content: string, now = new Date()): Promise<string> {
  const name = nameOf(headline);
  return begin(join(content, "articles"), name, draft(headline, now, await settingsOf(content)));
}

/**
 * Writes a Markdown file in which to begin a post of a live blog. Never overwrites.
 * @param story the name of the story's file, without its extension
 * @returns the file's path
 */
export async function newPost(headline: string, story: string, content: string, now = new Date()): Promise<string> {
  const folder = join(content, "articles", story);
  const files = [...["md", "mdx", "json"].map((extension) => `${folder}.${extension}`), join(folder, "index.md")];
  if (!files.some((file) => existsSync(file))) throw new CliError(`There is no story ${folder}.md to which a post could belong.`);
  const name = nameOf(headline);
  return begin(join(folder, "posts"), name, post(headline, now, await settingsOf(content)));
}

type PaperSettings = Pick<Settings, "sections" | "timeZone">;

/** A build reports what is wrong with the settings; a story can be begun all the same. */
async function settingsOf(content: string): Promise<PaperSettings> {
  requireFolder(content);
  const { readSettings } = await import("#compiler/settings/readSettings.ts");
  const read = await readSettings(content);
  return "settings" in read ? read.settings : { sections: [], timeZone: "UTC" };
}

/** To the minute, by the paper's clock. */
function momentOf(now: Date, { timeZone }: PaperSettings): string {
  return instantOf(localMinute(now, timeZone), timeZone) ?? now.toISOString();
}

function nameOf(headline: string): string {
  const name = slug(headline);
  if (name === "") throw new CliError("A headline needs at least one letter or digit.");
  return name;
}

async function begin(folder: string, name: string, text: string): Promise<string> {
  const file = join(folder, `${name}.md`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (cause) {
    throw new CliError(
      `${file} could not be written: ${cause instanceof Error && "code" in cause && cause.code === "EEXIST" ? "it already exists" : String(cause)}.`,
      { cause },
    );
  }
  return file;
}

function post(headline: string, now: Date, settings: PaperSettings): string {
  return `---
headline: ${JSON.stringify(headline)}
date: ${momentOf(now, settings)}
author: []
draft: true # take this line out to publish
---

What has happened.
`;
}

/** All fields but headline and datePublished may be left empty or removed. */
function draft(headline: string, now: Date, settings: PaperSettings): string {
  const sections = settings.sections.map(({ name }) => name.replace(/\s+/gu, " ")).join(", ");
  return `---
headline: ${JSON.stringify(headline)}
standfirst: ""
section: ""${sections && ` # ${sections}`}
authors: []
datePublished: ${momentOf(now, settings)}
dateline: ""
topics: []
places: []
# image: { file: ../pictures/NAME.jpg, alt: "What it shows", caption: "", credit: "" }
draft: true # take this line out to publish
---

The first paragraph.
`;
}
