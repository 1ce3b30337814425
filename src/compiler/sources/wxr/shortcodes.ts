import { codeHtml, outsideCode } from "./codeShortcodes.ts";
import { knownShortcode } from "./knownShortcodes.ts";
import type { Media } from "./media.ts";
import { shortcodeAttributes, type ShortcodeTag, shortcodeTags } from "./shortcodeTags.ts";
import { shortcodeWords } from "./shortcodeWords.ts";

export type ShortcodeOptions = { media: Media; post: string; notice: (message: string) => void };

/** Deeper than anyone nests them. */
const DEEPEST = 20;

/**
 * WordPress's own shortcodes as the HTML that they stand for. One of a plugin
 * loses its tags, keeps the words between and in them and is reported; words in
 * brackets, such as "[sic]", and all that stands in code are text.
 */
export function shortcodesToHtml(text: string, options: ShortcodeOptions): string {
  if (!text.includes("[")) return text;
  const tags = outsideCode(text, shortcodeTags(text));
  return rendered({ text, tags, closers: closersOf(tags), options }, 0, tags.length, 0, text.length, 0);
}

/** Text of one line without any tags that stand for something else. */
export const withoutShortcodes = (text: string): string =>
  shortcodeTags(text)
    .filter((tag) => tag.kind !== "open" || hasAttributes(tag))
    .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);

type Reading = { text: string; tags: ShortcodeTag[]; closers: Map<number, number>; options: ShortcodeOptions };

function rendered(reading: Reading, first: number, last: number, from: number, to: number, depth: number): string {
  const { text, tags, closers } = reading;
  const parts: string[] = [];
  let at = from;
  for (let index = first; index < last; index += 1) {
    const tag = tags[index];
    if (tag === undefined || tag.start < at) continue;
    const closer = closers.get(index);
    const closing = closer === undefined ? undefined : tags[closer];
    parts.push(text.slice(at, tag.start));
    at = tag.end;
    if (tag.escaped) {
      parts.push(text.slice(tag.start + 1, tag.end - 1));
      continue;
    }
    const inner =
      closing && closer !== undefined && depth < DEEPEST ? rendered(reading, index + 1, closer, tag.end, closing.start, depth + 1) : "";
    const html = htmlOf(tag, inner, closing, reading);
    if (html === undefined) {
      parts.push(text.slice(tag.start, tag.end));
      continue;
    }
    parts.push(html);
    if (closing && closer !== undefined) {
      at = closing.end;
      index = closer;
    }
  }
  return parts.join("") + text.slice(at, to);
}

/** Undefined where the tag is text. */
function htmlOf(tag: ShortcodeTag, inner: string, closing: ShortcodeTag | undefined, { text, options }: Reading): string | undefined {
  if (tag.kind === "close" || !isWellFormed(tag)) return undefined;
  const alone = isAlone(text, tag.start, (closing ?? tag).end);
  const attributes = shortcodeAttributes(tag.written);
  const known = codeHtml(tag.name, attributes, inner, alone) ?? knownShortcode(tag.name, attributes, inner, options);
  if (known !== undefined) return known;
  const isGlued = /[\p{L}\p{N}_]/u.test(text[tag.start - 1] ?? "");
  // A name that only programs write says enough in a line of its own.
  const isShortcode =
    closing !== undefined || (!isGlued && (tag.kind === "single" || hasAttributes(tag) || (alone && tag.name.includes("_"))));
  if (!isShortcode) return undefined;
  const words = shortcodeWords(tag.name, attributes, inner, alone);
  options.notice(
    `The shortcode [${tag.name}] means nothing here${words.trim() === "" ? " and was left out" : "; only the words in it were kept"}.`,
  );
  return words;
}

const unquoted = (written: string): string => written.replaceAll(/"[^"]*"|'[^']*'/gu, '""');

/** A tag of HTML among its words shows that the bracket is a sentence's. */
const isWellFormed = ({ written }: ShortcodeTag): boolean => !/[<>]/u.test(unquoted(written));

/** At least one with a name, and not in the middle of a sentence. */
function hasAttributes(tag: ShortcodeTag): boolean {
  const bare = unquoted(tag.written).replaceAll(/\s*=\s*/gu, "=");
  const words = bare.split(/\s+/u).filter((word) => word !== "" && word !== '""');
  const named = words.filter((word) => /^[\w-]+=["'\w#/.-]/u.test(word));
  return isWellFormed(tag) && named.length > 0 && 2 * named.length > words.length;
}

/** Farther no space reaches around a tag. */
const NEAR = 80;

/** Nothing else stands in its line or paragraph. */
function isAlone(text: string, start: number, end: number): boolean {
  const before = start < NEAR ? `\n${text.slice(0, start)}` : text.slice(start - NEAR, start);
  const after = `${text.slice(end, end + NEAR)}${end + NEAR >= text.length ? "\n" : ""}`;
  return /(?:\n|[\]>])[^\S\n]*$/u.test(before) && /^[^\S\n]*(?:\n|[[<])/u.test(after);
}

/** For each opening tag the next closing one of its name. */
function closersOf(tags: ShortcodeTag[]): Map<number, number> {
  const closers = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const [index, { name, kind, escaped }] of tags.entries()) {
    if (escaped) continue;
    if (kind === "open") open.set(name, [...(open.get(name) ?? []).slice(-DEEPEST), index]);
    const opened = kind === "close" ? open.get(name)?.pop() : undefined;
    if (opened !== undefined) closers.set(opened, index);
  }
  return closers;
}
