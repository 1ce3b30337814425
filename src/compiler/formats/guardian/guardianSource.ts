import { defineSource, type Html, type ReleaseField, type SourceItem, type Story } from "#extend/extend.js";
import { oneLine } from "../../text/cleanText.ts";
import { isBlankHtml } from "../../text/isBlankHtml.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { notAnArticle } from "../../text/notAnArticle.ts";
import { areDated, blocksIn, htmlIn, isUnpublished, postsIn, withoutUnpublished } from "./guardianBlocks.ts";

/** The settings of the newsroom's Composer, which its previews have. */
const COMPOSER: [string, ReleaseField][] = ["", "fields.", "settings."].flatMap((group): [string, ReleaseField][] => [
  [`${group}scheduledLaunchDate`, { means: "release" }],
  [`${group}embargoedUntil`, { means: "embargo" }],
  [`${group}embargoedIndefinitely`, { means: "hides" }],
]);

/** Responses of the Guardian's Open Platform (open-platform.theguardian.com/documentation): a search, or one item. */
export const guardianSource = defineSource({
  extensions: ["json"],
  detects: ({ head }) =>
    /^\uFEFF?\s*[[{]/u.test(head) && ["webPublicationDate", "webTitle", "webUrl"].every((name) => head.includes(`"${name}"`)),
  timeZone: "UTC",
  release: {
    isExpired: { means: "hides" },
    isGone: { means: "hides" },
    // The channel "open" is the website; the others are apps.
    channels: { publishes: ["open"], any: true, isRequired: true },
    "fields.isLive": { means: "shows" },
    // No item that everybody can read has one.
    "fields.membershipAccess": { publishes: [], withholds: ["members-only", "paid-members-only"] },
    "fields.scheduledPublicationDate": { means: "release" },
    // Nothing in the documentation says that such an item may be published elsewhere.
    "fields.legallySensitive": { publishes: ["false"] },
    ...Object.fromEntries(COMPOSER),
  },
  read: async ({ json, types }) => itemsIn(await json()).map((item, index) => read(item, index, types)),
});

/** The results of a search, those of several responses in a list, or a single item. */
function itemsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(itemsIn);
  if (!isRecord(value)) return value === undefined ? [] : [value];
  if (isRecord(value["response"])) return itemsIn(value["response"]);
  if (Array.isArray(value["results"])) return value["results"];
  return [value["content"] ?? value];
}

function read(item: unknown, index: number, types: readonly string[]): SourceItem {
  const id = isRecord(item) ? scalarText(item["id"]) : "";
  const place = id === "" ? `item ${index + 1}` : id;
  if (!isRecord(item)) return { place, skipped: "It is not an object with the fields of an item." };
  const type = scalarText(item["type"]);
  const found = { place, item: { ...item, channels: channelsOf(item) } };
  if (!["", "article", "liveblog", ...types].includes(type)) return { ...found, story: { id }, skipped: notAnArticle(type) };
  const url = scalarText(item["webUrl"]);
  const base = URL.canParse(url) ? url : undefined;
  const fields = recordIn(item, "fields");
  const all = blocksIn(item);
  const blocks = withoutUnpublished(all);
  const isHeld = all.length > 0 && blocks.length === 0;
  const posts = type === "liveblog" && areDated(all) ? postsIn(item, blocks) : undefined;
  const html = scalarText(fields["body"]) || htmlIn(blocks);
  const hasText = isHeld || posts !== undefined || !isBlankHtml(html);
  const ended = scalarText(fields["liveBloggingNow"]) === "true" ? undefined : true;
  return {
    ...found,
    base,
    skipped: hasText ? undefined : NO_TEXT,
    held: isHeld ? "None of its blocks is published." : undefined,
    story: {
      ...storyOf(item, fields),
      ...(posts === undefined ? { html } : { body: posts, liveBlog: { ended } }),
      oldUrls: [...(base === undefined ? [] : [base]), ...(id === "" ? [] : [`/${id}`])],
    },
    problems: all.filter(isUnpublished).map((block) => ({ severity: "notice", place: block.place, message: UNPUBLISHED })),
  };
}

const NO_TEXT = "It has no text; request it with show-fields=body or show-blocks=body.";
const UNPUBLISHED = "The post was left out. It is not published.";

/** The channels in which an item is available: [{ channelId, fields: { isAvailable } }]. */
function channelsOf({ channels }: Raw): unknown {
  if (!Array.isArray(channels) || channels.length === 0) return undefined;
  return recordsOf(channels).flatMap((channel) => (recordIn(channel, "fields")["isAvailable"] === false ? [] : [channel["channelId"]]));
}

/** The fields of a story besides its text. Those of the API hold HTML. */
function storyOf(item: Raw, fields: Raw): Story {
  const [id, thumbnail] = [scalarText(item["id"]), scalarText(fields["thumbnail"])];
  const firstOf = (...all: unknown[]): Html => htmlOf(all.map(scalarText).find((each) => !isBlankHtml(each)));
  const contributors = tagged(item, "contributor");
  return {
    id,
    slug: id.split("/").at(-1),
    headline: firstOf(fields["headline"], item["webTitle"]),
    standfirst: firstOf(fields["standfirst"], fields["trailText"]),
    section: oneLine(scalarText(item["sectionName"])),
    authors: contributors.length > 0 ? contributors : htmlOf(scalarText(fields["byline"])),
    datePublished: scalarText(item["webPublicationDate"]) || scalarText(fields["firstPublicationDate"]),
    dateModified: scalarText(fields["lastModified"]),
    topics: tagged(item, "keyword"),
    // The field `main` holds the element above the text.
    image: [htmlOf(scalarText(fields["main"])), thumbnail],
    inLanguage: scalarText(fields["lang"]),
  };
}

const htmlOf = (html = ""): Html => ({ type: "html", html });

const tagged = (item: Raw, type: string): string[] =>
  recordsOf(item["tags"])
    .filter((tag) => tag["type"] === type)
    .map((tag) => oneLine(scalarText(tag["webTitle"])))
    .filter((name) => name !== "");
