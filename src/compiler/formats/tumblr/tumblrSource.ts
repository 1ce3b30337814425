import { defineSource, type SourceItem, type Story } from "#extend/extend.js";
import { oneLine } from "../../text/cleanText.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { isBlankHtml } from "../../text/isBlankHtml.ts";
import { isMissing, isRecord, numberIn, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { keysOfJson } from "../../text/keysOfJson.ts";
import { isPaid, npfHtml } from "./npfHtml.ts";
import { legacyHtml } from "./legacyHtml.ts";

/**
 * Posts of Tumblr as its API gives them (github.com/tumblr/docs, api.md and npf-spec.md), and as programs that make backups keep
 * them: a response, a list, or one post a file.
 */
export const tumblrSource = defineSource({
  extensions: ["json", "html"],
  detects: ({ head }) => {
    if (isExportedPage(head)) return true;
    if (!/^\uFEFF?\s*[[{]/u.test(head)) return false;
    const keys = keysOfJson(head);
    return (keys.has("reblog_key") && keys.has("post_url")) || (keys.has("response") && /"reblog_key"\s*:/u.test(head));
  },
  timeZone: "UTC",
  release: {
    state: {
      publishes: ["published"],
      withholds: ["draft", "queue", "queued", "private", "submission", "unapproved", "ghost"],
      isRequired: true,
    },
    paywall_access: { publishes: ["disabled"], withholds: ["enabled", "member", "non-member", "creator"] },
    scheduled_publish_time: { means: "release" },
    "blog.is_private": { publishes: ["false"], withholds: ["true"] },
  },
  read: async ({ text, json }) => (isExportedPage(text) ? [{ place: "page", held: EXPORTED }] : postsIn(await json()).map(read)),
});

/** Tumblr's own export has a page for each post, with its day and its tags below. */
export const isExportedPage = (text: string): boolean => /<div id="footer">\s*<span id="timestamp">/u.test(text);

export const EXPORTED =
  "Tumblr’s own export does not say which posts are public. Import what its API gives: the files of `tumblr-backup --json`, or responses of /v2/blog/NAME/posts?npf=true.";

/** Backups are lists of responses, of which each has a list; anything deeper is not read. */
function postsIn(value: unknown, depth = 0): unknown[] {
  if (Array.isArray(value) && depth < DEEPEST) return value.flatMap((each) => postsIn(each, depth + 1));
  if (!isRecord(value)) return value === undefined ? [] : [value];
  const { response } = value;
  if ((isRecord(response) || Array.isArray(response)) && depth < DEEPEST) return postsIn(response, depth + 1);
  return Array.isArray(value["posts"]) ? value["posts"] : [value];
}

const DEEPEST = 10;

function read(post: unknown, index: number): SourceItem {
  const id = isRecord(post) ? scalarText(post["id_string"]) || scalarText(post["id"]) : "";
  const place = id === "" ? `post ${index + 1}` : id;
  if (!isRecord(post)) return { place, skipped: "It is not an object with the fields of a post." };
  const url = scalarText(post["post_url"]);
  const base = URL.canParse(url) ? url : undefined;
  // Nobody knows whether a post without a state is public.
  const item = { ...post, state: post["state"] ?? "" };
  const { title, html } = Array.isArray(post["content"]) ? blocksHtml(post) : legacyHtml(post);
  const isPassedOn = Array.isArray(post["content"]) ? isReblog(post) && isBlankHtml(html) : addsNothing(post);
  return {
    place,
    base,
    item,
    held: isPaid(post) ? "A part of it is for subscribers (paywall)." : undefined,
    skipped: isPassedOn ? "It only passes on a post of another blog." : isBlankHtml(html) ? "It has no text." : undefined,
    firstFigureLeads: true,
    story: storyOf(post, { id, url, title, html }),
  };
}

const isReblog = (post: Raw): boolean => !isMissing(post["reblogged_from_id"]);

/** In the older kinds of post, the text is that of the other blog as well, and `reblog` says which part of it is whose. */
function addsNothing(post: Raw): boolean {
  const { comment, tree_html } = recordIn(post, "reblog");
  const isOfAnother = isReblog(post) || !isBlankHtml(scalarText(tree_html));
  return isOfAnother && comment !== undefined && isBlankHtml(scalarText(comment));
}

/** The first heading of a post in blocks is its title. What others wrote before it is quoted above it. */
function blocksHtml(post: Raw): { title: string; html: string } {
  const content = recordsOf(post["content"]);
  const [first] = content;
  const isTitled = first?.["type"] === "text" && first["subtype"] === "heading1";
  const own = npfHtml(content, recordsOf(post["layout"]), isTitled ? 1 : 0);
  const trail = recordsOf(post["trail"]).map((each) => {
    const inner = npfHtml(recordsOf(each["content"]), recordsOf(each["layout"]));
    const name = scalarText(recordIn(each, "blog")["name"]) || scalarText(each["broken_blog_name"]);
    return inner === "" ? "" : `<blockquote>${inner}${name === "" ? "" : `<p>— ${escapeHtml(name)}</p>`}</blockquote>`;
  });
  // A post that adds nothing of its own is one of somebody else.
  return { title: isTitled ? oneLine(scalarText(first["text"])) : "", html: own === "" ? "" : [...trail, own].join("\n") };
}

function storyOf(post: Raw, { id, url, title, html }: { id: string; url: string; title: string; html: string }): Story {
  const seconds = numberIn(post["timestamp"]);
  const slug = scalarText(post["slug"]);
  const short = scalarText(post["short_url"]);
  return {
    id,
    slug: slug === "" ? undefined : slug,
    headline: title === "" ? undefined : title,
    html,
    datePublished: seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000).toISOString() : scalarText(post["date"]),
    topics: (Array.isArray(post["tags"]) ? post["tags"] : []).map((tag) => oneLine(scalarText(tag))).filter((tag) => tag !== ""),
    oldUrls: [url, short].filter((address) => URL.canParse(address)),
  };
}
