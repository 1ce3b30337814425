import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { slug } from "#content/slug.ts";
import { CliError } from "./CliError.ts";

/**
 * Writes a Markdown file to begin a story with. Never overwrites.
 * @returns the file's path
 */
export async function newArticle(headline: string, content: string, now = new Date()): Promise<string> {
  const name = slug(headline);
  if (name === "") throw new CliError("A headline needs at least one letter or digit.");
  const folder = join(content, "articles");
  const file = join(folder, `${name}.md`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(file, draft(headline, now), { flag: "wx" });
  } catch (cause) {
    throw new CliError(
      `${file} could not be written: ${cause instanceof Error && "code" in cause && cause.code === "EEXIST" ? "it already exists" : String(cause)}.`,
      { cause },
    );
  }
  return file;
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
