import { standfirst } from "./standfirst.ts";
import type { Block, PostAuthor } from "#content/blocks/block.ts";
import { KEY_EVENTS_SHOWN } from "#content/liveBlog.ts";
import type { Article, Ref } from "#content/article.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { direction } from "#content/direction.ts";
import type { Report } from "../draft/problem.ts";
import type { Say } from "../text/say.ts";
import type { Settings } from "../settings/settings.ts";
import { type Fields, storedArticle } from "../state/lazyBody.ts";
import type { StoryMemory } from "../state/StoryMemory.ts";
import type { Addresses } from "./addresses.ts";
import { corrections } from "./corrections.ts";
import { liveBlogOf } from "./livePosts.ts";
import type { Identified } from "./ids.ts";
import { mapCommentLinks, mapImageLinks, mapInlineLinks, mapLinks } from "../body/mapLinks.ts";
import type { Names } from "./subjectNames.ts";
import { oldUrls } from "./oldUrls.ts";
import type { Translated } from "./translations.ts";
import { aiOf, genreOf, labelledImage, sponsorOf } from "./labels.ts";
import { typeset } from "./typeset.ts";
import { type ContentLinks, withoutUnknown } from "./withoutUnknown.ts";

/** What is known about the whole edition. */
type Edition = {
  settings: Settings;
  report: Report;
  nameOf: Names;
  addressOf: Addresses;
  links: ContentLinks;
  memory?: StoryMemory | undefined;
  say?: Say | undefined;
};

/** IPTC ninjs: 1 is the most urgent, 9 the least. */
const USUAL_URGENCY = 5;

/** The headline as shown wherever the story is named. In a preview it has the mark of a story that readers may not see yet. */
export const markedHeadline = ({ mark, headline }: Identified): string => (mark === undefined ? headline : `[${mark}] ${headline}`);

/** The language of a draft, and its translations. */
type DraftLanguage = { inLanguage: string; translated: Translated | undefined };

/** Makes an article, as the contract defines it, of a draft. */
export function articleOf(
  draft: Identified,
  { inLanguage, translated }: DraftLanguage,
  { settings, report, nameOf, addressOf, links, memory, say }: Edition,
): Article {
  const change = withoutUnknown(addressOf, links, draft.file, report);
  const linked = (url: string): string | undefined => change(url) || undefined;
  const corrected = corrections(draft, settings, report);
  const make = (leadsTo: (url: string) => string) => textOf(draft, corrected.blocks, inLanguage, leadsTo, say);
  const stored = memory?.text(draft, inLanguage, { leadsTo: change, needsNoFile: links.needsNoFile }, make);
  const text = stored ? { ...stored, blocks: [] } : make(change);
  const fields: Fields = {
    id: draft.id,
    slug: draft.slug,
    headline: markedHeadline(draft),
    // One that is made of the text of a closed story may only be made of its beginning, see closeStories.ts.
    standfirst: draft.standfirst ?? (draft.tier === undefined ? text.standfirst || undefined : undefined),
    section: draft.section && nameOf.section(draft.section),
    authors: distinct(draft.authors.map(nameOf.author)),
    datePublished: draft.datePublished,
    dateModified: draft.dateModified,
    dateline: draft.dateline,
    topics: distinct(draft.topics.map(nameOf.topic)),
    places: distinct(draft.places.map(nameOf.place)),
    image: draft.image && labelledImage(mapImageLinks(draft.image, linked), inLanguage, say),
    audio: draft.audio,
    liveBlog: liveBlogOf(draft, text.blocks, KEY_EVENTS_SHOWN, settings, report),
    inLanguage,
    direction: draft.direction ?? direction(inLanguage),
    translationOf: translated?.translationOf,
    translations: translated?.translations.map(({ address, inLanguage: other, title }) => ({
      slug: address,
      inLanguage: other,
      headline: title,
    })),
    sponsor: draft.sponsor && sponsorOf(draft.sponsor, inLanguage, linked, say),
    ai: draft.ai && aiOf(draft.ai, inLanguage, say),
    kind: draft.kind,
    genre: genreOf(draft, inLanguage, say),
    series: seriesOf(draft, nameOf),
    urgency: draft.urgency ?? USUAL_URGENCY,
    corrections: corrected.corrections.map(({ date, children }) => ({ date, children: mapInlineLinks(children, linked) })),
    citations: draft.citations.map(({ title, url }) => ({ title, url: url && linked(url) })),
    discussion: draft.discussion,
    comments: draft.comments && mapCommentLinks(draft.comments, linked),
    url: draft.url,
    oldUrls: oldUrls(draft),
    readingMinutes: text.readingMinutes,
  };
  if (!memory || !stored) return { ...fields, body: draft.liveBlog ? withPostAuthors(text.blocks, nameOf) : text.blocks };
  const to = stored.links.flatMap(([url, to = url]) => (to === "" ? [] : [to]));
  return storedArticle(fields, memory.store, stored.body, to);
}

/** Gives the authors of posts their names and slugs: they are authors of the story, and so have pages. */
function withPostAuthors(blocks: Block[], nameOf: Names): Block[] {
  const named = (author: PostAuthor): PostAuthor => {
    const { name, slug } = nameOf.author(author) ?? author;
    return { name, ...(slug !== undefined && { slug }) };
  };
  return blocks.map((block) => (block.type === "post" && block.authors ? { ...block, authors: block.authors.map(named) } : block));
}

function seriesOf({ series }: Identified, nameOf: Names): Article["series"] {
  const ref = series && nameOf.series(series);
  return ref && { ...ref, ...(series.part !== undefined && { part: series.part }) };
}

/** Each reference once, by its slug. */
function distinct<T extends Ref>(refs: (T | undefined)[]): T[] {
  const all = new Map<string, T>();
  for (const ref of refs) if (ref && !all.has(ref.slug)) all.set(ref.slug, ref);
  return [...all.values()];
}

/** A body and what is derived from it. `own`: it is the draft's, except where links lead. `standfirst` is made if the draft has none. */
type Text = { blocks: Block[]; own: boolean; standfirst: string | undefined; readingMinutes: number };

/**
 * Makes the body of an article from that of its draft.
 * @param atEnd blocks to append
 */
function textOf(draft: Identified, atEnd: Block[], inLanguage: string, change: (url: string) => string, say?: Say): Text {
  let own = atEnd.length === 0;
  const linked = mapLinks([...draft.body, ...atEnd], (url) => change(url) || undefined);
  const blocks = typeset(linked, { slug: draft.slug, inLanguage }, () => (own = false), say);
  return {
    blocks,
    own,
    standfirst: draft.standfirst === undefined ? (standfirst(blocks, inLanguage) ?? "") : undefined,
    // The posts of a live blog do not count: each new one would change every list that shows the story.
    readingMinutes: readingMinutes(blocks.filter(({ type }) => type !== "post")),
  };
}

/** Words per minute (Brysbaert 2019: 238 in English), and characters per minute in Chinese and Japanese, whose words have one or two. */
const WORDS_A_MINUTE = 230;
const CHARACTERS_A_MINUTE = 500;

const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Scripts of Southeast Asia, which separate sentences but not words; in pieces, since the segmenter takes quadratic time. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{1,500}/gu;

/** Most texts have no character in these ranges, and looking for a range is many times faster than looking for scripts. */
const OUTSIDE = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u{3FFFF}]/u;

const segmenter = new Intl.Segmenter("th", { granularity: "word" });

/** How long a text takes to read, in whole minutes, at least one. */
function readingMinutes(body: Block[]): number {
  // Recordings are heard, not read.
  const text = plainText(body.filter(({ type }) => type !== "audio" && type !== "video"));
  if (!OUTSIDE.test(text)) return minutes(wordsIn(text), 0);
  const characters = text.match(CHARACTER)?.length ?? 0;
  const unspaced = text.match(UNSPACED) ?? [];
  const words = unspaced.reduce((sum, run) => sum + [...segmenter.segment(run)].filter(({ isWordLike }) => isWordLike).length, 0);
  return minutes(words + wordsIn(text.replace(CHARACTER, " ").replace(UNSPACED, " ")), characters);
}

const minutes = (words: number, characters: number): number =>
  Math.max(1, Math.round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE));

const wordsIn = (text: string): number => text.match(/\S+/gu)?.length ?? 0;
