import type { Html, StoryBlock } from "#extend/extend.js";
import { oneLine } from "../../text/cleanText.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { instantOf } from "../../text/instantOf.ts";
import { isBlankHtml } from "../../text/isBlankHtml.ts";
import { type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";

/** A block of an item, and where it is there. */
type GuardianBlock = { block: Raw; place: string; isSummary: boolean };

/** The blocks of an item, wherever the response has them. */
export function blocksIn(item: Raw): GuardianBlock[] {
  const blocks = recordIn(item, "blocks");
  const requested = Object.entries(recordIn(blocks, "requestedBodyBlocks")).map(([name, list]) => ({
    name: `requestedBodyBlocks.${name}`,
    list,
  }));
  const lists = [{ name: "body", list: blocks["body"] }, ...requested, { name: "summary", list: blocks["summary"] }];
  return lists.flatMap(({ name, list }) =>
    recordsOf(list).map((block, index) => ({ block, place: `blocks.${name}.${index}`, isSummary: name === "summary" })),
  );
}

/** A value that nobody knows keeps a block back. */
export const isUnpublished = ({ block }: GuardianBlock): boolean => !["", "true"].includes(scalarText(block["published"]));

/** The blocks without those that are not published, and without others that have the ids of those. */
export function withoutUnpublished(blocks: GuardianBlock[]): GuardianBlock[] {
  const hidden = new Set(blocks.filter(isUnpublished).map(({ block }) => scalarText(block["id"])));
  hidden.delete("");
  return blocks.filter((each) => !isUnpublished(each) && !hidden.has(scalarText(each.block["id"])));
}

/** Whether the blocks of an item are the posts of a live blog. */
export const areDated = (blocks: GuardianBlock[]): boolean => blocks.some(({ block, isSummary }) => !isSummary && dateOf(block) !== "");

/** The posts of a live blog, below the blocks of its summary that are not posts; undefined if they say nothing. */
export function postsIn(item: Raw, blocks: GuardianBlock[]): StoryBlock[] | undefined {
  const posts = blocks.filter(({ isSummary }) => !isSummary);
  const ids = new Set(posts.map(({ block }) => scalarText(block["id"])));
  const summary = blocks.filter(({ block, isSummary }) => isSummary && !ids.has(scalarText(block["id"])));
  const parts = [...summary.map(({ block }) => htmlOf(block)), ...posts.map((post) => postOf(post, item))];
  return blocks.every(isBlank) ? undefined : parts;
}

/** The text of an item in its blocks. In a live blog without times they come newest first. */
export const htmlIn = (blocks: GuardianBlock[]): string =>
  blocks
    .filter(({ place }) => place.startsWith("blocks.body."))
    .map(({ block }) => `${titleOf(block) === "" ? "" : `<h2>${escapeHtml(titleOf(block))}</h2>`}${htmlOf(block).html}`)
    .join("\n");

const isBlank = ({ block }: GuardianBlock): boolean => titleOf(block) === "" && isBlankHtml(htmlOf(block).html);
const titleOf = (block: Raw): string => oneLine(scalarText(block["title"]));
const htmlOf = (block: Raw): Html => ({ type: "html", html: scalarText(block["bodyHtml"]) });

/** A summary of events so far is a post like the others, and the Guardian lists it with its key events. */
function postOf({ block, place }: GuardianBlock, item: Raw): StoryBlock {
  const attributes = recordIn(block, "attributes");
  const is = (name: string): boolean => scalarText(attributes[name]) === "true";
  const contributors = (Array.isArray(block["contributors"]) ? block["contributors"] : []).map(
    (each: unknown) => `profile/${scalarText(each)}`,
  );
  const authors = recordsOf(item["tags"]).filter((tag) => contributors.includes(scalarText(tag["id"])));
  return {
    type: "post",
    place,
    id: scalarText(block["id"]),
    date: dateOf(block),
    headline: titleOf(block),
    authors: [...new Set(authors.map((tag) => oneLine(scalarText(tag["webTitle"]))))],
    key: is("keyEvent") || is("summary") || undefined,
    pinned: is("pinned") || undefined,
    children: htmlOf(block),
  };
}

/** When a post was first published, as written; "" if no date can be read. */
const dateOf = (block: Raw): string =>
  ["firstPublishedDate", "publishedDate", "createdDate"]
    .map((name) => scalarText(block[name]))
    .find((date) => instantOf(date, "UTC") !== undefined) ?? "";
