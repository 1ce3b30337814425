import { isRecord } from "../../src/compiler/text/jsonRecord.ts";

/**
 * How many items a feed or an export has, counted in a different way from how it is
 * read; undefined if that cannot be determined, as for a broken file.
 */
export function countItems(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder().decode(bytes).replaceAll("\0", "");
  const json = jsonOf(text);
  if (json !== undefined) return inJson(json);
  const xml = text.replace(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/gu, "");
  const root = /<(?:\w+:)?(rss|feed|RDF)[\s>]/u.exec(xml)?.[1];
  if (root === undefined || !/<\/(?:\w+:)?(?:rss|feed|RDF)\s*>\s*$/u.test(xml)) return undefined;
  return [...xml.matchAll(root === "feed" ? /<(?:\w+:)?(?:entry|item)[\s/>]/gu : /<item[\s/>]/gu)].length;
}

function jsonOf(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}

function inJson(json: unknown): number | undefined {
  if (!isRecord(json)) return undefined;
  if (Array.isArray(json["items"])) return json["items"].length;
  const db: unknown = Array.isArray(json["db"]) ? json["db"][0] : json;
  const data = isRecord(db) && isRecord(db["data"]) ? db["data"] : {};
  return Array.isArray(data["posts"]) ? data["posts"].length : undefined;
}
