import type { BodyContext } from "../../body/bodyContext.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import type { Draft } from "../../draft/draft.ts";
import { isMissing, isRecord, numberIn, type Raw, recordIn, scalarText } from "../../text/jsonRecord.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { datelineOf } from "../../body/datelineOf.ts";
import { liveBlogPosts } from "../fields/liveBlogPosts.ts";
import { plainWords } from "../fields/plainWords.ts";
import { oneLine } from "../../text/cleanText.ts";
import { withoutHeadline } from "../../body/withoutHeadline.ts";
import { bodyHtml } from "./bodyHtml.ts";
import { summaryAssociations, isLiveBlog, postsOf } from "./liveBlogs.ts";
import { recordsIn } from "./withLowercaseNames.ts";
import { authorsOf, genreOf, placesOf, sectionOf, topicsOf } from "./ninjsNames.ts";
import { associationsOf, mediaOutsideText, imageOf, publicAssociations } from "./associations.ts";
import { byRole, isHtml, type Text, textsOf } from "./texts.ts";

/** One usable item as a draft, with its posts if it is a live blog. @param moments when it is public */
export async function ninjsDraft(item: Raw, moments: Draft["moments"], where: ArchivePlace, context: ArchiveContext): Promise<Draft> {
  const isLive = isLiveBlog(item);
  const { blocks: posts, postReleases } = liveBlogPosts(isLive ? await postsOf(item, where, context) : [], where, context, "UTC");
  const associations = isLive ? summaryAssociations(item, context) : associationsOf(item, context);
  const { items: associated, words } = publicAssociations(associations, { ...(moments && { moments }) }, where, context);
  const body = context.body(where);
  const text = (...names: string[]) => textIn(item, ...names);
  const headline = line(byRole(textsOf(item, "headlines", "headline"), "main", ""), body) ?? text("title", "slugline");
  const description = byRole(textsOf(item, "descriptions", "description"), "lead", "summary", "abstract", "main", "text");
  const html = words(await bodyHtml(item, where, context.report));
  const beside = mediaOutsideText(item, associated, html, { where, context, body });
  const own = ["picture", "graphic"].includes(scalarText(item["type"])) ? imageOf(item, { where, context, body }) : undefined;
  reportUnnamed(item, where, context);
  const blocks = withoutHeadline(htmlToBlocks(html, body), headline);
  const isText = textsOf(item, "bodies", "body").length > 0;
  return {
    ...where,
    moments,
    id: ninjsId(item),
    headline,
    standfirst: isText ? line(description, body) : undefined,
    section: sectionOf(item),
    authors: authorsOf(item),
    datePublished: text("published", "firstpublished", "firstcreated", "versioncreated", "contentcreated"),
    dateModified: text("versioncreated"),
    dateline: datelineOf(text("located"), blocks),
    topics: topicsOf(item),
    places: placesOf(item),
    image: own ?? beside.image,
    inLanguage: text("language"),
    genre: genreOf(item),
    urgency: urgencyOf(item, where, context),
    corrections: [],
    citations: [],
    oldUrls: oldUrlsOf(item),
    body: [...blocks, ...beside.blocks, ...posts],
    ...(posts.length > 0 && { liveBlog: { ended: true as const } }),
    ...(postReleases.length > 0 && { postReleases }),
    empty: blocks.length + posts.length === 0 && own === undefined ? withoutText(item) : undefined,
  };
}

export const ninjsId = (item: Raw): string | undefined => textIn(item, "uri", "guid");

const textIn = (item: Raw, ...names: string[]): string | undefined =>
  names.map((name) => oneLine(scalarText(item[name]))).find((value) => value !== "");

/** The text of AP's items is a separate document. */
function withoutText(item: Raw): string {
  const renditions = recordIn(item, "renditions");
  const href = isRecord(renditions["nitf"]) ? oneLine(scalarText(renditions["nitf"]["href"])) : "";
  return href === ""
    ? "It has no text."
    : `Its text is not in the file but at ${href.replace(/\?.*$/u, "")}; import that document separately.`;
}

function line(text: Text | undefined, body: BodyContext): string | undefined {
  if (text === undefined) return undefined;
  return (isHtml(text) ? plainWords(text.value, body) : oneLine(text.value)) || undefined;
}

function urgencyOf(item: Raw, where: ArchivePlace, { report }: ArchiveContext): number | undefined {
  if (isMissing(item["urgency"])) return undefined;
  const urgency = numberIn(item["urgency"]);
  if (Number.isInteger(urgency) && urgency >= 1 && urgency <= 9) return urgency;
  report({ severity: "warning", ...where, message: "Its urgency is not a number from 1 to 9; it was left out." });
  return undefined;
}

/** Identifiers that are addresses: the item may have been published there. */
function oldUrlsOf(item: Raw): string[] {
  const altIds = isRecord(item["altids"]) ? Object.values(item["altids"]) : recordsIn(item, "altids").map((each) => each["value"]);
  const all = [item["uri"], item["url"], ...altIds].map((value) => scalarText(value).trim());
  return [...new Set(all.filter((url) => /^https?:\/\/\S+$/iu.test(url) && URL.canParse(url)))];
}

function reportUnnamed(item: Raw, where: ArchivePlace, { once }: ArchiveContext): void {
  const unnamed = recordsIn(item, "subjects", "subject", "places", "place").some((each) => isMissing(each["name"]));
  const message = "Some subjects and places have a code and no name; they were left out (reported once for the archive).";
  if (unnamed) once("ninjs unnamed", { severity: "notice", ...where, message });
}
