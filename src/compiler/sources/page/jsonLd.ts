import type { Raw } from "../article/record.ts";
import { byId, isArticle, thingsIn } from "../schemaOrg/things.ts";

/** The article that a page describes as JSON-LD (schema.org), and the names of things that it refers to by their ids. */
export type JsonLd = { article: Raw; thing: (value: unknown) => unknown };

/** The first description of an article, in any script, list or graph. A script that is no JSON says nothing. */
export function jsonLd(document: Document): JsonLd | undefined {
  const things = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    thingsIn(parsed(script.textContent), ["@graph", "mainEntity", "mainEntityOfPage"]),
  );
  const article = things.find(isArticle);
  return article && { article, thing: byId(things) };
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
