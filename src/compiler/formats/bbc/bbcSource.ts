import { defineSource, type SourceItem, type Story } from "#extend/extend.js";
import { bylineAuthors } from "../../text/bylineAuthors.ts";
import { oneLine } from "../../text/cleanText.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { blocksHtml, firstBlock, innerBlocks, pictureOf, textIn } from "./blockHtml.ts";

/** BBC stories as its systems deliver them to its pages (in blocks of Optimo or CPS, https://github.com/bbc/simorgh). */
export const bbcSource = defineSource({
  extensions: ["json"],
  detects: ({ head }) =>
    /^\uFEFF?\s*[[{]/u.test(head) &&
    /"urn:bbc:/u.test(head) &&
    /"(?:blocks|groups)"\s*:\s*\[/u.test(head) &&
    /"promo"|"metadata"/u.test(head),
  timeZone: "UTC",
  release: {
    "passport.availability": { publishes: ["available"], withholds: ["unavailable"] },
    "passport.status": { means: "status" },
  },
  read: async ({ json }) => {
    const value = await json();
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(read);
  },
});

function read(value: unknown, index: number): SourceItem {
  const story = storyIn(value);
  const metadata = recordIn(story, "metadata");
  const id = scalarText(metadata["id"]);
  const place = id === "" ? `story ${index + 1}` : id;
  const blocks = recordsOf(contentOf(story)["blocks"]);
  if (blocks.length === 0) return { place, skipped: "It has no blocks: it is a list of other stories, or holds no text." };
  const problems: { message: string }[] = [];
  return {
    place,
    item: { ...recordIn(metadata, "options"), ...metadata },
    base: addressesOf(metadata).find((address) => URL.canParse(address)) ?? "https://www.bbc.com/",
    firstFigureLeads: true,
    story: articleOf(story, blocks, (message) => problems.push({ message })),
    problems,
  };
}

/** API responses wrap a story in `data`, `article` or `secondaryData`, or in several of them. */
function storyIn(value: unknown, depth = 0): Raw {
  if (!isRecord(value) || depth > 4) return {};
  const [inner] = ["data", "article", "secondaryData"].map((name) => value[name]).filter(isRecord);
  return "content" in value || inner === undefined ? value : storyIn(inner, depth + 1);
}

const contentOf = (story: Raw): Raw => {
  const content = recordIn(story, "content");
  return isRecord(content["model"]) ? content["model"] : content;
};

function articleOf(story: Raw, blocks: Raw[], warn: (message: string) => void): Story {
  const [metadata, promo] = [recordIn(story, "metadata"), recordIn(story, "promo")];
  const headline = headlineOf(blocks, promo);
  const html = blocksHtml(blocks, warn);
  const summary = oneLine(scalarText(promo["summary"]) || textIn(innerBlocks(recordIn(promo, "summary"))));
  const timestamp = firstBlock(blocks, "timestamp");
  const times: Raw = timestamp === undefined ? {} : recordIn(timestamp, "model");
  return {
    id: scalarText(metadata["id"]),
    headline,
    standfirst: summary === headline ? undefined : summary,
    html,
    ...subjectsOf(metadata, story),
    authors: authorsOf(blocks, promo),
    datePublished: scalarText(metadata["firstPublished"]) || scalarText(times["firstPublished"]) || scalarText(promo["timestamp"]),
    dateModified: scalarText(metadata["lastPublished"]) || scalarText(times["lastPublished"]),
    // Without any picture of its own, the one that lists show.
    image: html.includes("<figure>") ? undefined : pictureOf(recordIn(promo, "indexImage")),
    inLanguage: scalarText(metadata["language"]),
    oldUrls: addressesOf(metadata),
  };
}

function headlineOf(blocks: Raw[], promo: Raw): string | undefined {
  const block = firstBlock(blocks, "headline") ?? firstBlock(blocks, "visuallyHiddenHeadline") ?? firstBlock(blocks, "fauxHeadline");
  const headlines = recordIn(promo, "headlines");
  const written = [headlines["headline"], headlines["seoHeadline"], headlines["shortHeadline"]].map(scalarText);
  return [block === undefined ? "" : textIn(innerBlocks(block)), ...written].map(oneLine).find((text) => text !== "");
}

/** What the story is about, labelled in its own language; places are listed apart. */
function subjectsOf(metadata: Raw, story: Raw): Story {
  const about = recordsOf(recordIn(metadata, "tags")["about"]);
  const [places, topics] = [about.filter(isPlace), about.filter((each) => !isPlace(each))].map(namesIn);
  const named = recordsOf(metadata["topics"]).flatMap((topic) => oneLine(scalarText(topic["topicName"])));
  const section = oneLine(
    scalarText(recordIn(metadata, "section")["name"]) || scalarText(recordIn(recordIn(story, "relatedContent"), "section")["name"]),
  );
  const known = new Set((places ?? []).map(({ name }) => name));
  return {
    section: section === "" ? undefined : { name: section },
    topics: [...new Set([...(topics ?? []).map(({ name }) => name), ...named])]
      .filter((name) => name !== "" && !known.has(name))
      .map((name) => ({ name })),
    places: places ?? [],
  };
}

const isPlace = (thing: Raw): boolean => JSON.stringify(thing["thingType"] ?? "").includes("Place");

const namesIn = (things: Raw[]): { name: string }[] =>
  [...new Set(things.map((thing) => oneLine(scalarText(thing["thingLabel"]) || scalarText(thing["topicName"]))))]
    .filter((name) => name !== "")
    .map((name) => ({ name }));

/** Optimo has a block of contributors, CPS a single line. */
function authorsOf(blocks: Raw[], promo: Raw): Story[] {
  const byline = firstBlock(blocks, "byline");
  const names =
    byline === undefined ? [] : innerBlocks(byline).map((person) => oneLine(textIn([firstBlock(innerBlocks(person), "name") ?? {}])));
  const found = [...new Set(names)].filter((name) => name !== "").map((name) => ({ name }));
  return found.length > 0 ? found : bylineAuthors(scalarText(recordIn(promo, "byline")["name"]));
}

function addressesOf(metadata: Raw): string[] {
  const locators = recordIn(metadata, "locators");
  const all = [locators["canonicalUrl"], locators["assetUri"]].map((url) => scalarText(url).trim());
  return all.filter((url) => /^\/[^/]/u.test(url) || (/^https?:\/\/\S+$/iu.test(url) && URL.canParse(url)));
}
