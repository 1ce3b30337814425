import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../../../src/compiler/draft/draft.ts";
import { openArchiveFile } from "../../../src/compiler/importing/openArchiveFile.ts";
import type { ArchiveFormat, ArchiveFile } from "../../../src/compiler/formats/archiveFormat.ts";
import { archives } from "../../../src/compiler/formats/archives.ts";
import { articleSource } from "../../../src/compiler/reading/article/articleSource.ts";
import { decode } from "../../../src/compiler/text/decode.ts";
import { markdownSource } from "../../../src/compiler/reading/markdown/markdownSource.ts";
import type { Source } from "../../../src/compiler/reading/source.ts";
import { XmlError } from "../../../src/compiler/xml/XmlError.ts";
import { makeSettings } from "../makeSettings.ts";
import { readArchive } from "../readArchive.ts";

/** A format, and a valid file of it. */
export type FuzzFormat = { name: string; seed: Uint8Array; read: (bytes: Uint8Array) => Promise<Draft[]> };

const FIXTURES = join(import.meta.dirname, "../../fixtures");

/** All formats, each with its smallest fixture that has no faults. */
export function fuzzFormats(): FuzzFormat[] {
  return [
    ...archives.map((archive) => {
      const file = smallestOf(archive.name, /^source\d*\./u);
      const { beside } = openArchiveFile("source.dat", file);
      return { name: archive.name, seed: readFileSync(file), read: (bytes: Uint8Array) => ofArchive(archive, bytes, beside) };
    }),
    {
      name: "markdown",
      seed: readFileSync(smallestOf("markdown", /\.md$/u)),
      read: (bytes) => ofSource(markdownSource, "story.md", bytes),
    },
    {
      name: "article",
      seed: readFileSync(smallestOf("article", /(?<!expected|edition)\.json$/u)),
      read: (bytes) => ofSource(articleSource, "story.json", bytes),
    },
  ];
}

/** @returns where the file lies */
function smallestOf(name: string, pattern: RegExp): string {
  const folder = join(FIXTURES, name);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => pattern.test(path.split(/[\\/]/u).at(-1) ?? "") && !/draft|fault|README/u.test(path))
    .map((path) => join(folder, path))
    .toSorted((a, b) => statSync(a).size - statSync(b).size);
  // Smaller ones hold no story, but for a format whose stories are in other files.
  const smallest = files.find((path) => statSync(path).size > 400) ?? files[0];
  if (smallest === undefined) throw new Error(`There is no fixture of ${name} to change.`);
  return smallest;
}

/** A format may throw an XmlError, which says where and why; the import reports it. */
async function ofArchive(archive: ArchiveFormat, bytes: Uint8Array, beside: ArchiveFile["beside"]): Promise<Draft[]> {
  try {
    return (await readArchive(archive, "source.dat", bytes, {}, beside)).drafts;
  } catch (error) {
    if (error instanceof XmlError) return [];
    throw error;
  }
}

async function ofSource(source: Source, path: string, bytes: Uint8Array): Promise<Draft[]> {
  const file = { path, text: decode(bytes).text };
  const pictures = { find: () => ({ reason: "is not there" }), files: () => [] };
  const none = () => {};
  return source.reads(file)
    ? source.read(file, { settings: makeSettings(), pictures, report: none, once: none, skip: none, inherited: () => [] })
    : [];
}
