import { filled, isMissing, isRecord, listed, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { safeUrl } from "../../body/safeUrl.ts";
import { namesPicture } from "../article/readImage.ts";
import { sponsorField } from "../article/readLabels.ts";
import { folded } from "../../draft/release/releaseFields.ts";
import { FIELD_NAMES, type FieldName } from "./fieldNames.ts";

/** Fields under our names. `from` maps each to its name in the file. */
export type OwnFields = { fields: Raw & { about: string | undefined }; from: Map<string, string>; unread: Unread[] };

/** A value that was not read, since another field was read instead: the name of its field, and why. */
export type Unread = { name: string; reason: string };

/**
 * The front matter of any program under our own names, in the form in which the
 * fields of articles are read.
 * @param site the edition's own address, if it is known
 * @param isPage whether it is a page of the paper, whose slug may be a path
 */
export function ownFields(given: Raw, site?: string, isPage = false): OwnFields {
  const raw = withGroups(given);
  const keys = new Map(Object.keys(raw).map((key) => [folded(key), key]));
  const from = new Map<string, string>();
  const unread: Unread[] = [];
  /** The first of a field's names that has a value of its kind. */
  const find = (field: FieldName, fits: (value: unknown) => boolean = () => true): unknown => {
    const key = FIELD_NAMES[field]
      .map((name) => keys.get(folded(name)))
      .find((each) => each !== undefined && !isMissing(raw[each]) && fits(raw[each]));
    if (key === undefined) return undefined;
    from.set(field, key);
    for (const name of FIELD_NAMES[field].flatMap((each) => keys.get(folded(each)) ?? []))
      if (name !== key && ONE_OF_SEVERAL.has(field) && !isMissing(raw[name]) && raw[name] !== raw[key])
        unread.push({ name, reason: `since "${key}" was read instead` });
    return dated(raw[key]);
  };
  const all = (field: FieldName): unknown[] =>
    FIELD_NAMES[field]
      .flatMap((name) => keys.get(folded(name)) ?? [])
      .flatMap((key) => {
        if (!from.has(field)) from.set(field, key);
        return raw[key];
      });

  const { slug, path } = slugIn(find("slug"), isPage);
  const [section, ...categories] = names(find("section"));
  const misspelt = sponsorField(raw);
  const fields = {
    id: find("id"),
    slug,
    headline: find("headline"),
    standfirst: find("standfirst", isNoSwitch),
    section,
    authors: people(find("authors")),
    datePublished: find("datePublished", isNoSwitch),
    dateModified: find("dateModified", isNoSwitch),
    topics: [...names(find("topics")), ...categories],
    places: names(find("places")),
    image: image(find("image", namesPicture) ?? find("image", isRecord), find("imageAlt"), find("imageCaption"), find("imageCredit")),
    audio: find("audio", isNoSwitch),
    ...Object.fromEntries(AS_WRITTEN.map((name) => [name, find(name)])),
    // Without a value it still says that the story is an advertisement.
    sponsor: find("sponsor") ?? (misspelt && (raw[misspelt] ?? "")),
    series: series(find("series"), find("part")),
    discussion: find("discussion", isNoSwitch),
    about: aboutIn(find("about", isWebAddress)),
    ...addresses(
      find("url"),
      [...all("oldUrls"), ...path],
      ["url", "permalink"].map((name) => raw[keys.get(name) ?? ""]),
      site,
    ),
  };
  return { fields, from, unread: [...unread, ...unreadPictures(raw, from.get("image") ?? "")] };
}

/** In Docusaurus, a slug may be a path, which is an address. */
function slugIn(slug: unknown, isPage: boolean): { slug: unknown; path: string[] } {
  if (isPage || typeof slug !== "string" || !slug.includes("/")) return { slug, path: [] };
  const parts = slug.split("/").filter((part) => part !== "");
  return { slug: parts.at(-1), path: [`/${parts.join("/")}`] };
}

function unreadPictures(raw: Raw, name: string): Unread[] {
  const pictures = raw[name];
  const isUnread = Array.isArray(pictures) && pictures.length > 1;
  return isUnread ? [{ name, reason: "but for its first picture, which leads; put the others into the text" }] : [];
}

/** The fields whose values are read as they are. */
const AS_WRITTEN = [
  ...(["type", "coverageStartTime", "ended", "key", "pinned"] as const),
  ...(["dateline", "inLanguage", "translationOf", "translationKey", "direction"] as const),
  ...(["ai", "kind", "genre", "urgency", "corrections", "citations"] as const),
];

const isNoSwitch = (value: unknown): boolean =>
  typeof value !== "boolean" && !(typeof value === "string" && /^(?:true|false)$/iu.test(value));

/** Zola keeps custom fields in `extra` and lists in `taxonomies`, Hugo custom fields in `params`. Top-level fields take precedence. */
function withGroups(raw: Raw): Raw {
  const groups = GROUPS.map((name) => raw[name]).filter(isRecord);
  const own = new Set(Object.keys(raw).map(folded));
  const inner = groups.flatMap((group) => Object.entries(group).filter(([name]) => !own.has(folded(name)) && IN_GROUPS.has(folded(name))));
  return inner.length === 0 ? raw : { ...Object.fromEntries(inner), ...raw };
}

const GROUPS = ["extra", "params", "taxonomies"];

/** The fields of a story that themes keep there; their options may have any name. */
const IN_GROUPS = new Set(
  (
    [
      "authors",
      "datePublished",
      "dateModified",
      "standfirst",
      "topics",
      "section",
      "sponsor",
      "ai",
      "image",
      "imageAlt",
      "imageCaption",
      "imageCredit",
    ] as const
  )
    .flatMap((field): readonly string[] => FIELD_NAMES[field])
    .map(folded),
);

/** Fields whose other names may hold different words, which are then lost. */
const ONE_OF_SEVERAL: ReadonlySet<FieldName> = new Set([
  "headline",
  "standfirst",
  "authors",
  "topics",
  "places",
  "corrections",
  "citations",
]);

/**
 * Programs use `url` and the like for two things: the path at which they publish
 * the article, which is an old address, and the page on another site that it is
 * taken from, which is the canonical one.
 */
function addresses(canonical: unknown, old: unknown[], either: unknown[], site: string | undefined): { url: unknown; oldUrls: unknown[] } {
  const elsewhere = either.filter((value) => {
    const host = typeof value === "string" ? hostOf(value.trim()) : undefined;
    return host !== undefined && host !== hostOf(site ?? "");
  });
  return { url: canonical ?? elsewhere[0], oldUrls: old.filter((value) => typeof value !== "boolean" && !elsewhere.includes(value)) };
}

const aboutIn = (value: unknown): string | undefined => (typeof value === "string" ? safeUrl(value) : undefined);

/** In Hugo and Jekyll, such a field may also be a page of the site, or a boolean. */
const isWebAddress = (value: unknown): boolean => typeof value === "string" && /^https?:\/\/\S+$/iu.test(value.trim());

const hostOf = (url: string): string | undefined =>
  /^https?:\/\//iu.test(url) && URL.canParse(url) ? new URL(url).host.replace(/^www\./u, "") : undefined;

/** TOML has a date type; here, dates are text as in the other formats. */
const dated = (value: unknown): unknown => (value instanceof Date ? value.toISOString().replace(".000", "") : value);

/** "a, b" is a list in all programs; "a b" is one only in Jekyll, and a name of two words in the others. */
function names(value: unknown): unknown[] {
  if (typeof value === "string") return value.split(/\s*,\s*/u).filter((name) => name.trim() !== "");
  return listed(value);
}

/** Jekyll's importers copy whole WordPress accounts; other programs have other fields for a name. */
function people(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(people);
  if (!isRecord(value) || !isMissing(value["name"])) return value;
  const both = [value["first_name"] ?? value["firstName"], value["last_name"] ?? value["lastName"]].map(scalarText).join(" ").trim();
  const [name] = [...SHOWN.map((each) => scalarText(value[each])), both, ...ACCOUNT.map((each) => scalarText(value[each]))].filter(
    (each) => each.trim() !== "",
  );
  return name === undefined ? value : { name };
}

/** Hugo themes have a list of series; a story here is in one. */
function series(value: unknown, part: unknown): unknown {
  const [first] = names(value);
  if (isMissing(first) || isMissing(part)) return isMissing(first) ? undefined : first;
  return isRecord(first) ? { part, ...first } : { name: first, part };
}

const SHOWN = ["display_name", "displayName", "full_name", "fullName", "nickname"];
const ACCOUNT = ["login", "username", "handle"];

function image(value: unknown, alt: unknown, caption: unknown, credit: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (isMissing(first)) return undefined;
  return { alt, caption, credit, ...(isRecord(first) ? filled(first) : { file: first }) };
}
