import { groupBy } from "../../text/groupBy.ts";
import { defineSource, type SourceItem } from "#extend/extend.js";
import { escapeHtml } from "../../text/escaped.ts";
import { isBlankHtml } from "../../text/isBlankHtml.ts";
import { isMissing, isRecord, listed, numberIn, type Raw, recordsOf, scalarText, wordsIn } from "../../text/jsonRecord.ts";
import { notAnArticle } from "../../text/notAnArticle.ts";
import { renderMarkdown } from "../../reading/markdown/renderMarkdown.ts";
import { codeHtml, figureHtml } from "../../text/figureHtml.ts";
import { markedHtml } from "../../text/markedHtml.ts";
import { DATES, isStoryType, lineOf, NAMES, namesIn, restrictionOf, storyFields, valueOf, withoutBody } from "./documentFields.ts";

/**
 * Answers of Strapi's REST API (docs.strapi.io), of version 4 with `attributes` and of version 5 without, requested with `populate=*`.
 * What `strapi export` writes is brought into the same form: see strapiExport.ts.
 */
export const strapiSource = defineSource({
  extensions: ["json"],
  detects: ({ head }) =>
    /^\uFEFF?\s*\{\s*"data"\s*:\s*[[{]/u.test(head) &&
    /"publishedAt"\s*:/u.test(head) &&
    (/"documentId"\s*:/u.test(head) || /\{\s*"id"\s*:\s*\d+\s*,\s*"attributes"\s*:/u.test(head)),
  timeZone: "UTC",
  release: DATES,
  read: async ({ json, types }) => {
    const answer = await json();
    if (!isRecord(answer)) return [];
    const entries = listed(answer["data"]).filter(isRecord).map(flat);
    const items = entries.map((entry, index) => read(entry, index, types));
    return asTranslations(items, entries, scalarText(answer["defaultLocale"]));
  },
});

/** An entry without the wrappers of version 4. */
const flat = (entry: Raw): Raw => (isRecord(entry["attributes"]) ? { id: entry["id"], ...entry["attributes"] } : entry);

/** What a field holds, without the wrapper of version 4. */
const inner = (value: unknown): unknown => (isRecord(value) && "data" in value ? value["data"] : value);

/** The same, with the entries in it as they are in version 5. */
function unwrapped(value: unknown): unknown {
  const held = inner(value);
  return Array.isArray(held) ? held.map(unwrapped) : isRecord(held) ? flat(held) : held;
}

/** Entries in several languages: one of them, in the default language if it is known, keeps the id that they share in version 5. */
function asTranslations(items: SourceItem[], entries: readonly Raw[], defaultLocale: string): SourceItem[] {
  const groups = groupBy([...entries], groupOf);
  return items.map((item, index) => {
    const entry = entries[index] ?? {};
    const group = groups.get(groupOf(entry)) ?? [];
    if (item.story === undefined || group.length < 2) return item;
    const first = group.find(({ locale }) => locale === defaultLocale) ?? group[0];
    const isShared = entry !== first && scalarText(entry["documentId"]) !== "";
    const id = isShared && item.story["id"] !== undefined ? { id: `${groupOf(entry)}:${scalarText(entry["locale"])}` } : {};
    return {
      ...item,
      place: `${item.place}, ${scalarText(entry["locale"])}`,
      story: { ...item.story, ...id, translationKey: groupOf(entry) },
    };
  });
}

/** What an entry has in common with its translations. Those of version 4 name each other, by numbers that are those of other types too. */
function groupOf(entry: Raw): string {
  const numbers = [entry, ...listed(inner(entry["localizations"])).filter(isRecord)].map((each) => numberIn(each["id"]));
  return scalarText(entry["documentId"]) || [scalarText(entry["__type"]), Math.min(...numbers)].filter((part) => part !== "").join(":");
}

function read(fields: Raw, index: number, types: readonly string[]): SourceItem {
  const id = scalarText(fields["documentId"]) || scalarText(fields["id"]);
  // Only an export says of what type an entry is.
  const type = scalarText(fields["__type"]);
  if (type !== "" && !isStoryType(type, types)) return { place: `${type} ${id}`, story: { id }, skipped: notAnArticle(type) };
  const body = inner(valueOf(fields, NAMES.body));
  const html = typeof body === "string" ? textHtml(body) : blocksHtml(recordsOf(body));
  const image = pictureHtml(inner(valueOf(fields, NAMES.image)));
  const isPublished = scalarText(fields["publishedAt"]) !== "";
  return {
    place: id === "" ? `entry ${index + 1}` : id,
    item: Object.fromEntries(Object.entries(withoutBody(fields)).map(([name, value]) => [name, unwrapped(value)])),
    held: isPublished ? undefined : "It is a draft, or was requested without its date of publication (publishedAt).",
    skipped: isBlankHtml(html) && isPublished ? "It has no text." : undefined,
    story: {
      ...storyFields(fields, { html, image, names: (names) => namesIn(unwrapped(valueOf(fields, names)), published) }),
      id,
      datePublished: lineOf(fields, ["publishDate", "publicationDate", "datePublished", "date", "publishedAt"]),
      dateModified: scalarText(fields["updatedAt"]) || undefined,
      inLanguage: lineOf(fields, ["locale"]),
    },
  };
}

/** A rich text is Markdown; editors that are plug-ins write HTML. */
const textHtml = (text: string): string => (/^\s*<[a-z]/iu.test(text) ? text : renderMarkdown(text).html);

/** An entry that a field refers to; nothing if it is a draft. */
const published = (entry: Raw): Raw | undefined => ("publishedAt" in entry && isMissing(entry["publishedAt"]) ? undefined : entry);

function pictureHtml(value: unknown): string {
  const [first] = listed(value).filter(isRecord).map(flat);
  const url = scalarText(first?.["url"]);
  return url === "" ? "" : figureHtml({ src: url, alt: scalarText(first?.["alternativeText"]), caption: scalarText(first?.["caption"]) });
}

/** Strapi's blocks, and the components of a dynamic zone, of which the texts and pictures are kept; not an entry that is a draft. */
const blocksHtml = (blocks: Raw[], depth = 0): string =>
  blocks.map((block) => restrictionOf(block) || (published(block) ? blockHtml(block, depth) : "")).join("\n");

function blockHtml(block: Raw, depth: number): string {
  const children = recordsOf(block["children"]);
  if (depth > 20) return escapeHtml(wordsIn(block));
  const content = () => children.map((each) => (each["type"] === "list" ? blockHtml(each, depth + 1) : spanHtml(each))).join("");
  switch (scalarText(block["type"])) {
    case "paragraph":
      return `<p>${content()}</p>`;
    case "heading":
      return `<h${numberIn(block["level"]) || 2}>${content()}</h${numberIn(block["level"]) || 2}>`;
    case "list":
      return `<${block["format"] === "ordered" ? "ol" : "ul"}>${children.map((each) => blockHtml(each, depth + 1)).join("")}</${block["format"] === "ordered" ? "ol" : "ul"}>`;
    case "list-item":
      return `<li>${content()}</li>`;
    case "quote":
      return `<blockquote>${content()}</blockquote>`;
    case "code":
      return codeHtml(children.map(({ text }) => scalarText(text)).join(""));
    case "image":
      return pictureHtml(block["image"]);
    default:
      return componentHtml(block, depth);
  }
}

function componentHtml(block: Raw, depth: number): string {
  const body = valueOf(block, NAMES.body);
  const title = lineOf(block, NAMES.headline);
  const text = typeof body === "string" ? textHtml(body) : blocksHtml(recordsOf(body), depth + 1);
  const picture = pictureHtml(inner(valueOf(block, [...NAMES.image, "file", "media"])));
  return `${title === undefined ? "" : `<h2>${escapeHtml(title)}</h2>`}${picture}${text}`;
}

const MARKS = [
  ["bold", "strong"],
  ["italic", "em"],
  ["underline", "u"],
  ["strikethrough", "s"],
  ["code", "code"],
] as const;

function spanHtml(span: Raw): string {
  if (span["type"] === "link")
    return `<a href="${escapeHtml(scalarText(span["url"]))}">${recordsOf(span["children"]).map(spanHtml).join("")}</a>`;
  return markedHtml(
    scalarText(span["text"]),
    MARKS.flatMap(([mark, tag]) => (span[mark] === true ? [tag] : [])),
  );
}
