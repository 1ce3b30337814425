import * as v from "valibot";
import { type Settings, SettingsSchema } from "../../settings/settings.ts";
import { type Raw, scalarText } from "../../text/jsonRecord.ts";
import type { Publication } from "../../reading/source.ts";
import { plain } from "./plain.ts";
import type { Tables } from "./tablesOf.ts";

/** What the settings and accounts say about the publication. Of an account, only name, slug and bio are published. */
export function publicationOf({ settings, users }: Tables): Publication {
  const text = (...keys: string[]) => keys.map((key) => plain(settings.get(key))).find((value) => value !== "");
  const people = [...users.values()].flatMap((user) => personOf(user) ?? []);
  const publication: Publication = {};
  const name = text("title");
  const tagline = text("description");
  const language = valid(text("locale", "lang", "default_locale", "defaultLang")?.replaceAll("_", "-"), SettingsSchema.entries.language);
  const timeZone = valid(text("timezone", "active_timezone", "activeTimezone"), SettingsSchema.entries.timeZone);
  const url = valid(text("url"), SettingsSchema.entries.url);
  if (name !== undefined) publication.name = name;
  if (tagline !== undefined) publication.tagline = tagline;
  if (language !== undefined) publication.language = language;
  if (timeZone !== undefined) publication.timeZone = timeZone;
  if (url !== undefined) publication.url = url;
  if (people.length > 0) publication.people = people;
  return publication;
}

/** An author as readers may see one; undefined for an account whose only name is its email address. */
export function authorOf(user: Raw | undefined): { name: string; slug?: string } | undefined {
  const name = plain(user?.["name"]);
  if (user === undefined || name === "" || name.includes("@") || sameText(name, user["email"])) return undefined;
  const slug = scalarText(user["slug"]);
  return slug === "" ? { name } : { name, slug };
}

function personOf(user: Raw): Settings["people"][number] | undefined {
  const author = authorOf(user);
  const bio = plain(user["bio"]);
  if (author === undefined || bio === "") return undefined;
  const email = scalarText(user["email"]).trim();
  const description = email === "" ? bio : bio.replaceAll(email, "").replace(/\s+/gu, " ").trim();
  return {
    name: author.name,
    aliases: [],
    ...(author.slug !== undefined && isSlug(author.slug) && { slug: author.slug }),
    ...(description !== "" && { description }),
  };
}

const isSlug = (slug: string): boolean => v.is(SettingsSchema.entries.people, [{ name: "x", slug }]);
const sameText = (name: string, other: unknown): boolean => scalarText(other).trim().toLowerCase() === name.toLowerCase();

function valid<T>(value: string | undefined, schema: v.GenericSchema<unknown, T>): T | undefined {
  const result = v.safeParse(schema, value);
  return value !== undefined && result.success ? result.output : undefined;
}
