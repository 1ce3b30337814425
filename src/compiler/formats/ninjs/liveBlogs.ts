import type { Block } from "#content/blocks/block.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import { bothReleases } from "../../draft/release/release.ts";
import { type Raw, scalarText } from "../../text/jsonRecord.ts";
import { type ArchiveContext, type ArchivePlace, archiveTime } from "../archiveFormat.ts";
import { oneLine } from "../../text/cleanText.ts";
import type { ArchivedPost } from "../fields/liveBlogPosts.ts";
import { withoutHeadline } from "../../body/withoutHeadline.ts";
import { bodyHtml, bodyRelease } from "./bodyHtml.ts";
import { recordsIn } from "./withLowercaseNames.ts";
import { authorsOf } from "./ninjsNames.ts";
import { type Association, associationsOf, mediaOutsideText, hasPicture, publicAssociations, nestedAssociation } from "./associations.ts";
import { byRole, textsOf } from "./texts.ts";

/** ninjs has no field for live blogs: agencies mark them by the profile (ninjs 1) or by a genre. */
export const isLiveBlog = (item: Raw): boolean =>
  [
    scalarText(item["profile"]),
    ...recordsIn(item, "genres", "genre").flatMap((genre) => NAMES.map((name) => scalarText(genre[name]))),
  ].some((name) => /live[\s_-]*(?:blog|ticker)/iu.test(name));

const NAMES = ["name", "code", "qcode", "literal", "uri"];

/** An item without a type is a text if it has one, or has no picture. */
const isText = (item: Raw): boolean => {
  const type = scalarText(item["type"]);
  return type === "" ? hasBody(item) || !hasPicture(item) : ["text", "composite", "component"].includes(type);
};

const isPackage = (item: Raw): boolean => scalarText(item["type"]) === "composite";
const hasBody = (item: Raw): boolean => textsOf(item, "bodies", "body").length > 0;

/** The parts of a live blog or of a post that is a package. A package among them is a post if it has a text or no part of it has. */
const partsOf = (item: Raw, context: ArchiveContext): Association[] =>
  associationsOf(item, context, (each) => {
    const isNamed = textsOf(each, "headlines", "headline").length + textsOf(each, "descriptions", "description").length > 0;
    return hasBody(each) || (isNamed && !associationsOf(each, context).some((inner) => isText(inner.item)));
  });

/** The parts of a live blog that are not posts, which belong to its summary. */
export const summaryAssociations = (item: Raw, context: ArchiveContext): Association[] =>
  partsOf(item, context).filter((each) => !isText(each.item));

/** The posts of a live blog: its parts that have a text of their own. */
export async function postsOf(item: Raw, where: ArchivePlace, context: ArchiveContext, around?: Association): Promise<ArchivedPost[]> {
  const found = partsOf(item, context)
    .filter((each) => isText(each.item))
    .map((each) => (around ? nestedAssociation(around, each) : each));
  const posts = found.map(async (each): Promise<ArchivedPost[]> => {
    const release = bothReleases(each.release, await bodyRelease(each.item, archiveTime(context, "UTC")));
    const post = { ...each, release };
    return [await postOf(post, where, context), ...(isPackage(each.item) ? await postsOf(each.item, where, context, post) : [])];
  });
  return (await Promise.all(posts)).flat();
}

async function postOf({ item, place, release }: Association, blog: ArchivePlace, context: ArchiveContext): Promise<ArchivedPost> {
  const where = { ...blog, place: `${blog.place}, ${place}` };
  const headline = oneLine(byRole(textsOf(item, "headlines", "headline"), "main", "")?.value ?? "");
  const date = ["published", "firstpublished", "firstcreated", "versioncreated", "contentcreated"].map((name) => scalarText(item[name]));
  const written = release.held === undefined ? await bodyHtml(item, where, context.report) : "";
  const children = (): Block[] => {
    const associations = isPackage(item) ? summaryAssociations(item, context) : associationsOf(item, context);
    const { items, words } = publicAssociations(associations, release, where, context);
    const [html, body] = [words(written), context.body(where)];
    const beside = mediaOutsideText(item, items, html, { where, context, body });
    return [
      ...(beside.image ? [{ type: "figure" as const, image: beside.image }] : []),
      ...withoutHeadline(htmlToBlocks(html, body), headline || undefined),
      ...beside.blocks,
    ];
  };
  return {
    place,
    id: lastPart(oneLine(scalarText(item["uri"]) || scalarText(item["guid"]))),
    date: date.find((each) => each.trim() !== "") ?? "",
    headline,
    authors: authorsOf(item).map(({ name }) => name),
    release,
    children,
  };
}

/** The last part of a URN or an address, which is unique to it. */
export const lastPart = (id: string): string => /[^/#:]+(?=\/?$)/u.exec(id)?.[0] ?? id;
