import { csvFormatBody, csvFormatRows } from "d3-dsv";
import { strToU8, zipSync } from "fflate";
import type { OutsideLink } from "#content/library/outsideLink.ts";
import type { LibraryRecord, LibraryValue } from "#content/library/libraryRecord.ts";
import { articlePath } from "#content/paths.ts";
import { hitFragment } from "../../search/hitFragment.ts";

type Mark = LibraryValue<"highlight">;
type Resolve = (path: string) => string;

/** A Markdown file per story, by file name, for Obsidian and others: highlights with their notes, each with a link to its place. */
export function notesInMarkdown(records: readonly LibraryRecord[], resolve: Resolve): Map<string, string> {
  const stories = new Map<string, Mark[]>();
  for (const mark of marksOf(records)) stories.set(mark.slug, [...(stories.get(mark.slug) ?? []), mark]);
  return new Map([...stories].map(([slug, marks]) => [`${slug}.md`, noteOf(marks, resolve)]));
}

function noteOf(marks: Mark[], resolve: Resolve): string {
  const [first] = marks;
  if (!first) return "";
  // A JSON string is also a YAML string (YAML 1.2.2, section 1.2).
  const head = [`title: ${JSON.stringify(first.headline)}`, `url: ${JSON.stringify(resolve(articlePath(first.slug)))}`];
  if (first.inLanguage) head.push(`lang: ${JSON.stringify(first.inLanguage)}`);
  const parts = marks.map((mark) => [quoted(mark.passage.exact), mark.note && escaped(mark.note), `<${linkTo(mark, resolve)}>`]);
  return [`---\n${head.join("\n")}\n---`, ...parts.flat().filter(Boolean)].join("\n\n") + "\n";
}

const quoted = (text: string): string =>
  escaped(text)
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");

/** Escapes characters that have a meaning in Markdown (CommonMark 0.31, section 2.4), at the start of a line or anywhere. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>]/gu, "\\$&")
    .replace(/^(\s*)([#+=~-]|\d+(?=[.)]))/gmu, (_all, room: string, sign: string) =>
      /\d/u.test(sign) ? `${room}${sign}\\` : `${room}\\${sign}`,
    );
}

/** The files that `notesInMarkdown` makes, as a ZIP file. */
export function zipped(files: ReadonlyMap<string, string>): Uint8Array {
  return zipSync(Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)])));
}

/**
 * Writes files into a folder that the reader picks, such as an Obsidian vault: into a subfolder for the paper, so that their
 * own notes are never overwritten, only files from an earlier export.
 */
export async function writeInto(picked: FileSystemDirectoryHandle, paper: string, files: ReadonlyMap<string, string>): Promise<void> {
  const folder = await picked.getDirectoryHandle(folderOf(paper), { create: true });
  for (const [name, text] of files) {
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}

/** The name of a paper as a valid name for a folder. */
export function folderOf(paper: string): string {
  const name = paper.replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, " ").replace(/^[ .]+|[ .]+$/gu, "");
  return name || "Highlights";
}

/** Highlights in the columns that Readwise imports (https://docs.readwise.io/readwise/docs/importing-highlights/csv). */
export function readwiseCsv(records: readonly LibraryRecord[], author: string, resolve: Resolve): string {
  const rows = marksOf(records).map((mark) => [
    mark.passage.exact,
    mark.headline,
    author,
    linkTo(mark, resolve),
    mark.note ?? "",
    String(mark.passage.start),
    new Date(mark.madeAt).toISOString(),
  ]);
  return csvFormatRows([["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"], ...rows]);
}

/** Highlights as cards for Anki (https://docs.ankiweb.net/importing/text-files.html). The front is the note, or else the headline. */
export function cardsCsv(records: readonly LibraryRecord[], resolve: Resolve): string {
  const rows = marksOf(records).map((mark) => [mark.note ?? mark.headline, `${mark.passage.exact}\n${linkTo(mark, resolve)}`, mark.slug]);
  return `#separator:Comma\n#html:false\n#columns:Front,Back,Tags\n#tags column:3\n${csvFormatRows(rows)}`;
}

/** Without it, Excel reads a CSV file in an older encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The saved and the opened stories as a table: address, headline, the time saved, the time opened. */
export function storiesCsv(records: readonly LibraryRecord[], resolve: Resolve): string {
  const stories = new Map<string, { url: string; title: string; saved: string; read: string }>();
  for (const { kind, value } of records) {
    if (!value || (kind !== "saved" && kind !== "read")) continue;
    const story = stories.get(value.slug) ?? { url: resolve(articlePath(value.slug)), title: value.headline, saved: "", read: "" };
    if ("savedAt" in value) story.saved = new Date(value.savedAt).toISOString();
    else story.read = new Date(value.readAt).toISOString();
    stories.set(value.slug, story);
  }
  return `${BYTE_ORDER_MARK}url,title,saved,read\n${csvFormatBody([...stories.values()], ["url", "title", "saved", "read"])}`;
}

/** Links to other sites in the columns that Pocket exported, which most services import. */
export function linksCsv(links: Iterable<OutsideLink>): string {
  const rows = [...links].map(({ url = "", title, savedAt, tags = [], read }) => [
    title,
    url,
    savedAt === undefined ? "" : String(Math.floor(savedAt / 1000)),
    tags.join("|"),
    read ? "archive" : "unread",
  ]);
  return csvFormatRows([["title", "url", "time_added", "tags", "status"], ...rows]);
}

/** The highlights that were not removed, story by story, in the order of the text. */
function marksOf(records: readonly LibraryRecord[]): Mark[] {
  const marks = records.flatMap(({ kind, value }) => (kind === "highlight" && value ? [value] : []));
  return marks.toSorted((a, b) => a.slug.localeCompare(b.slug) || a.passage.start - b.passage.start);
}

const linkTo = ({ slug, passage, inLanguage }: Mark, resolve: Resolve): string =>
  resolve(articlePath(slug)) + hitFragment({ text: passage.exact, marks: [] }, inLanguage);
