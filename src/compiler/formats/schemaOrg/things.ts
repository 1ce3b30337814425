import { isRecord, type Raw } from "../../text/jsonRecord.ts";

/** The schema.org types that are articles. */
const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review|SocialMediaPosting)$/u;

export const isArticle = (thing: Raw): boolean => typesOf(thing).some((type) => ARTICLE.test(type));

export function typesOf(thing: Raw): string[] {
  const type: unknown = thing["@type"];
  return (Array.isArray(type) ? type : [type]).flatMap((each: unknown) => (typeof each === "string" ? [each] : []));
}

const DEEPEST = 6;

/** All things that JSON-LD describes, in lists and in the given fields, such as graphs. */
export function thingsIn(json: unknown, fields: string[], depth = 0): Raw[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(json)) return json.flatMap((each: unknown) => thingsIn(each, fields, depth + 1));
  if (!isRecord(json)) return [];
  return [json, ...fields.flatMap((key) => thingsIn(json[key], fields, depth + 1))];
}

/** Resolves references: completes an object with an id by the thing that has that id. */
export function byId(things: Raw[]): (value: unknown) => unknown {
  const known = new Map(
    things.flatMap((thing) => (typeof thing["@id"] === "string" && Object.keys(thing).length > 1 ? [[thing["@id"], thing]] : [])),
  );
  return (value) => (isRecord(value) && typeof value["@id"] === "string" ? { ...known.get(value["@id"]), ...value } : value);
}
