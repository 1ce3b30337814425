import type { Raw } from "../article/record.ts";
import { byId, isArticle, thingsIn } from "../schemaOrg/things.ts";

/** The article that a page describes as JSON-LD (schema.org), and the names of things that it refers to by their ids. */
export type JsonLd = { article: Raw; thing: (value: unknown) => unknown };

/** What any description of the page or its article says under a name, also in a script with a fault elsewhere. */
export function toldInJsonLd(document: Document, name: string): unknown[] {
  return scriptsOf(document).flatMap((script) => {
    const json = parsed(script);
    if (json !== undefined) return thingsIn(json, HOLDERS).flatMap((thing) => thing[name] ?? []);
    return [...script.matchAll(new RegExp(`"${name}"\\s*:\\s*"([^"\\n]{4,60})"`, "gu"))].map(([, text]) => text);
  });
}

const HOLDERS = ["@graph", "mainEntity", "mainEntityOfPage"];

const scriptsOf = (document: Document): string[] =>
  [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => script.textContent ?? "");

/** The first description of an article, in any script, list or graph. A script that is no JSON says nothing. */
export function jsonLd(document: Document): JsonLd | undefined {
  const things = scriptsOf(document).flatMap((script) => thingsIn(parsed(script), HOLDERS));
  const article = things.find(isArticle);
  return article && { article, thing: byId(things) };
}

/** Some sites leave line breaks, comments or a CDATA mark in it. */
function parsed(script: string): unknown {
  const text = script.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$|^\s*<!--|-->\s*$/gu, "");
  try {
    const json: unknown = JSON.parse(text.replace(/[\n\r\t]+/gu, " "));
    return json;
  } catch {
    return undefined;
  }
}
