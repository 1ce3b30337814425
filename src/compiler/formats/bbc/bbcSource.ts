import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import type { Draft, DraftRef } from "../../draft/draft.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, type ArchivePlace, archiveTime } from "../archiveFormat.ts";
import { bylineAuthors } from "../fields/bylineAuthors.ts";
import { isBeginning } from "../fields/isBeginning.ts";
import { jsonOf } from "../jsonOf.ts";
import { leadPicture } from "../fields/leadPicture.ts";
import { oneLine } from "../../text/cleanText.ts";
import { withoutHeadline } from "../fields/withoutHeadline.ts";
import { bbcRelease } from "./bbcRelease.ts";
import { blocksHtml, firstBlock, innerBlocks, pictureOf, textIn } from "./blockHtml.ts";

/** BBC stories as its systems deliver them to its pages (in blocks of Optimo or CPS, https://github.com/bbc/simorgh). */
export const bbcArchive: ArchiveFormat = {
  name: "bbc",
  title: "BBC blocks",
  detects: ({ head }) =>
    /^\uFEFF?\s*[[{]/u.test(head) &&
    /"urn:bbc:/u.test(head) &&
    /"(?:blocks|groups)"\s*:\s*\[/u.test(head) &&
    /"promo"|"metadata"/u.test(head),
  read,
};

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const json = await jsonOf(file, context);
  if (json === undefined) return;
  const items: unknown[] = Array.isArray(json.value) ? json.value : [json.value];
  for (const [index, item] of items.entries()) {
    const story = storyIn(item);
    const metadata = recordIn(story, "metadata");
    const id = scalarText(metadata["id"]);
    const where = { file: file.path, place: id === "" ? `story ${index + 1}` : id };
    if (recordsOf(contentOf(story)["blocks"]).length === 0) {
      context.skip(where, "It has no blocks: it is a list of other stories, or holds no text.");
      continue;
    }
    const { held, moments } = bbcRelease({ ...recordIn(metadata, "options"), ...metadata }, archiveTime(context, "UTC"));
    if (held === undefined) yield { ...draftOf(story, where, context), moments };
    else context.skip(where, held, id);
  }
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

function draftOf(story: Raw, where: ArchivePlace, context: ArchiveContext): Draft {
  const [metadata, promo] = [recordIn(story, "metadata"), recordIn(story, "promo")];
  const blocks = recordsOf(contentOf(story)["blocks"]);
  const addresses = addressesOf(metadata);
  const base = addresses.find((address) => URL.canParse(address)) ?? "https://www.bbc.com/";
  const headline = headlineOf(blocks, promo);
  const warn = (message: string) => context.report({ severity: "warning", ...where, message });
  const [first] = blocks.filter(
    (block) => !["headline", "visuallyHiddenHeadline", "fauxHeadline", "timestamp", "byline"].includes(typeOf(block)),
  );
  const picture = first !== undefined && typeOf(first) === "image" ? pictureOf(first) : undefined;
  const read = withoutHeadline(htmlToBlocks(blocksHtml(blocks, warn), context.body(where, base)), headline);
  const leads = picture !== undefined && read[0]?.type === "figure";
  const body = leads ? read.slice(1) : read;
  const summary = oneLine(scalarText(promo["summary"]) || textIn(innerBlocks(recordIn(promo, "summary"))));
  const timestamp = firstBlock(blocks, "timestamp");
  const times: Raw = timestamp === undefined ? {} : recordIn(timestamp, "model");
  return {
    ...where,
    id: scalarText(metadata["id"]) || undefined,
    headline,
    standfirst: summary === "" || summary === headline || isBeginning(summary, body) ? undefined : summary,
    body,
    ...subjectsOf(metadata, story),
    authors: authorsOf(blocks, promo),
    datePublished:
      scalarText(metadata["firstPublished"]) || scalarText(times["firstPublished"]) || scalarText(promo["timestamp"]) || undefined,
    dateModified: scalarText(metadata["lastPublished"]) || scalarText(times["lastPublished"]) || undefined,
    image: leads && read[0]?.type === "figure" ? read[0].image : indexImage(promo, body, where, context),
    inLanguage: scalarText(metadata["language"]) || undefined,
    corrections: [],
    citations: [],
    oldUrls: addresses,
    held: body.length === 0 ? "It has no text." : undefined,
  };
}

const typeOf = (block: Raw): string => scalarText(block["type"]);

function headlineOf(blocks: Raw[], promo: Raw): string | undefined {
  const block = firstBlock(blocks, "headline") ?? firstBlock(blocks, "visuallyHiddenHeadline") ?? firstBlock(blocks, "fauxHeadline");
  const headlines = recordIn(promo, "headlines");
  const written = [headlines["headline"], headlines["seoHeadline"], headlines["shortHeadline"]].map(scalarText);
  return [block === undefined ? "" : textIn(innerBlocks(block)), ...written].map(oneLine).find((text) => text !== "");
}

/** What the story is about, labelled in its own language; places are listed apart. */
function subjectsOf(metadata: Raw, story: Raw): Pick<Draft, "section" | "topics" | "places"> {
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

const namesIn = (things: Raw[]): DraftRef[] =>
  [...new Set(things.map((thing) => oneLine(scalarText(thing["thingLabel"]) || scalarText(thing["topicName"]))))]
    .filter((name) => name !== "")
    .map((name) => ({ name }));

/** Optimo has a block of contributors, CPS a single line. */
function authorsOf(blocks: Raw[], promo: Raw): Draft["authors"] {
  const byline = firstBlock(blocks, "byline");
  const names =
    byline === undefined ? [] : innerBlocks(byline).map((person) => oneLine(textIn([firstBlock(innerBlocks(person), "name") ?? {}])));
  const found = [...new Set(names)].filter((name) => name !== "").map((name) => ({ name }));
  return found.length > 0 ? found : bylineAuthors(scalarText(recordIn(promo, "byline")["name"]));
}

/** The picture that lists show, for a story without any of its own. */
function indexImage(promo: Raw, body: Draft["body"], where: ArchivePlace, context: ArchiveContext): Draft["image"] {
  const picture = body.some(({ type }) => type === "figure" || type === "gallery") ? undefined : pictureOf(recordIn(promo, "indexImage"));
  return picture && leadPicture(picture, where, context);
}

function addressesOf(metadata: Raw): string[] {
  const locators = recordIn(metadata, "locators");
  const all = [locators["canonicalUrl"], locators["assetUri"]].map((url) => scalarText(url).trim());
  return all.filter((url) => /^\/[^/]/u.test(url) || (/^https?:\/\/\S+$/iu.test(url) && URL.canParse(url)));
}
