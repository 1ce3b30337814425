import { hash } from "node:crypto";
import { milliseconds } from "#content/instant.ts";
import {
  type Entry,
  partsChanged,
  type RecordEnd,
  type StoryPart,
  type StoryWords,
  type Takedown,
  textOfEnds,
  textOfEntry,
  textOfTakedown,
  textOfWords,
  versionsOf,
} from "#content/version.ts";

/** The SHA-256 of a text, in hexadecimal digits. */
export const hashOf = (text: string): string => hash("sha256", text, "hex");

/** The time of a build, in milliseconds, and for how many minutes after a story's publication small edits of it are folded. */
export type RecordClock = { now: number; foldMinutes: number };

/** The parts that a small edit may change. */
const SMALL: StoryPart[] = ["standfirst", "text"];

/**
 * Adds the current version of a story to its record.
 * @returns the same array if the story has not changed
 */
export function withVersion(entries: Entry[], words: StoryWords, { now, foldMinutes }: RecordClock): Entry[] {
  const last = versionsOf(entries).at(-1);
  const known = hashOf(textOfWords(words));
  if (last?.words === known) return entries;
  const changed = last?.text ? partsChanged(last.text, words) : [];
  const isSoon = now - milliseconds(words.datePublished) <= foldMinutes * 60_000;
  const isFolded = last !== undefined && isSoon && changed.every((part) => SMALL.includes(part));
  const said = {
    previous: entries.at(-1)?.hash,
    at: timeAfter(entries, now),
    changed,
    ...(isFolded && { folded: true as const }),
    words: known,
  };
  return [...entries, { type: "version", hash: hashOf(textOfEntry({ type: "version", ...said })), ...said, text: words }];
}

/** A version that the publisher wants withdrawn, by the first digits of its hash, and the reason. */
export type Withdrawal = { version: string; reason: string };

/**
 * Removes the text of a version from a story's record. The entry stays, and a new one says that it was withdrawn.
 * @returns the new entries; or why it cannot be withdrawn, as the end of a sentence; or undefined if it already was
 */
export function withWithdrawal(entries: Entry[], { version, reason }: Withdrawal, now: number): Entry[] | string | undefined {
  const versions = versionsOf(entries);
  const found = versions.find(({ hash: own }) => own.startsWith(version));
  if (!found) return "is not a version of this story";
  if (found === versions.at(-1)) return "is the published one";
  if (!found.text) return undefined;
  const said = { previous: entries.at(-1)?.hash ?? found.hash, at: timeAfter(entries, now), withdraws: found.hash, reason };
  const withdrawal = { type: "withdrawal" as const, hash: hashOf(textOfEntry({ type: "withdrawal", ...said })), ...said };
  return [...entries.map((entry) => (entry === found ? { ...found, text: undefined } : entry)), withdrawal];
}

/** The time of a new entry: never before the last one, whatever the clock says. */
function timeAfter(entries: Entry[], now: number): string {
  const at = new Date(now).toISOString();
  const last = entries.at(-1)?.at ?? "";
  return last > at ? last : at;
}

/** The number, from 1, of the first entry of a record that does not fit, and why, as a sentence. */
export function faultIn(entries: Entry[]): { entry: number; why: string } | undefined {
  const withdrawn = new Set(entries.flatMap((entry) => (entry.type === "withdrawal" ? [entry.withdraws] : [])));
  for (const [place, entry] of entries.entries()) {
    const why = faultOf(entry, entries[place - 1], withdrawn);
    if (why !== undefined) return { entry: place + 1, why };
  }
  return undefined;
}

function faultOf(entry: Entry, before: Entry | undefined, withdrawn: ReadonlySet<string>): string | undefined {
  if (entry.previous !== before?.hash) return "It does not follow the entry before it.";
  if (before && entry.at < before.at) return "It is older than the entry before it.";
  if (entry.hash !== hashOf(textOfEntry(entry))) return "Its hash does not match its content.";
  if (entry.type === "withdrawal") return undefined;
  if (!entry.text) return withdrawn.has(entry.hash) ? undefined : "Its text is missing, although it was not withdrawn.";
  if (withdrawn.has(entry.hash)) return "It was withdrawn, but its text is still there.";
  return entry.words === hashOf(textOfWords(entry.text)) ? undefined : "Its text does not match the hash of the published text.";
}

/** Records that a story was taken down, whose record has this end. */
export function takedownOf({ slug, hash: previous, at: last }: RecordEnd, now: number): Takedown {
  const at = new Date(now).toISOString();
  const said = { previous, at: last > at ? last : at, story: hashOf(slug) };
  return { hash: hashOf(textOfTakedown(said)), ...said };
}

/** The text of the index of where each record ends, with a line per story, so that branches of a repository can be merged. */
export function textOfRecord(known: RecordEnd[], takenDown: Takedown[]): string {
  const stories = known
    .map(({ slug, hash: end, at, count }) => ({ slug, hash: end, at, count }))
    .toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
  const down = takenDown.toSorted((one, other) => (one.story < other.story ? -1 : 1));
  const lines = (all: object[]): string => `[\n${all.map((each) => JSON.stringify(each)).join(",\n")}\n]`;
  const last = down.length === 0 ? "" : `,"takenDown":${lines(down)}`;
  return `{"hash":"${hashOf(textOfEnds(stories, down))}","stories":${lines(stories)}${last}}\n`;
}
