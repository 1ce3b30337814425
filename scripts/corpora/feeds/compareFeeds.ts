import { readFileSync } from "node:fs";
import { join } from "node:path";
import { milliseconds } from "#content/instant.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { htmlToInlines } from "../../../src/compiler/body/htmlToBlocks.ts";
import { instantOf } from "../../../src/compiler/text/instantOf.ts";
import { feedArchive } from "../../../src/compiler/formats/feed/feedArchive.ts";
import { jsonFeedArchive } from "../../../src/compiler/formats/jsonFeed/jsonFeedArchive.ts";
import { readArchive } from "../../../tests/support/readArchive.ts";
import type { Expected, FeedCase } from "./expected.ts";
import { feedCases } from "./feedCases.ts";
import { notComparable } from "./notComparable.ts";

/** A value that differs from the expected one. `reason` is why it must differ, if that is known. */
export type Difference = { file: string; of: string; expected: string; found: string; reason?: string };

export type Comparison = { compared: number; differences: Difference[] };

/** Compares the title, link and date of every feed and item in a folder with the expected ones. */
export async function compareFeeds(folder: string): Promise<Comparison> {
  const all = { compared: 0, differences: [] as Difference[] };
  for (const each of feedCases(folder)) {
    const { compared, differences } = await compareCase(folder, each);
    all.compared += compared;
    all.differences.push(...differences);
  }
  return all;
}

async function compareCase(folder: string, { file, feed, items }: FeedCase): Promise<Comparison> {
  const content = readFileSync(join(folder, file));
  const { drafts, publication, skipped } = await readArchive(file.endsWith(".json") ? jsonFeedArchive : feedArchive, file, content);
  const isSkipped = (index: number) => skipped.some(({ place }) => place === `item ${index + 1}`);
  const base = /\bxml:base="(https?:[^"]+)"/u.exec(content.toString())?.[1];
  const found = [
    ...pairs("feed", feed, base, { title: publication.name, link: publication.url, date: undefined }),
    ...items.flatMap((item, index) => {
      const place = `item ${index + 1}`;
      const draft = isSkipped(index) ? undefined : drafts[items.slice(0, index).filter((_, before) => !isSkipped(before)).length];
      return pairs(place, item, base, { title: draft?.headline, link: draft?.oldUrls[0], date: draft?.datePublished });
    }),
  ];
  const differences = found
    .filter(({ expected, found, same }) => !expected.some((value) => same(value, found)))
    .map(({ of, expected, found }): Difference => ({ file, of, expected: expected.join(" or "), found }))
    .map((difference) => {
      const kept = skipped.find(({ place }) => difference.of.startsWith(`${place},`))?.reason;
      const reason = notComparable({ ...difference, kept });
      return { ...difference, ...(reason !== undefined && { reason }) };
    });
  return { compared: found.length, differences };
}

type Pair = { of: string; expected: string[]; found: string; same: (expected: string, found: string) => boolean };

/** @param base the base of the feed's relative links: feedsmith leaves them as they are, and we resolve them (RFC 4287, section 2) */
function pairs(
  of: string,
  expected: Expected,
  base: string | undefined,
  found: Record<"title" | "link" | "date", string | undefined>,
): Pair[] {
  const { title, link, dates } = expected;
  return [
    ...(title === undefined ? [] : [{ of: `${of}, title`, expected: [title], found: found.title ?? "", same: sameWords }]),
    ...(link === undefined
      ? []
      : [
          {
            of: `${of}, link`,
            expected: [link],
            found: found.link ?? "",
            same: (a: string, b: string) => [a, resolved(a, base)].includes(b),
          },
        ]),
    ...(dates === undefined ? [] : [{ of: `${of}, date`, expected: dates, found: found.date ?? "", same: sameInstant }]),
  ];
}

const resolved = (link: string, base: string | undefined): string => (URL.canParse(link, base) ? new URL(link, base).href : link);

/** Titles that others keep as HTML are plain text here. */
const sameWords = (expected: string, found: string): boolean => [expected, words(expected)].map(oneLine).includes(oneLine(found));

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

const words = (html: string): string =>
  inlineText(htmlToInlines(html, { file: "", report: () => {}, place: () => "", link: (href) => href, picture: () => ({ reason: "" }) }));

function sameInstant(expected: string, found: string): boolean {
  const [one, other] = [expected, found].map((date) => instantOf(date, "UTC"));
  return one !== undefined && other !== undefined && milliseconds(one) === milliseconds(other);
}
