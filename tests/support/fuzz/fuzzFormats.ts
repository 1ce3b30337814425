import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../../../src/compiler/draft/draft.ts";
import type { Report } from "../../../src/compiler/draft/problem.ts";
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

/** A format, its smallest file of a story and other files of it. What reading reports goes to `report`. */
export type FuzzFormat = {
  name: string;
  seed: Uint8Array;
  others: Uint8Array[];
  read: (bytes: Uint8Array, report?: Report) => Promise<Draft[]>;
};

const FIXTURES = join(import.meta.dirname, "../../fixtures");

/** All formats, each with its fixtures that have no faults. */
export function fuzzFormats(): FuzzFormat[] {
  return [
    ...archives.map((archive) => {
      const files = filesOf(archive.name, /^source\d*\./u);
      const { beside } = openArchiveFile("source.dat", files.smallest);
      return {
        ...bytesOf(files),
        name: archive.name,
        read: (bytes: Uint8Array, report?: Report) => ofArchive(archive, bytes, beside, report),
      };
    }),
    {
      ...bytesOf(filesOf("markdown", /\.md$/u)),
      name: "markdown",
      read: (bytes, report) => ofSource(markdownSource, "story.md", bytes, report),
    },
    {
      ...bytesOf(filesOf("article", /(?<!expected|edition)\.json$/u)),
      name: "article",
      read: (bytes, report) => ofSource(articleSource, "story.json", bytes, report),
    },
  ];
}

const bytesOf = ({ smallest, all }: { smallest: string; all: string[] }): Pick<FuzzFormat, "seed" | "others"> => ({
  seed: readFileSync(smallest),
  others: all.filter((path) => path !== smallest).map((path) => readFileSync(path)),
});

/** Where the fixtures lie. */
function filesOf(name: string, pattern: RegExp): { smallest: string; all: string[] } {
  const folder = join(FIXTURES, name);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => pattern.test(path.split(/[\\/]/u).at(-1) ?? "") && !/draft|fault|README/u.test(path))
    .map((path) => join(folder, path))
    .toSorted((a, b) => statSync(a).size - statSync(b).size);
  // Smaller ones hold no story, but for a format whose stories are in other files.
  const smallest = files.find((path) => statSync(path).size > 400) ?? files[0];
  if (smallest === undefined) throw new Error(`There is no fixture of ${name} to change.`);
  return { smallest, all: files };
}

/** A format may throw an XmlError, which says where and why; the import reports it. */
async function ofArchive(archive: ArchiveFormat, bytes: Uint8Array, beside: ArchiveFile["beside"], report?: Report): Promise<Draft[]> {
  try {
    const { drafts, problems } = await readArchive(archive, "source.dat", bytes, {}, beside);
    for (const problem of problems) report?.(problem);
    return drafts;
  } catch (error) {
    if (error instanceof XmlError) return [];
    throw error;
  }
}

/** Reads one file in a source's format. */
export async function ofSource(source: Source, path: string, bytes: Uint8Array, report: Report = () => {}): Promise<Draft[]> {
  const file = { path, text: decode(bytes).text };
  const pictures = { find: () => ({ reason: "is not there" }), files: () => [] };
  const none = () => {};
  return source.reads(file)
    ? source.read(file, {
        settings: makeSettings(),
        pictures,
        report,
        once: (_, problem) => report(problem),
        skip: none,
        inherited: () => [],
      })
    : [];
}
