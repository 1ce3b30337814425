import { bothReleases, releaseOf } from "../../draft/release/release.ts";
import { xmlText } from "../../xml/xmlText.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, archiveTime } from "../archiveFormat.ts";
import { notAnArticle } from "../../text/notAnArticle.ts";
import type { Publication } from "../../reading/source.ts";
import { feedDraft, feedId } from "./feedDraft.ts";
import type { Feed, FeedItem } from "./feedItem.ts";
import { siteNameSuffix } from "../fields/siteNameSuffix.ts";
import { plainLine } from "./plainLine.ts";
import { readFeed } from "./readFeed.ts";
import { isWeb } from "./resolvedUrl.ts";
import { FEED_FIELDS } from "./feedRelease.ts";
import { rootOf } from "./rootOf.ts";

/** RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0. */
export const feedArchive: ArchiveFormat = {
  name: "rss",
  title: "RSS or Atom feed",
  detects: ({ head }) => rootOf(head) !== undefined && !isTemplate(head),
  read,
};

/** The template from which a site builder makes its feed: the tags of Hugo, Jekyll, Eleventy or ERB stand above the first item. */
const isTemplate = (head: string): boolean => /\{\{|\{%|<%/u.test(head.split(/<(?:item|entry)\b/iu, 1)[0] ?? "");

async function* read(file: ArchiveFile, context: ArchiveContext) {
  const feed = readFeed(await textOf(file, context));
  if ("error" in feed) {
    context.report({ severity: "error", file: file.path, message: feed.error });
    context.skip({ file: file.path, place: "" }, feed.error);
    return;
  }
  if (feed.broken) context.report({ severity: "error", file: file.path, place: `line ${feed.broken.line}`, message: feed.broken.message });
  yield* drafts(feed, file.path, context);
}

/** Yields the items of a feed as drafts, and tells the context about its publication. */
export function* drafts(feed: Feed, file: string, given: ArchiveContext) {
  notePublication(feed, file, given);
  const body = given.body({ file, place: "feed" });
  const titles = feed.items.flatMap(({ title }) => plainLine(title, body) ?? []);
  const context = { ...given, siteNameSuffix: siteNameSuffix(titles) };
  const time = { ...archiveTime(context), certain: FEED_FIELDS };
  // No item can override what the feed says about all of them.
  const ofAll = releaseOf(
    {},
    { ...time, inherited: [{ file: "the feed", fields: { ...feed.release, blog_read_access_mode: readAccess(feed) }, unknown: [] }] },
  );
  for (const [index, item] of feed.items.entries()) {
    const where = { file, place: `item ${index + 1}` };
    const kind = heldBy(item, context.options.types);
    const own = kind === undefined ? releaseOf(item.release ?? {}, { ...time, dateField: "date_published" }) : { held: kind };
    const { held, moments } = bothReleases(own, ofAll);
    if (item.kind === "comment") context.tally?.("comments", 1);
    if (held === undefined) yield { ...feedDraft(item, feed, where, context), moments };
    else context.skip(where, held, kind === undefined ? { id: feedId(item, feed) } : undefined);
  }
  for (let lost = feed.items.length; lost < feed.count; lost += 1)
    context.skip({ file, place: `item ${lost + 1}` }, "The item is empty or cannot be read.");
}

/** Who may read a blog, as its settings say in Blogger's export. */
const readAccess = ({ items }: Feed): string | undefined =>
  items.find(({ id }) => id?.endsWith(".settings.BLOG_READ_ACCESS_MODE"))?.content?.text.trim();

function notePublication(feed: Feed, file: string, context: ArchiveContext): void {
  const body = context.body({ file, place: "feed" });
  const [name, tagline] = [plainLine(feed.title, body), plainLine(feed.description, body)];
  // A podcast's recordings stay where they are, so the settings of a new paper allow pages to play them from there.
  const origins = [
    ...new Set(
      feed.items.flatMap(({ episode }) => {
        const url = episode?.address.replace(/^http:/iu, "https:");
        return url !== undefined && URL.canParse(url) && url.startsWith("https:") ? [new URL(url).origin] : [];
      }),
    ),
  ];
  const publication: Publication = {
    ...(name !== undefined && { name }),
    ...(tagline !== undefined && tagline !== name && { tagline }),
    ...(feed.language !== undefined && { language: feed.language }),
    ...(feed.link !== undefined && isWeb(feed.link) && { url: feed.link }),
    ...(origins.length > 0 && { origins: { "media-src": origins } }),
  };
  if (Object.keys(publication).length > 0) context.publication(publication);
}

/** A feed declares its encoding, which `file.text()` does not look at. */
async function textOf(file: ArchiveFile, { report }: ArchiveContext): Promise<string> {
  const notice = (message: string) => report({ severity: "notice", file: file.path, message });
  const pieces: string[] = [];
  const notices = {
    onWrong: () => notice("Some bytes are not of the file's encoding; they were read as Windows-1252."),
    onUnknown: (encoding: string) => notice(`The encoding ${encoding.slice(0, 40)} is not known; the file was read as UTF-8.`),
  };
  for await (const piece of xmlText(file.bytes(), notices)) pieces.push(piece);
  return pieces.join("").replace(/\r\n?/gu, "\n");
}

/** Why an item is not an article that readers may see, as a full sentence; undefined if it is one. */
function heldBy(item: FeedItem, types: string[]): string | undefined {
  const { kind, id, link, about, title, summary, content, episode } = item;
  const said = [id, link, about, title, summary, content, episode, ...item.media, ...item.published, ...item.updated, ...item.topics];
  if (said.every((each) => each === undefined)) return "The item is empty or cannot be read.";
  if (kind === undefined || kind === "post" || types.includes(kind)) return undefined;
  if (kind === "") return "It does not say whether it is a post, a page or a comment.";
  if (kind === "page") return notAnArticle(kind);
  return kind === "comment" ? "It is a comment." : `It is part of the blog's setup (${kind}).`;
}
