import { knownShortcode } from "./knownShortcodes.ts";
import type { Media } from "./media.ts";
import { shortcodeAttributes, type ShortcodeTag, shortcodeTags } from "./shortcodeTags.ts";

export type ShortcodeOptions = { media: Media; post: string; notice: (message: string) => void };

/** Deeper than anyone nests them. */
const DEEPEST = 20;

/**
 * WordPress's own shortcodes as the HTML that they stand for. One of a plugin
 * loses its tags, keeps the text between them and is reported; words in
 * brackets, such as "[sic]", are text.
 */
export function shortcodesToHtml(text: string, options: ShortcodeOptions): string {
  if (!text.includes("[")) return text;
  const tags = shortcodeTags(text);
  return rendered({ text, tags, closers: closersOf(tags), options }, 0, tags.length, 0, text.length, 0);
}

/** Text of one line without any tags that stand for something else. */
export const withoutShortcodes = (text: string): string =>
  shortcodeTags(text)
    .filter((tag) => tag.written.includes("=") || tag.kind !== "open")
    .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);

type Reading = { text: string; tags: ShortcodeTag[]; closers: Map<number, number>; options: ShortcodeOptions };

function rendered(reading: Reading, first: number, last: number, from: number, to: number, depth: number): string {
  const { text, tags, closers, options } = reading;
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
    const html = tag.kind === "close" ? undefined : knownShortcode(tag.name, shortcodeAttributes(tag.written), inner, options);
    if (html !== undefined) parts.push(html);
    else if (isShortcode(tag, closing !== undefined)) {
      options.notice(
        `The shortcode [${tag.name}] means nothing here${inner.trim() === "" ? " and was left out" : "; only the text in it was kept"}.`,
      );
      parts.push(inner);
    } else {
      parts.push(text.slice(tag.start, tag.end));
      continue;
    }
    if (closing && closer !== undefined) {
      at = closing.end;
      index = closer;
    }
  }
  return parts.join("") + text.slice(at, to);
}

/** By its form: with attributes, closed, or named as only programs name things. */
const isShortcode = ({ name, written, kind }: ShortcodeTag, closed: boolean): boolean =>
  kind !== "close" && (closed || kind === "single" || /[\w-]=\s*["'\w]/u.test(written) || name.includes("_"));

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
