import { isRecord, type Raw } from "../article/record.ts";

/** The article that a page describes as JSON-LD (schema.org), and the names of things that it refers to by their ids. */
export type JsonLd = { article: Raw; thing: (value: unknown) => unknown };

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review|SocialMediaPosting)$/u;

/** The first description of an article, in any script, list or graph. A script that is no JSON says nothing. */
export function jsonLd(document: Document): JsonLd | undefined {
  const things = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    thingsIn(parsed(script.textContent)),
  );
  const article = things.find((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  if (article === undefined) return undefined;
  const byId = new Map(
    things.flatMap((thing) => (typeof thing["@id"] === "string" && Object.keys(thing).length > 1 ? [[thing["@id"], thing]] : [])),
  );
  return {
    article,
    thing: (value) => (isRecord(value) && typeof value["@id"] === "string" ? { ...byId.get(value["@id"]), ...value } : value),
  };
}

/** Some sites leave line breaks, comments or a CDATA mark in it. */
function parsed(script: string | null): unknown {
  const text = (script ?? "").replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$|^\s*<!--|-->\s*$/gu, "");
  try {
    const json: unknown = JSON.parse(text.replace(/[\n\r\t]+/gu, " "));
    return json;
  } catch {
    return undefined;
  }
}

const DEEPEST = 6;

function thingsIn(json: unknown, depth = 0): Raw[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(json)) return json.flatMap((each: unknown) => thingsIn(each, depth + 1));
  if (!isRecord(json)) return [];
  return [json, ...["@graph", "mainEntity", "mainEntityOfPage"].flatMap((key) => thingsIn(json[key], depth + 1))];
}

function typesOf(thing: Raw): string[] {
  const type: unknown = thing["@type"];
  return (Array.isArray(type) ? type : [type]).flatMap((each: unknown) => (typeof each === "string" ? [each] : []));
}
