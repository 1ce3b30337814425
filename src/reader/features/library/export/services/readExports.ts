import { strFromU8, unzipSync } from "fflate";
import type { Quote } from "#content/library/outsideLink.ts";
import { readBookmarks } from "./readBookmarks.ts";
import { type Fault, type Found, type FoundLink, joined } from "./found.ts";
import { readJson } from "./readJson.ts";
import { readTable } from "./readTable.ts";

/** The most bytes in a file, and in all that is unpacked from an archive: a phone has no room for more. */
const MOST_BYTES = 256 * 2 ** 20;

/** The files of an archive that are read. The texts of pages, which Omnivore adds, stay packed. */
const WANTED = /^(?!content\/|.*\/content\/|__MACOSX\/).*\.(?:csv|json|html?|md)$/iu;

/**
 * Reads files of other services, each page once. The service is recognised from
 * the contents of a file, so that no reader needs to know its format.
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
 * Decodes UTF-8, UTF-16 with a byte order mark, or else the encoding that Excel
 * and old browsers write in most of Europe and America.
 */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\uFFFD/gu)?.length ?? 0;
  if (broken === 0) return text;
  // A UTF-8 file that was cut off, or has a bad byte, has more intact letters than broken ones.
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return broken > whole ? new TextDecoder("windows-1252").decode(bytes) : text;
}

/** @param quotesOf the highlights of a page in Omnivore, by its slug */
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
  if (size > MOST_BYTES) found.faults.push({ file: archive, reason: `exceeds ${MOST_BYTES / 2 ** 20} MB, and was read only in part` });
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
  if (others.length === 0 && found.faults.length === 0) found.faults.push({ file: archive, reason: "contains no export that can be read" });
  return found;
}

type Contents = [name: string, content: Uint8Array][];

/** The highlights in an Omnivore archive by the slugs of their pages, and its other files. */
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

/** Reads Omnivore's highlights: quotations, each followed by labels and a note; and notes on the whole page. */
export function quotesIn(markdown: string): Quote[] {
  const quotes: Quote[] = [];
  for (const part of markdown.split(/\n[^\S\n]*\n/u)) {
    const text = part.trim();
    const last = quotes.at(-1);
    // An empty line within a quotation is written as ">", so a quotation is a single part.
    if (text.startsWith(">")) quotes.push({ text: text.replace(/^>[^\S\n]?/gmu, "").trim() });
    else if (text !== "" && !/^#\S+(?: #\S+)*$/u.test(text)) {
      if (last?.text) last.note = last.note === undefined ? text : `${last.note}\n\n${text}`;
      else quotes.push({ text: "", note: text });
    }
  }
  return quotes;
}
