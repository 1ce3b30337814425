import type { Expected, FeedCase } from "./expected.ts";

/** Reads the comment at the start of each of feedparser's files: a line of Python with the expected values. */
export function feedparserCase(file: string, text: string): FeedCase | undefined {
  const line = /^\s*Expect:\s*(.+)$/mu.exec(text)?.[1];
  if (line === undefined) return undefined;
  const feed: Expected = {};
  const items: Expected[] = [];
  for (const [, index, key, dotted, string, tuple] of line.matchAll(FIELD)) {
    const name = key ?? dotted ?? "";
    const of = index === undefined ? feed : (items[Number(index)] ??= {});
    const value = string === undefined ? instant(tuple ?? "") : unquoted(string);
    if (name === "title") of.title = value;
    else if (name === "link") of.link = value;
    else if (index !== undefined) of.dates = [...(of.dates ?? []), value];
  }
  return { file, feed, items: Array.from(items, (item) => item ?? {}) };
}

/** entries[0]['title'] == 'text', feed['link'] == u'address', entries[0]['updated_parsed'] == (2004, 1, 1, 19, 48, 21, 3, 1, 0) */
const FIELD =
  /(?:entries\[(\d)\]|\bfeed)(?:\['(title|link|(?:published|updated|created)(?:_parsed)?)'\]|\.(title|link))(?:\s*==\s*entries\[\d\]\['\w+'\])?\s*==\s*(?:u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|\(([\d, ]+)\))/gu;

function instant(tuple: string): string {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = tuple.split(",").map(Number);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString();
}

const unquoted = (string: string): string =>
  string
    .slice(1, -1)
    .replace(/\\u([\da-f]{4})|\\x([\da-f]{2})/giu, (_, four: string | undefined, two: string) =>
      String.fromCharCode(Number.parseInt(four ?? two, 16)),
    )
    .replace(/\\(.)/gu, "$1");
