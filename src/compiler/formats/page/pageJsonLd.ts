import type { Raw } from "../../text/jsonRecord.ts";
import { byId, isArticle, thingsIn } from "../schemaOrg/things.ts";

/** The article that a page describes in JSON-LD (schema.org); `thing` resolves what it refers to by id. */
export type JsonLd = { article: Raw; thing: (value: unknown) => unknown };

/** All values of a property in any description on the page, even in a script that is invalid elsewhere. */
export function valuesInJsonLd(document: Document, name: string): unknown[] {
  return scriptsOf(document).flatMap((script) => {
    const json = parsed(script);
    if (json !== undefined) return thingsIn(json, HOLDERS).flatMap((thing) => thing[name] ?? thing[`schema:${name}`] ?? []);
    const values = script.matchAll(new RegExp(`"${name}"\\s*:\\s*(?:"([^"\\n]{4,60})"|(true|false)\\b)`, "gu"));
    return [...values].map(([, text, word]) => text ?? word);
  });
}

const HOLDERS = ["@graph", "mainEntity", "mainEntityOfPage"];

const scriptsOf = (document: Document): string[] =>
  [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => script.textContent ?? "");

/** The first description of an article, in any script, list or graph. Scripts that are not JSON are ignored. */
export function pageJsonLd(document: Document): JsonLd | undefined {
  const things = scriptsOf(document).flatMap((script) => thingsIn(parsed(script), HOLDERS));
  const article = things.find(isArticle);
  return article && { article, thing: byId(things) };
}

/** Some sites leave line breaks in strings, or comment or CDATA markers around the JSON. */
function parsed(script: string): unknown {
  const text = script.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$|^\s*<!--|-->\s*$/gu, "");
  try {
    const json: unknown = JSON.parse(text.replace(/[\n\r\t]+/gu, " "));
    return json;
  } catch {
    return undefined;
  }
}
