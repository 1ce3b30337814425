import { codeHtml, outsideCode } from "./codeShortcodes.ts";
import { knownShortcode } from "./knownShortcodes.ts";
import type { Media } from "./wxrMedia.ts";
import { shortcodeAttributes, type ShortcodeTag, shortcodeTags } from "./shortcodeTags.ts";
import { shortcodeWords } from "../../body/shortcodeWords.ts";

export type ShortcodeOptions = { media: Media; post: string; notice: (message: string) => void };

/** Nobody nests them deeper. */
const DEEPEST = 20;

/**
 * Replaces WordPress's own shortcodes with their HTML. A plugin's shortcode loses
 * its tags, keeps the words between and in them and is reported; words in brackets,
 * such as "[sic]", and everything in code are text.
 */
export function shortcodesToHtml(text: string, options: ShortcodeOptions): string {
  if (!text.includes("[")) return text;
  const tags = outsideCode(text, shortcodeTags(text));
  return rendered({ text, tags, closers: closersOf(tags), options }, 0, tags.length, 0, text.length, 0);
}

/** A line of text without the tags of shortcodes. */
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

/** Undefined if the tag is text. */
function htmlOf(tag: ShortcodeTag, inner: string, closing: ShortcodeTag | undefined, { text, options }: Reading): string | undefined {
  if (tag.kind === "close" || !isWellFormed(tag)) return undefined;
  const alone = isAlone(text, tag.start, (closing ?? tag).end);
  const attributes = shortcodeAttributes(tag.written);
  const known = codeHtml(tag.name, attributes, inner, alone) ?? knownShortcode(tag.name, attributes, inner, options);
  if (known !== undefined) return known;
  const isGlued = /[\p{L}\p{N}_]/u.test(text[tag.start - 1] ?? "");
  // On a line of its own, a name with an underscore is enough: only programs write those.
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

/** HTML inside a tag shows that its brackets belong to a sentence. */
const isWellFormed = ({ written }: ShortcodeTag): boolean => !/[<>]/u.test(unquoted(written));

/** Whether a tag has at least one named attribute, and is not part of a sentence. */
function hasAttributes(tag: ShortcodeTag): boolean {
  const bare = unquoted(tag.written).replaceAll(/\s*=\s*/gu, "=");
  const words = bare.split(/\s+/u).filter((word) => word !== "" && word !== '""');
  const named = words.filter((word) => /^[\w-]+=["'\w#/.-]/u.test(word));
  return isWellFormed(tag) && named.length > 0 && 2 * named.length > words.length;
}

/** In characters. No white space around a tag is longer. */
const NEAR = 80;

/** Whether nothing else is on its line or in its paragraph. */
function isAlone(text: string, start: number, end: number): boolean {
  const before = start < NEAR ? `\n${text.slice(0, start)}` : text.slice(start - NEAR, start);
  const after = `${text.slice(end, end + NEAR)}${end + NEAR >= text.length ? "\n" : ""}`;
  return /(?:\n|[\]>])[^\S\n]*$/u.test(before) && /^[^\S\n]*(?:\n|[[<])/u.test(after);
}

/** Maps each opening tag to its closing tag. */
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
