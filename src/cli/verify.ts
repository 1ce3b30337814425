import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { EditionSchema } from "#content/edition/edition.ts";
import { articlePath, dataFile, editionFile, inSite, recordFile, versionsPath } from "#content/paths.ts";
import { ContractError, parse } from "#content/parse.ts";
import {
  changesIn,
  type Entry,
  type RecordEnd,
  type RecordFile,
  RecordFileSchema,
  storyWords,
  textOfEntry,
  textOfTakedown,
  textOfWords,
  versionsOf,
  VersionsPageSchema,
  versionsPage,
} from "#content/version.ts";
import { counted } from "#compiler/text/counted.ts";
import { faultIn, hashOf, textOfRecord } from "#compiler/features/record/entries.ts";
import { CliError } from "./CliError.ts";
import { inColour } from "./terminal/inColour.ts";
import { printable, printableJson } from "./terminal/printable.ts";
import { prefixesOf } from "#content/edition/editions.ts";

/** A mismatch: the file, the story's slug if the file is a story's, and the entry of its record, counted from 1. */
type Fault = { story?: string; entry?: number; file: string; why: string };

/** The result. `hash` covers all records together; `fault` is the first in the order of the slugs. */
type Verified = { stories: number; versions: number; takenDown: number; hash: string; fault?: Fault };

/** How many stories are fetched at once. */
const AT_ONCE = 8;

/**
 * Verifies the public record of a site from its published files alone, and prints the result.
 * @param site its folder or its address
 * @param since an earlier `public-record.json` of this site, whose entries the record must still contain
 * @returns the exit code: 1 if anything does not match
 */
export async function verify(site: string, { json = false, since }: { json?: boolean; since?: string }): Promise<number> {
  const before = since === undefined ? NO_RECORD : recordIn(since);
  const verified = await verifySite(readerOf(site), before);
  if (json) console.log(printableJson(JSON.stringify(verified, null, 2)));
  else console.log(sentenceOf(verified));
  return verified.fault ? 1 : 0;
}

const NO_RECORD: RecordFile = { hash: "", stories: [], takenDown: [] };

function recordIn(file: string): RecordFile {
  if (!existsSync(file)) throw new CliError(`There is no file ${file}.`);
  const known = attempt(() => readRecord(readFileSync(file, "utf8")));
  if (typeof known === "string") throw new CliError(known);
  return known;
}

function sentenceOf({ stories, versions, takenDown, hash, fault }: Verified): string {
  const down = takenDown === 0 ? "" : `, and ${counted(takenDown, "story", "stories")} taken down`;
  if (!fault)
    return `${counted(stories, "story", "stories")} in ${counted(versions, "version")}${down}: the public record is intact.\n${hash}`;
  const { story, entry, file, why } = fault;
  const where = [story, entry === undefined ? undefined : `entry ${entry}`].filter(Boolean).join(", ");
  return `${inColour("red", "error", process.stdout)} ${printable([file, where].filter(Boolean).join(": "))}. ${printable(why)}`;
}

/** Returns the text of a published file, or undefined if it does not exist. */
type ReadFile = (file: string) => Promise<string | undefined>;

function readerOf(site: string): ReadFile {
  if (!/^https?:\/\//iu.test(site)) {
    const read = (file: string): Promise<string> | undefined =>
      existsSync(join(site, file)) ? readFile(join(site, file), "utf8") : undefined;
    return async (file) => await read(decodeURIComponent(file));
  }
  const root = site.endsWith("/") ? site : `${site}/`;
  return async (file) => {
    const response = await fetch(new URL(file, root), { cache: "no-store" });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new CliError(`The site answered ${response.status} for ${file}.`);
    return response.text();
  };
}

async function verifySite(read: ReadFile, before: RecordFile): Promise<Verified> {
  const file = `data/${recordFile}`;
  const text = await read(file);
  if (text === undefined) throw new CliError(`There is no ${file}: this site keeps no public record, or is not there.`);
  const known = attempt(() => readRecord(text));
  if (typeof known === "string") return { stories: 0, versions: 0, takenDown: 0, hash: "", fault: { file, why: known } };
  const { hash, stories, takenDown } = known;
  const result = {
    stories: stories.length,
    versions: stories.reduce((sum, { count }) => sum + count, 0),
    takenDown: takenDown.length,
    hash,
  };
  const prefixes = await prefixesIn(read);
  const knownBefore = new Map(before.stories.map((end) => [end.slug, end]));
  for (let done = 0; done < stories.length; done += AT_ONCE) {
    const found = await Promise.all(
      stories.slice(done, done + AT_ONCE).map((end) => faultOfStory(read, end, knownBefore.get(end.slug), prefixes)),
    );
    const fault = found.find(Boolean);
    if (fault) return { ...result, fault };
  }
  const isWhole = takenDown.every((each) => each.hash === hashOf(textOfTakedown(each))) && text === textOfRecord(stories, takenDown);
  if (!isWhole) return { ...result, fault: { file, why: "Its hash does not match the records it lists." } };
  const fault = missingIn(known, before);
  return fault ? { ...result, fault: { file, ...fault } } : result;
}

/** What an earlier record has that a later one should still have: a story with its record or as taken down. */
function missingIn({ stories, takenDown }: RecordFile, before: RecordFile): Omit<Fault, "file"> | undefined {
  const known = new Set([...stories.map(({ slug }) => hashOf(slug)), ...takenDown.map(({ story }) => story)]);
  const gone = before.stories.find(({ slug }) => !known.has(hashOf(slug)));
  if (gone) return { story: gone.slug, why: "It had a record before and has none now, nor does the record say that it was taken down." };
  if (before.takenDown.every(({ story }) => known.has(story))) return undefined;
  return { why: "It no longer says that a story was taken down." };
}

/** The path prefixes of the site's editions. */
async function prefixesIn(read: ReadFile): Promise<string[]> {
  const text = await read(`data/${editionFile}`);
  const edition = text === undefined ? "" : attempt(() => parse(EditionSchema, JSON.parse(text), "edition"));
  return prefixesOf(typeof edition === "string" ? undefined : edition.editions);
}

async function faultOfStory(
  read: ReadFile,
  end: RecordEnd,
  before: RecordEnd | undefined,
  [prefix = "", ...others]: string[],
): Promise<Fault | undefined> {
  const story = end.slug;
  const page = `data/${dataFile(inSite(prefix, articlePath(story)))}`;
  const text = await read(page);
  if (text === undefined && others.length > 0) return faultOfStory(read, end, before, others);
  if (text === undefined) return { story, file: page, why: "It has a record, but the file is missing." };
  const shown = attempt(() => parse(ArticlePageSchema, JSON.parse(text), "article"));
  if (typeof shown === "string") return { story, file: page, why: shown };
  const words = hashOf(textOfWords(storyWords(shown.article)));
  const file = `data/${dataFile(inSite(prefix, versionsPath(story)))}`;
  const published = await read(file);
  if (end.count === 1 || published === undefined) {
    const only = { type: "version" as const, at: end.at, changed: [], words };
    const isFirst = end.count === 1 && published === undefined && hashOf(textOfEntry(only)) === end.hash;
    if (!isFirst) return { story, file: page, why: "It does not match its record." };
    return before && before.hash !== end.hash ? { story, file: page, why: REWRITTEN } : undefined;
  }
  const versions = attempt(() => parse(VersionsPageSchema, JSON.parse(published), "list of versions"));
  if (typeof versions === "string") return { story, file, why: versions };
  const { entries } = versions;
  const fault = faultIn(entries);
  if (fault) return { story, file, ...fault };
  if (!isEnd(entries, end)) return { story, file, entry: entries.length, why: `Its last entry does not match data/${recordFile}.` };
  if (published !== JSON.stringify(versionsPage(shown.article, entries)))
    return { story, file, why: "It does not match the published story." };
  if (versionsOf(entries).at(-1)?.words !== words || (shown.changes ?? 0) !== changesIn(entries))
    return { story, file: page, why: "It does not match the newest version in its record." };
  return before && !entries.some(({ hash }) => hash === before.hash) ? { story, file, why: REWRITTEN } : undefined;
}

const REWRITTEN = "Its record was rewritten: it does not continue the earlier one.";

function isEnd(entries: Entry[], { hash, at, count }: RecordEnd): boolean {
  const last = entries.at(-1);
  return last?.hash === hash && last.at === at && versionsOf(entries).length === count;
}

const readRecord = (text: string): RecordFile => parse(RecordFileSchema, JSON.parse(text), "record");

/** The result of a function, or why a file cannot be read, as a sentence. */
function attempt<T extends object>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof ContractError) return error.message;
    if (error instanceof SyntaxError) return `It is not valid JSON: ${error.message}.`;
    throw error;
  }
}
