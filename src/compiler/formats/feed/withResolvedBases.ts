import { escapeHtml } from "../../text/escaped.ts";
import { fromBase64 } from "./fromBase64.ts";
import { attributeOf, type XmlTagAt, xmlTags } from "./xmlTags.ts";
import { isWeb, resolvedUrl } from "./resolvedUrl.ts";

/** A feed's XML in which each item has its number as xml:id, from 0, and the base that applies to it, and no link needs its own. */
export type FeedWithBases = {
  xml: string;
  /** The base of the feed itself. */
  base: string | undefined;
  /** The number of items. */
  count: number;
  /** Where the last complete item ends, and the elements around it, the innermost first. */
  whole: { end: number; around: string[] } | undefined;
  /** The innermost element that is still open at the end of the file. */
  open: string | undefined;
};

/**
 * The parser does not pass on the xml:base that applies to a text (XML Base, 4).
 * So each item gets its base as an attribute beforehand, and a link that has its
 * own is made absolute. Texts in base64 are decoded. Nor does the parser say which
 * items it left out, so each gets a number. And it refuses a whole feed for names
 * that JavaScript's objects have, so elements of them get others.
 */
export function withResolvedBases(xml: string): FeedWithBases {
  const edits: Edit[] = [];
  const around: { name: string; base: string | undefined }[] = [];
  let [base, count, end]: [string | undefined, number, number] = [undefined, 0, 0];
  let outside: string[] = [];
  for (const tag of xmlTags(xml)) {
    const name = tag.nameEnd - tag.name.length;
    if (REFUSED.test(tag.name)) edits.push({ start: name, end: name, text: "_" });
    if (tag.kind === "close") {
      const depth = around.findLastIndex(({ name }) => name === tag.name);
      if (depth !== -1) around.splice(depth);
      if (depth !== -1 && isItem(tag, around.at(-1)?.name)) {
        end = tag.end;
        outside = around.map(({ name }) => name).toReversed();
      }
      continue;
    }
    const outer = around.at(-1);
    const own = attributeOf(xml, tag, "xml:base");
    const inner = own ? baseOf(own.value, outer?.base) : outer?.base;
    if (isItem(tag, outer?.name)) {
      const id = attributeOf(xml, tag, "xml:id");
      edits.push(attributeEdit(tag, "xml:id", String(count), id));
      count += 1;
      if (inner !== undefined) edits.push(attributeEdit(tag, "xml:base", escaped(inner), own));
    } else if (isFeed(tag)) base ??= inner;
    if (own && local(tag.name) === "link") edits.push(...absoluteLink(xml, tag, inner));
    if (attributeOf(xml, tag, "mode")?.value === "base64") edits.push(...decoded(xml, tag));
    if (tag.kind === "open" && around.length < DEEPEST) around.push({ name: tag.name, base: inner });
  }
  const changed = applied(xml, edits);
  // Only edits up to the last complete item move its end.
  const grown = edits.reduce((sum, edit) => (edit.end <= end ? sum + edit.text.length - (edit.end - edit.start) : sum), 0);
  const whole = end === 0 ? undefined : { end: end + grown, around: outside };
  return { xml: changed, base, count, whole, open: around.at(-1)?.name };
}

const REFUSED = /(?:^|:)(?:__proto__|constructor|prototype)$/u;

type Edit = { start: number; end: number; text: string };

/** No feed nests elements deeper. */
const DEEPEST = 200;

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

const isFeed = (tag: XmlTagAt): boolean => ["rss", "rdf", "feed", "channel"].includes(local(tag.name));

const isItem = (tag: XmlTagAt, parent: string | undefined): boolean =>
  ["item", "entry"].includes(local(tag.name)) && parent !== undefined && ["rss", "rdf", "feed", "channel"].includes(local(parent));

/** Only a web address can be a base: addresses relative to anything else lead nowhere. */
function baseOf(written: string, outer: string | undefined): string | undefined {
  const base = resolvedUrl(written, outer);
  return base !== undefined && isWeb(base) ? base : outer;
}

const escaped = (base: string): string => base.replaceAll("&", "&amp;").replaceAll('"', "%22").replaceAll("<", "%3C");

function attributeEdit(tag: XmlTagAt, name: string, value: string, own: Omit<Edit, "text"> | undefined): Edit {
  const text = ` ${name}="${value}"`;
  return own ? { start: own.start, end: own.end, text } : { start: tag.nameEnd, end: tag.nameEnd, text };
}

function absoluteLink(xml: string, tag: XmlTagAt, base: string | undefined): Edit[] {
  const href = attributeOf(xml, tag, "href");
  const address = href && resolvedUrl(href.value, base);
  if (href && address !== undefined)
    return [{ start: href.start, end: href.end, text: ` href="${address.replaceAll("&", "&amp;").replaceAll('"', "%22")}"` }];
  const close = xml.indexOf("<", tag.end);
  const text = tag.kind === "open" && close !== -1 ? resolvedUrl(xml.slice(tag.end, close).trim(), base) : undefined;
  return text === undefined ? [] : [{ start: tag.end, end: close, text }];
}

/** Atom 0.3 may encode any text in base64, and the parser ignores its `mode`. */
function decoded(xml: string, tag: XmlTagAt): Edit[] {
  const end = xml.indexOf("<", tag.end);
  const text = end === -1 ? undefined : fromBase64(xml.slice(tag.end, end));
  return text === undefined ? [] : [{ start: tag.end, end, text: escapeHtml(text) }];
}

function applied(xml: string, edits: Edit[]): string {
  let [text, from] = ["", 0];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    text += xml.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return text + xml.slice(from);
}
