import { defineSource, type SourceItem } from "#extend/extend.js";
import { oneLine } from "../../text/cleanText.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { isBlankHtml } from "../../text/isBlankHtml.ts";
import { isMissing, isRecord, numberIn, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { keysOfJson } from "../../text/keysOfJson.ts";
import { notAnArticle } from "../../text/notAnArticle.ts";
import { renderMarkdown } from "../../reading/markdown/renderMarkdown.ts";
import { codeHtml, figureHtml, frameHtml } from "../../text/figureHtml.ts";
import {
  DATES,
  isStoryType,
  isWithheldPart,
  lineOf,
  NAMES,
  namesIn,
  restrictionMark,
  storyFields,
  valueOf,
  WITHHELD_PART,
  withoutBody,
} from "./documentFields.ts";
import { type RichContext, richText } from "./richText.ts";

/** `contentful space export`: one JSON file with entries, assets and locales. */
export const contentfulSource = defineSource({
  extensions: ["json"],
  detects: ({ head }) => {
    if (!/^\uFEFF?\s*\{/u.test(head) || !/"sys"\s*:/u.test(head)) return false;
    const keys = keysOfJson(head);
    return keys.has("contentTypes") || (keys.has("entries") && /"contentType"\s*:/u.test(head));
  },
  timeZone: "UTC",
  release: DATES,
  read: async ({ json, types }) => {
    const space = await json();
    if (!isRecord(space)) return [];
    const locales = recordsOf(space["locales"]);
    const own = scalarText((locales.find((each) => each["default"] === true) ?? locales[0])?.["code"]) || "en-US";
    const others = locales.map(({ code }) => scalarText(code)).filter((code) => code !== "" && code !== own);
    const known: Space = {
      locale: own,
      own,
      instead: insteadOf(locales, own),
      entries: byId(space["entries"]),
      assets: byId(space["assets"]),
    };
    return recordsOf(space["entries"]).flatMap((entry) => readAll(entry, known, others, types));
  },
});

/** `own` is the default language of the space; `instead` gives the languages whose values stand for those that another does not have. */
type Space = {
  locale: string;
  own: string;
  instead: (locale: string) => string[];
  entries: ReadonlyMap<string, Raw>;
  assets: ReadonlyMap<string, Raw>;
};

const idOf = (item: Raw): string => scalarText(recordIn(item, "sys")["id"]);
const byId = (items: unknown): ReadonlyMap<string, Raw> => new Map(recordsOf(items).map((item) => [idOf(item), item]));

/** The language that a language falls back to, and so on; fields without translations are in the space's own. */
const insteadOf =
  (locales: Raw[], own: string) =>
  (locale: string): string[] => {
    const chain = [locale];
    for (const code of chain) {
      const next = scalarText(locales.find((each) => each["code"] === code)?.["fallbackCode"]) || own;
      if (!chain.includes(next)) chain.push(next);
    }
    return chain;
  };

/** The fields of an entry in a language. @param isShown whether the values in a language count */
const fieldsOf = (item: Raw | undefined, { locale, instead }: Space, isShown: (locale: string) => boolean = () => true): Raw => {
  const locales = instead(locale).filter(isShown);
  return Object.fromEntries(
    Object.entries(recordIn(item ?? {}, "fields")).map(([name, value]) => [
      name,
      isRecord(value) ? locales.map((each) => value[each]).find((each) => each !== undefined && each !== null) : value,
    ]),
  );
};

/** Those that readers may see: another language may have changes that are not published. */
const shownFields = (item: Raw, space: Space): Raw => fieldsOf(item, space, (locale) => stateIn(item, locale) === "published");

/** With locale-based publishing, each language has a state of its own. */
function stateIn(item: Raw, locale: string): string {
  const sys = recordIn(item, "sys");
  return sys["fieldStatus"] === undefined ? "published" : scalarText(recordIn(recordIn(sys, "fieldStatus"), "*")[locale]) || "none";
}

const typeOf = (entry: Raw): string => idOf(recordIn(recordIn(entry, "sys"), "contentType"));

/** An entry as a story in each language that has a text of its own. */
function readAll(entry: Raw, space: Space, others: readonly string[], types: readonly string[]): SourceItem[] {
  const [id, type] = [idOf(entry), typeOf(entry)];
  if (!isStoryType(type, types)) return [{ place: id, story: { id }, skipped: notAnArticle(type) }];
  const body = valueOf(recordIn(entry, "fields"), NAMES.body);
  const translated = others.filter((locale) => isRecord(body) && !isMissing(body[locale]));
  const first = read(entry, space, types);
  if (translated.length === 0) return [first];
  return [
    { ...first, story: { ...first.story, inLanguage: space.own, translationKey: id } },
    ...translated.map((locale) =>
      translation(read(entry, { ...space, locale }, types), locale, recordIn(recordIn(entry, "fields"), "slug")),
    ),
  ];
}

/** @param slugs the entry's slug in each language that has one */
function translation(item: SourceItem, locale: string, slugs: Raw): SourceItem {
  const { id, slug } = item.story ?? {};
  const own = slugs[locale] === undefined && typeof slug === "string" ? { slug: `${slug}-${locale.toLowerCase()}` } : {};
  const story = { ...item.story, ...own, id: `${scalarText(id)}:${locale}`, inLanguage: locale, translationKey: id };
  return { ...item, place: `${item.place}, ${locale}`, story };
}

function read(entry: Raw, space: Space, types: readonly string[]): SourceItem {
  const id = idOf(entry);
  const fields = shownFields(entry, space);
  const body = valueOf(fields, NAMES.body);
  const html = isRecord(body) ? richText(body, contextOf(space)) : renderMarkdown(scalarText(body)).html;
  const held = heldBy(entry, space);
  const image = assetHtml(idOf(linkIn(valueOf(fields, NAMES.image))), space);
  return {
    place: id,
    item: withTargets(withoutBody(fieldsOf(entry, space)), space, types),
    held,
    skipped: isBlankHtml(html) && held === undefined ? "It has no text." : undefined,
    story: {
      ...storyFields(fields, {
        html,
        image,
        names: (names) => namesIn(valueOf(fields, names), (link) => publicFields(space.entries.get(idOf(link)), space)),
      }),
      id,
      datePublished:
        lineOf(fields, NAMES.date) ??
        ["firstPublishedAt", "publishedAt", "createdAt"].map((name) => scalarText(recordIn(entry, "sys")[name])).find(Boolean),
    },
  };
}

/**
 * Why readers may not see an entry. The export has its newest version, which is the published one only if it is one above the number
 * of that. What the Delivery API gives has a revision, and is published.
 */
function heldBy(item: Raw, { locale }: Space): string | undefined {
  const sys = recordIn(item, "sys");
  if (sys["archivedAt"] !== undefined || sys["archivedVersion"] !== undefined) return "It is archived (archivedVersion).";
  const [version, published] = [numberIn(sys["version"]), numberIn(sys["publishedVersion"])];
  if (published > 0 && version > published + 1)
    return `It has changes that are not published (version ${version}, publishedVersion ${published}). Publish it, or export with a delivery token.`;
  const state = stateIn(item, locale);
  if (state !== "published") return `It is not published in this language (fieldStatus, ${locale}: ${state}).`;
  return published > 0 || numberIn(sys["revision"]) > 0 ? undefined : "It is not published (publishedVersion).";
}

/** The fields with what they link to, but for other stories: an entry with settings for search engines, or for who may read it. */
const withTargets = (fields: Raw, space: Space, types: readonly string[]): Raw =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const targetOf = (each: unknown) => {
        const target = space.entries.get(idOf(linkIn(each)));
        return target === undefined || isStoryType(typeOf(target), types) ? each : fieldsOf(target, space);
      };
      return [name, Array.isArray(value) ? value.map(targetOf) : targetOf(value)];
    }),
  );

const linkIn = (value: unknown): Raw => (isRecord(value) ? value : {});

const contextOf = (space: Space): RichContext => ({
  asset: (id) => assetHtml(id, space),
  page: (id) => {
    const slug = lineOf(publicFields(space.entries.get(id), space), ["slug"]);
    return slug === undefined ? "" : `/${slug}`;
  },
  entry: (id) => entryHtml(space.entries.get(id), space),
});

function assetHtml(id: string, space: Space): string {
  const asset = space.assets.get(id);
  const fields = publicFields(asset, space);
  const file = recordIn(fields, "file");
  const url = scalarText(file["url"]).replace(/^\/\//u, "https://");
  // An asset that was never published is not for readers.
  if (url === "") return "";
  const title = oneLine(scalarText(fields["title"]));
  if (!scalarText(file["contentType"]).startsWith("image/")) return `<p><a href="${escapeHtml(url)}">${escapeHtml(title || url)}</a></p>`;
  return figureHtml({ src: url, alt: title, caption: oneLine(scalarText(fields["description"])) });
}

/** An entry within a text: a picture, an address to embed, code, or its text. One that is not published is left out. */
function entryHtml(entry: Raw | undefined, space: Space): string {
  if (entry === undefined || heldBy(entry, space) !== undefined) return "";
  const mark = restrictionMark(typeOf(entry));
  if (mark !== "") return mark;
  if (isWithheldPart(withTargets(fieldsOf(entry, space), space, []))) return WITHHELD_PART;
  const fields = shownFields(entry, space);
  const picture = assetHtml(idOf(linkIn(valueOf(fields, NAMES.image))), space);
  const url = lineOf(fields, ["url", "embedUrl", "videoUrl", "link"]);
  if (picture !== "") return picture;
  if (url !== undefined) return frameHtml(url, lineOf(fields, NAMES.headline));
  const code = scalarText(fields["code"]);
  if (code !== "") return codeHtml(code);
  const body = valueOf(fields, NAMES.body);
  return typeof body === "string" ? renderMarkdown(body).html : "";
}

/** The same of an entry that is published; none of any other. */
const publicFields = (entry: Raw | undefined, space: Space): Raw =>
  entry === undefined || heldBy(entry, space) !== undefined ? {} : shownFields(entry, space);
