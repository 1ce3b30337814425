import { strFromU8, unzipSync } from "fflate";
import type { Quote } from "#content/library/outsideLink.ts";
import { readBookmarks } from "./bookmarks.ts";
import { type Fault, type Found, type FoundLink, joined } from "./found.ts";
import { readJson } from "./json.ts";
import { readTable } from "./tables.ts";

/** Bytes of a file that is read, and of all that is unpacked of an archive: a phone has room for no more. */
const MOST_BYTES = 256 * 2 ** 20;

/** What of an archive is looked at. The texts of pages, which Omnivore adds, stay packed. */
const WANTED = /^(?!content\/|.*\/content\/|__MACOSX\/).*\.(?:csv|json|html?|md)$/iu;

/**
 * What files of other services say, each page once. Which service a file is
 * from is seen by what is in it, so that no reader need know its format.
 */
export async function readExports(files: readonly File[]): Promise<Found> {
  const links: FoundLink[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    const found = await readExport(file);
    links.push(...found.links);
    faults.push(...found.faults);
  }
  return { links: await joined(links), faults };
}

async function readExport(file: File): Promise<Found> {
  const { name, size } = file;
  const fail = (reason: string): Found => ({ links: [], faults: [{ file: name, reason }] });
  if (size > MOST_BYTES) return fail(`is larger than ${MOST_BYTES / 2 ** 20} MB`);
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return fail("cannot be read");
  const start = new Uint8Array(bytes, 0, Math.min(4, size));
  // A ZIP file begins with a local file header (APPNOTE, section 4.3.7).
  if (strFromU8(start, true).startsWith("PK\u0003\u0004")) return readArchive(new Uint8Array(bytes), name);
  return readText(textOf(new Uint8Array(bytes)), name);
}

/**
 * Text in UTF-8, in UTF-16 with a byte order mark, or else in the encoding that
 * Excel and old browsers write in most of Europe and America.
 */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\uFFFD/gu)?.length ?? 0;
  if (broken === 0) return text;
  // A file in UTF-8 that was cut off, or has one bad byte, has more letters that are whole.
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return broken > whole ? new TextDecoder("windows-1252").decode(bytes) : text;
}

/** @param quotesOf what was marked in a page of Omnivore, by its slug */
async function readText(text: string, file: string, quotesOf?: (slug: string) => Quote[]): Promise<Found> {
  const [sign] = text.replace(/^\uFEFF/u, "").trimStart();
  if (sign === undefined) return { links: [], faults: [{ file, reason: "is empty" }] };
  if (sign === "<") return readBookmarks(text, file);
  if (sign === "[" || sign === "{") return readJson(text, file, quotesOf);
  return readTable(text, file);
}

async function readArchive(bytes: Uint8Array, archive: string): Promise<Found> {
  const found: Found = { links: [], faults: [] };
  let size = 0;
  let files: Record<string, Uint8Array> = {};
  try {
    files = unzipSync(bytes, { filter: ({ name, originalSize }) => WANTED.test(name) && (size += originalSize) <= MOST_BYTES });
  } catch (error) {
    found.faults.push({ file: archive, reason: `is a damaged ZIP file: ${error instanceof Error ? error.message : ""}` });
  }
  if (size > MOST_BYTES) found.faults.push({ file: archive, reason: `holds more than ${MOST_BYTES / 2 ** 20} MB, and was read in part` });
  const { notes, others } = notesIn(files);
  for (const [name, content] of others) {
    const { links, faults } = await readText(textOf(content), name, (slug) => {
      const quotes = notes.get(slug) ?? [];
      notes.delete(slug);
      return quotes;
    });
    found.links.push(...links);
    found.faults.push(...faults);
  }
  for (const slug of notes.keys()) found.faults.push({ file: `highlights/${slug}.md`, reason: "belongs to no page in this archive" });
  if (others.length === 0 && found.faults.length === 0) found.faults.push({ file: archive, reason: "holds no export that can be read" });
  return found;
}

type Contents = [name: string, content: Uint8Array][];

/** The highlights of an archive of Omnivore by the slugs of their pages, and its other files. */
function notesIn(files: Record<string, Uint8Array>): { notes: Map<string, Quote[]>; others: Contents } {
  const notes = new Map<string, Quote[]>();
  const others: Contents = [];
  for (const [name, content] of Object.entries(files)) {
    const slug = /(?:^|\/)highlights\/([^/]+)\.md$/u.exec(name)?.[1];
    if (slug !== undefined) notes.set(slug, quotesIn(new TextDecoder().decode(content)));
    else if (!name.endsWith(".md")) others.push([name, content]);
  }
  return { notes, others };
}

/** What Omnivore writes of highlights: each a quotation, labels and a note behind it; and notes on the whole page. */
export function quotesIn(markdown: string): Quote[] {
  const quotes: Quote[] = [];
  for (const part of markdown.split(/\n[^\S\n]*\n/u)) {
    const text = part.trim();
    const last = quotes.at(-1);
    // An empty line of a quotation is written as ">", and the line behind it joins that.
    if (text.startsWith(">")) quotes.push({ text: text.replace(/^>[^\S\n]?/gmu, "").trim() });
    else if (text !== "" && !/^#\S+(?: #\S+)*$/u.test(text)) {
      if (last?.text) last.note = last.note === undefined ? text : `${last.note}\n\n${text}`;
      else quotes.push({ text: "", note: text });
    }
  }
  return quotes;
}
