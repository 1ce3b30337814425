import { isMissing, isRecord, type Raw, scalarText } from "../article/record.ts";
import { namesPicture } from "../article/readImage.ts";
import { FIELD_NAMES, type FieldName, folded } from "./fieldNames.ts";

/** Fields under our names. `from` says what each was called in the file. */
export type OwnFields = { fields: Raw; from: Map<string, string>; held?: string };

/**
 * Front matter of any program under our own names and in the forms that
 * articles' fields are read in.
 */
export function ownFields(raw: Raw): OwnFields {
  const keys = new Map(Object.keys(raw).map((key) => [folded(key), key]));
  const from = new Map<string, string>();
  /** The first of a field's names that has a value of its kind. */
  const find = (field: FieldName, fits: (value: unknown) => boolean = () => true): unknown => {
    const key = FIELD_NAMES[field]
      .map((name) => keys.get(folded(name)))
      .find((each) => each !== undefined && !isMissing(raw[each]) && fits(raw[each]));
    if (key !== undefined) from.set(field, key);
    return key === undefined ? undefined : dated(raw[key]);
  };
  const all = (field: FieldName): unknown[] =>
    FIELD_NAMES[field]
      .flatMap((name) => keys.get(folded(name)) ?? [])
      .flatMap((key) => {
        if (!from.has(field)) from.set(field, key);
        return raw[key];
      });

  const [section, ...categories] = names(find("section"));
  const isNoSwitch = (value: unknown) => typeof value !== "boolean" && !(typeof value === "string" && /^(?:true|false)$/iu.test(value));
  const fields = {
    id: find("id"),
    slug: find("slug"),
    headline: find("headline"),
    standfirst: find("standfirst", isNoSwitch),
    section,
    authors: find("authors"),
    datePublished: find("datePublished", isNoSwitch),
    dateModified: find("dateModified", isNoSwitch),
    dateline: find("dateline"),
    topics: [...names(find("topics")), ...categories],
    places: names(find("places")),
    image: image(find("image", namesPicture) ?? find("image", isRecord), find("imageAlt"), find("imageCaption"), find("imageCredit")),
    inLanguage: find("inLanguage"),
    direction: find("direction"),
    genre: find("genre"),
    urgency: find("urgency"),
    corrections: find("corrections"),
    citations: find("citations"),
    url: find("url"),
    oldUrls: all("oldUrls").filter((value) => typeof value !== "boolean"),
  };
  const held = heldBy(raw, keys);
  return { fields, from, ...(held !== undefined && { held }) };
}

/** TOML has dates of its own; they are texts like all others here. */
const dated = (value: unknown): unknown => (value instanceof Date ? value.toISOString().replace(".000", "") : value);

/** "a, b" is a list to all programs; "a b" is one only to Jekyll, and a name of two words to the others. */
function names(value: unknown): unknown[] {
  if (typeof value === "string") return value.split(/\s*,\s*/u).filter((name) => name.trim() !== "");
  if (isMissing(value)) return [];
  return Array.isArray(value) ? value : [value];
}

function image(value: unknown, alt: unknown, caption: unknown, credit: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (isMissing(first)) return undefined;
  return { alt, caption, credit, ...(isRecord(first) ? filled(first) : { file: first }) };
}

const filled = (raw: Raw): Raw => Object.fromEntries(Object.entries(raw).filter(([, value]) => !isMissing(value)));

function heldBy(raw: Raw, keys: Map<string, string>): string | undefined {
  const value = (name: string) => scalarText(raw[keys.get(name) ?? ""]).toLowerCase();
  if (value("draft") === "true") return "It is marked as a draft (draft: true).";
  if (value("published") === "false") return "It is marked as not published (published: false).";
  return ["draft", "private", "pending"].includes(value("status"))
    ? `It is marked as not published (status: ${value("status")}).`
    : undefined;
}
