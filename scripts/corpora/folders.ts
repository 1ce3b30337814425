import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { countItems } from "./countItems.ts";
import type { Reading } from "./reading.ts";

/** A part of the corpora: its inputs, and what must hold for each reading, besides that counts add up. */
export type Folder = {
  name: string;
  /** Paths relative to the corpora. */
  inputs: (root: string) => string[];
  /** What is wrong with a reading, as a sentence. */
  fault?: (reading: Reading, root: string) => string | undefined;
  /** Seconds that one input may take. */
  limit?: number;
};

const files = (under: string, pattern: RegExp) => (root: string) =>
  readdirSync(join(root, under), { recursive: true, encoding: "utf8" })
    .map((name) => join(under, name).replaceAll("\\", "/"))
    .filter((name) => pattern.test(name))
    .toSorted();

const XML_OR_JSON = /\.xml$|(?<!_expected)\.json$/u;

/** Feeds, without the expected results beside them, which are JSON files with the same name. */
const feeds = (under: string) => (root: string) => {
  const all = new Set(files(under, XML_OR_JSON)(root));
  return [...all].filter((name) => name.endsWith(".xml") || !all.has(name.replace(/\.json$/u, ".xml")));
};

/** Compares counts of items. A file that cannot be read at all counts as one skipped item. */
const counted = ({ path, items, errors }: Reading, root: string): string | undefined => {
  const own = countItems(readFileSync(join(root, path)));
  return own === undefined || own === items || (own === 0 && items === 1 && errors > 0)
    ? undefined
    : `It holds ${own} items, and ${items} were counted.`;
};

const reported = ({ items, errors, skipped }: Reading): string | undefined =>
  errors > 0 || skipped > 0 || items === 0 ? undefined : "It should be refused or reported, and was not.";

export const folders: Folder[] = [
  { name: "wxr", inputs: files("wxr", /\.xml$/u) },
  { name: "ghost", inputs: files("ghost", /\.json$/u), fault: counted },
  {
    name: "ninjs, should pass",
    inputs: files("ninjs", /should_pass.*\.json$/u),
    fault: ({ items, errors, firstError }) =>
      items > 0 && errors === 0 ? undefined : `It should be read without errors: ${firstError ?? "no item"}.`,
  },
  { name: "ninjs, should fail", inputs: files("ninjs", /should_fail.*\.json$/u), fault: reported },
  { name: "ninjs, examples", inputs: files("ninjs", /(?<!should_(?:pass|fail)[^]*)(?<!schema[^/]*)\.json$/u) },
  {
    name: "govuk",
    inputs: files("govuk", /\.json$/u),
    fault: ({ items }) => (items === 1 ? undefined : `It is one article, and ${items} were read.`),
  },
  { name: "feeds/gofeed", inputs: feeds("feeds/gofeed"), fault: counted },
  { name: "feeds/feedsmith", inputs: feeds("feeds/feedsmith"), fault: counted },
  { name: "feeds/feedparser", inputs: feeds("feeds/feedparser"), fault: counted },
  {
    name: "markdown/18f",
    inputs: () => ["markdown/18f/content/posts"],
    fault: ({ items }) => (items === 509 ? undefined : `It holds 509 posts, and ${items} were counted.`),
    limit: 60,
  },
];
