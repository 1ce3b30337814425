import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import { bothReleases, releaseOf } from "../../draft/release/release.ts";
import { type Raw, scalarText } from "../article/record.ts";
import { type ArchiveContext, type ArchivePlace, archiveTime } from "../archive.ts";
import { oneLine } from "../oneLine.ts";
import type { ToldPost } from "../livePosts.ts";
import { withoutHeadline } from "../withoutHeadline.ts";
import { bodyHtml, nitfRelease } from "./bodyHtml.ts";
import { recordsIn } from "./lowered.ts";
import { authorsOf } from "./names.ts";
import { associationsOf, besideText } from "./pictures.ts";
import { byRole, textsOf } from "./texts.ts";

/** ninjs has no field for it: agencies say by the profile (ninjs 1) or a genre that an item is a live blog. */
export const isLiveBlog = (item: Raw): boolean =>
  [
    scalarText(item["profile"]),
    ...recordsIn(item, "genres", "genre").flatMap((genre) => NAMES.map((name) => scalarText(genre[name]))),
  ].some((name) => /live[\s_-]*(?:blog|ticker)/iu.test(name));

const NAMES = ["name", "code", "qcode", "literal", "uri"];

const isText = (item: Raw): boolean => ["", "text", "composite", "component"].includes(scalarText(item["type"]));

/** A live blog without the items that are its posts: what stands beside its summary. */
export const withoutPosts = (item: Raw): Raw => ({ ...item, associations: associationsOf(item).filter((each) => !isText(each)) });

/** The items with a text of their own that belong to a live blog: its posts. */
export async function postsOf(item: Raw, where: ArchivePlace, context: ArchiveContext): Promise<ToldPost[]> {
  const posts = associationsOf(item).flatMap((post, index) => (isText(post) ? [{ post, index }] : []));
  return Promise.all(posts.map(({ post, index }) => postOf(post, index, where, context)));
}

async function postOf(item: Raw, index: number, where: ArchivePlace, context: ArchiveContext): Promise<ToldPost> {
  const place = { ...where, place: `${where.place}, associations.${index}` };
  const body = context.body(place);
  const time = archiveTime(context, "UTC");
  const html = await bodyHtml(item, place, context.report);
  const beside = besideText(item, html, { where: place, context, body });
  const headline = oneLine(byRole(textsOf(item, "headlines", "headline"), "main", "")?.value ?? "");
  const date = ["published", "firstpublished", "firstcreated", "versioncreated", "contentcreated"].map((name) => scalarText(item[name]));
  const id = oneLine(scalarText(item["uri"]) || scalarText(item["guid"]));
  return {
    place: `associations.${index}`,
    id: lastPart(id),
    date: date.find((each) => each.trim() !== "") ?? "",
    headline,
    authors: authorsOf(item).map(({ name }) => name),
    release: bothReleases(releaseOf(releaseFields(item), time), releaseOf(await nitfRelease(item), time)),
    children: [
      ...(beside.image ? [{ type: "figure" as const, image: beside.image }] : []),
      ...withoutHeadline(htmlToBlocks(html, body), headline || undefined),
      ...beside.blocks,
    ],
  };
}

/** What an item says of when it may be published. Its `expires` says when it is no longer news, which an archive never is: it does not count. */
export const releaseFields = (item: Raw): Raw => ({ pubstatus: item["pubstatus"], embargoed: item["embargoed"] });

/** The end of a URN or an address, which is its own. */
export const lastPart = (id: string): string => /[^/#:]+(?=\/?$)/u.exec(id)?.[0] ?? id;
