import type { Block } from "#content/blocks/block.ts";
import { milliseconds } from "#content/instant.ts";
import type { Draft, DraftAuthor } from "../draft/draft.ts";
import type { Moment } from "../draft/release/moment.ts";

/** What an article cannot do without, found out by the import. */
export type Settled = Draft & { id: string; slug: string; headline: string; datePublished: string };

/** An article as a file of a content folder (docs/article.md): without what is empty, names instead of objects where a name is all. */
export function articleJson(draft: Settled): string {
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
    genre: draft.genre,
    urgency: draft.urgency,
    corrections: draft.corrections,
    citations: draft.citations,
    discussion: draft.discussion,
    comments: draft.comments,
    url: draft.url,
    oldUrls: draft.oldUrls,
  };
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return `${JSON.stringify({ ...Object.fromEntries(filled), body: draft.body.map((block) => withRelease(block, draft)) }, withoutEmpty, 1)}\n`;
}

/** A post of a live blog says itself when readers may see it. */
function withRelease(block: Block, { postReleases = [] }: Settled): unknown {
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

/** The moment that counts: the last from which it is public, the first from which it is no more. One that adds nothing to the date is left out. */
function momentOf({ moments = [], datePublished }: Pick<Settled, "moments" | "datePublished">, type: Moment["type"]): string | undefined {
  const all = moments.filter((each) => each.type === type).toSorted((a, b) => milliseconds(a.at) - milliseconds(b.at));
  const at = (type === "expiry" ? all[0] : all.at(-1))?.at;
  return at !== undefined && type === "release" && milliseconds(at) <= milliseconds(datePublished) ? undefined : at;
}

/** Without an empty address or kind. */
const shortRef = ({ name, slug, kind }: DraftAuthor): unknown =>
  slug === undefined && kind === undefined ? name : { name, ...(slug !== undefined && { slug }), ...(kind !== undefined && { kind }) };

/** Smaller copies of a picture are made by a build. */
const withoutEmpty = (key: string, value: unknown): unknown =>
  key === "sources" && Array.isArray(value) && value.length === 0 ? undefined : value;
