import type { Block } from "#content/blocks/block.ts";
import { mapBlocks } from "#content/blocks/mapBlocks.ts";
import { milliseconds } from "#content/instant.ts";
import type { Draft, DraftAuthor } from "../draft/draft.ts";
import type { Moment } from "../draft/release/moment.ts";

/** A draft with the fields that an article must have, determined by the import. */
export type CompletedDraft = Draft & { id: string; slug: string; headline: string; datePublished: string };

/** An article as a file of a content folder (docs/article.md): without empty fields, and with plain names where there is only a name. */
export function articleJson(draft: CompletedDraft): string {
  const fields = {
    id: draft.id,
    slug: draft.slug,
    headline: draft.headline,
    standfirst: draft.standfirst,
    section: draft.section && shortRef(draft.section),
    authors: draft.authors.map(shortRef),
    datePublished: draft.datePublished,
    dateModified: draft.dateModified,
    publishDate: momentOf(draft, "release"),
    embargo: momentOf(draft, "embargo"),
    expires: momentOf(draft, "expiry"),
    type: draft.liveBlog && "liveBlog",
    coverageStartTime: draft.liveBlog?.began,
    ended: draft.liveBlog?.ended,
    dateline: draft.dateline,
    series: draft.series,
    topics: draft.topics.map(shortRef),
    places: draft.places.map(shortRef),
    image: draft.image,
    audio: draft.audio,
    inLanguage: draft.inLanguage,
    translationOf: draft.translationOf,
    translationKey: draft.translationKey,
    direction: draft.direction,
    sponsor: draft.sponsor,
    ai: draft.ai,
    kind: draft.kind,
    genre: draft.genre,
    urgency: draft.urgency,
    corrections: draft.corrections,
    citations: draft.citations,
    discussion: draft.discussion,
    comments: draft.comments,
    url: draft.url,
    oldUrls: draft.oldUrls,
  };
  const body = mapBlocks(draft.body, { block: asWritten });
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return `${JSON.stringify({ ...Object.fromEntries(filled), body: body.map((block) => withRelease(block, draft)) }, withoutEmpty, 1)}\n`;
}

/** In the file of an imported story, editors find the words of a picture as a paragraph like others. */
const asWritten = (block: Block): Block => (block.type === "paragraph" ? { type: block.type, children: block.children } : block);

/** Writes into a post of a live blog when readers may see it. */
function withRelease(block: Block, { postReleases = [] }: CompletedDraft): unknown {
  if (block.type !== "post") return block;
  const moments = postReleases.filter(({ id }) => id === block.id).flatMap((release) => release.moments ?? []);
  const of = { moments, datePublished: block.date };
  return {
    ...block,
    publishDate: momentOf(of, "release"),
    embargo: momentOf(of, "embargo"),
    expires: momentOf(of, "expiry"),
  };
}

/** The moment that counts: the last release or embargo, or the first expiry. A release that is not after the date is left out. */
function momentOf(
  { moments = [], datePublished }: Pick<CompletedDraft, "moments" | "datePublished">,
  type: Moment["type"],
): string | undefined {
  const all = moments.filter((each) => each.type === type).toSorted((a, b) => milliseconds(a.at) - milliseconds(b.at));
  const at = (type === "expiry" ? all[0] : all.at(-1))?.at;
  return at !== undefined && type === "release" && milliseconds(at) <= milliseconds(datePublished) ? undefined : at;
}

/** A name, with slug and kind only if they are set. */
const shortRef = ({ name, slug, kind }: DraftAuthor): unknown =>
  slug === undefined && kind === undefined ? name : { name, ...(slug !== undefined && { slug }), ...(kind !== undefined && { kind }) };

/** Leaves out an empty list of sources: a build makes the smaller copies of a picture. */
const withoutEmpty = (key: string, value: unknown): unknown =>
  key === "sources" && Array.isArray(value) && value.length === 0 ? undefined : value;
