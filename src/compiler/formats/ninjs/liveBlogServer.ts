import { isInstant, milliseconds } from "#content/instant.ts";
import type { Block } from "#content/blocks/block.ts";
import { postsOf } from "#content/liveBlog.ts";
import { htmlToBlocks, htmlToInlines } from "../../body/htmlToBlocks.ts";
import type { Draft } from "../../draft/draft.ts";
import type { Release } from "../../draft/release/release.ts";
import { releaseTable } from "../../draft/release/releaseTable.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { type ArchiveContext, type ArchivePlace, archiveTime } from "../archiveFormat.ts";
import { leadPicture } from "../fields/leadPicture.ts";
import { liveBlogPosts, type ArchivedPost } from "../fields/liveBlogPosts.ts";
import { oneLine } from "../../text/cleanText.ts";
import { lastPart } from "./liveBlogs.ts";
import { NINJS_FIELDS, ninjsRelease } from "./ninjsRelease.ts";
import { publicAssociations } from "./associations.ts";

/** An item of an API response, its place there, and the response. */
type Found = { item: unknown; place: string; around: Raw };

/** Superdesk's Live Blog (github.com/liveblog/liveblog) stores a post as a package of the items that it consists of. */
export const isServerPost = (item: unknown): boolean => isRecord(item) && item["particular_type"] === "post" && "groups" in item;

/** The posts of a response as live blogs, one story per blog. */
export function serverBlogs(found: Found[], file: string, context: ArchiveContext): Draft[] {
  const blogs = new Map<string, { blog: Raw; posts: { post: Raw; place: string }[] }>();
  for (const { item, place, around } of found) {
    if (!isRecord(item) || !isServerPost(item)) continue;
    const given = isRecord(item["blog"]) ? item["blog"] : recordIn(around, "blog");
    const id = scalarText(item["blog"]) || scalarText(given["_id"]);
    const blog = blogs.get(id) ?? { blog: "title" in around ? around : given, posts: [] };
    blog.posts.push({ post: item, place });
    blogs.set(id, blog);
  }
  return [...blogs].map(([id, { blog, posts }]) => blogDraft(id, blog, posts, { file, place: id === "" ? "the live blog" : id }, context));
}

function blogDraft(id: string, blog: Raw, posts: { post: Raw; place: string }[], where: ArchivePlace, context: ArchiveContext): Draft {
  const body = context.body(where);
  const isAdvertisement = ({ post }: { post: Raw }) =>
    post["post_status"] === "ad" || itemsOf(post).some(({ item_type: type }) => /advert/iu.test(scalarText(type)));
  const advertisements = posts.filter(isAdvertisement);
  if (advertisements.length > 0) context.tally?.("advertisements", advertisements.length);
  const entries = posts.filter((each) => !advertisements.includes(each)).map(({ post, place }) => postOf(post, place, where, context));
  const { blocks, postReleases } = liveBlogPosts(entries, where, context, "UTC");
  const moments = postsOf(blocks).map(({ date }) => date);
  const first = moments.toSorted((a, b) => milliseconds(a) - milliseconds(b))[0];
  const written = ["start_date", "firstcreated", "_created"].map((name) => scalarText(blog[name])).find(isInstant);
  const reference = scalarText(blog["picture_url"]);
  const url = scalarText(blog["public_url"]);
  const { held, moments: blogMoments } = blogRelease(blog, archiveTime(context, "UTC"));
  return {
    ...where,
    id: id || undefined,
    headline: oneLine(scalarText(blog["title"])) || undefined,
    body: [...htmlToBlocks(scalarText(blog["description"]), body), ...blocks],
    ...(postReleases.length > 0 && { postReleases }),
    liveBlog: { ended: scalarText(blog["blog_status"]) === "open" ? undefined : true },
    authors: [],
    datePublished: written ?? first,
    topics: [],
    places: [],
    ...(reference !== "" && { image: leadPicture({ reference }, where, context) }),
    inLanguage: posts.map(({ post }) => scalarText(post["language"])).find((language) => language !== ""),
    corrections: [],
    citations: [],
    oldUrls: URL.canParse(url) ? [url] : [],
    moments: blogMoments,
    held: held ?? (entries.length > 0 && blocks.length === 0 ? "None of its posts is published." : undefined),
    empty: entries.length === 0 ? "It has no posts but advertisements." : undefined,
  };
}

/** When readers may see a post, which also has the fields of an item of Superdesk. */
const postRelease = releaseTable({
  ...NINJS_FIELDS,
  post_status: { publishes: ["open"], withholds: ["draft", "submitted", "comment", "ad", "deleted"] },
});

/** When readers may see a blog: one that is closed has ended, and stays public. */
const blogRelease = releaseTable({ ...NINJS_FIELDS, blog_status: { publishes: ["open", "closed"] } });

function postOf(post: Raw, place: string, where: ArchivePlace, context: ArchiveContext): ArchivedPost {
  const release = postRelease(post, archiveTime(context, "UTC"));
  const by = [post["publisher"], post["original_creator"]]
    .filter(isRecord)
    .map((user) => scalarText(user["display_name"]) || scalarText(user["byline"]));
  const author = oneLine([...by, scalarText(post["byline"])].find((name) => name.trim() !== "") ?? "");
  return {
    place,
    id: lastPart(scalarText(post["guid"]) || scalarText(post["_id"])),
    date: [post["published_date"], post["firstcreated"], post["_created"]].map(scalarText).find((date) => date !== "") ?? "",
    headline: oneLine(scalarText(post["headline"])),
    authors: author === "" || author.includes("@") ? [] : [author],
    key: post["lb_highlight"] === true,
    pinned: post["sticky"] === true,
    release,
    children: () => childrenOf(post, release, { ...where, place: `${where.place}, ${place}` }, context),
  };
}

function childrenOf(post: Raw, release: Release, where: ArchivePlace, context: ArchiveContext): Block[] {
  const items = itemsOf(post);
  const missing = refsOf(post).length - items.length;
  if (missing > 0) {
    const message = `${missing} of the items that the post is made of ${missing === 1 ? "is" : "are"} not in the file.`;
    context.report({ severity: "warning", ...where, message });
  }
  const time = archiveTime(context, "UTC");
  const all = items.map((item, index) => ({ item, place: `item ${index + 1}`, release: ninjsRelease(item, time) }));
  return publicAssociations(all, release, where, context).items.flatMap((item) => blocksOf(item, where, context));
}

const refsOf = (post: Raw): Raw[] =>
  recordsOf(post["groups"]).flatMap(({ refs }) => recordsOf(refs).filter((ref) => "residRef" in ref || "item" in ref));
const itemsOf = (post: Raw): Raw[] => refsOf(post).flatMap(({ item }) => (isRecord(item) ? [item] : []));

/** Each item holds its HTML; a reader's comment becomes a quotation with their name. */
function blocksOf(item: Raw, where: ArchivePlace, context: ArchiveContext): Block[] {
  const body = context.body(where);
  const children = htmlToBlocks(scalarText(item["text"]), body);
  if (scalarText(item["item_type"]) !== "comment" || children.length === 0) return children;
  const attribution = htmlToInlines(escapeHtml(oneLine(scalarText(item["commenter"]))), body);
  return [{ type: "quote", children, ...(attribution.length > 0 && { attribution }) }];
}
