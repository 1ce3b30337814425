import { isRecord, type Raw } from "../../../src/compiler/text/jsonRecord.ts";

/** The values that the authors of a feed parser expect of an item or a feed, as far as stated. Any of several dates is accepted. */
export type Expected = { title?: string; link?: string; dates?: string[] };

/** A feed of a corpus, and its expected values. */
export type FeedCase = { file: string; feed: Expected; items: Expected[] };

const first = (...values: unknown[]): string | undefined =>
  values.filter((value) => typeof value === "string").find((value) => value !== "");

/** Reads the expected values of gofeed and feedsmith, which are JSON in the form of their models. */
export function expectedIn(json: unknown): Pick<FeedCase, "feed" | "items"> {
  const feed = isRecord(json) ? (isRecord(json["feed"]) ? json["feed"] : json) : {};
  const items = ["items", "entries"].flatMap((key) => (Array.isArray(feed[key]) ? feed[key] : [])).filter(isRecord);
  return { feed: expected(feed, false), items: items.map((item) => expected(item, true)) };
}

function expected(raw: Raw, isItem: boolean): Expected {
  const title = first(raw["title"], isRecord(raw["title"]) ? raw["title"]["value"] : undefined);
  const link = first(raw["link"], raw["url"], raw["home_page_url"], pageIn(raw["links"]));
  const dates = DATES.flatMap((key) => first(raw[key]) ?? []);
  return {
    ...(title !== undefined && { title }),
    ...(link !== undefined && { link }),
    ...(isItem && dates.length > 0 && { dates }),
  };
}

const DATES = ["published", "pubDate", "date_published", "publishedParsed", "pubDateParsed", "updated", "updatedParsed", "date_modified"];

/** The link to the page among the links of an Atom entry. */
function pageIn(links: unknown): unknown {
  if (!Array.isArray(links)) return undefined;
  const pages = links.filter(isRecord).filter(({ rel = "alternate" }) => rel === "alternate" || rel === "");
  return (pages.find(({ type = "text/html" }) => type === "text/html") ?? pages[0])?.["href"];
}
