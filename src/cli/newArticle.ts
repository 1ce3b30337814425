import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { slug } from "#content/slug.ts";
import { CliError } from "./CliError.ts";

/**
 * Writes a Markdown file to begin a story with. Never overwrites.
 * @returns the file's path
 */
export async function newArticle(headline: string, content: string, now = new Date()): Promise<string> {
  return begin(join(content, "articles"), nameOf(headline), draft(headline, now));
}

/**
 * Writes a Markdown file to begin a post of a live blog with. Never overwrites.
 * @param story the name of the story's file, without its ending
 * @returns the file's path
 */
export async function newPost(headline: string, story: string, content: string, now = new Date()): Promise<string> {
  const folder = join(content, "articles", story);
  const files = [...["md", "mdx", "json"].map((extension) => `${folder}.${extension}`), join(folder, "index.md")];
  if (!files.some((file) => existsSync(file))) throw new CliError(`There is no story ${folder}.md to which a post could belong.`);
  return begin(join(folder, "posts"), nameOf(headline), post(headline, now));
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

function post(headline: string, now: Date): string {
  return `---
headline: ${JSON.stringify(headline)}
date: ${now.toISOString().slice(0, 16)}:00Z
author: []
draft: true # take this line out to publish
---

What has happened.
`;
}

/** Everything but headline and datePublished may stay empty or go. */
function draft(headline: string, now: Date): string {
  return `---
headline: ${JSON.stringify(headline)}
standfirst: ""
section: ""
authors: []
datePublished: ${now.toISOString().slice(0, 16)}:00Z
dateline: ""
topics: []
places: []
draft: true # take this line out to publish
---

The first paragraph.
`;
}
