import { standfirst } from "./standfirst.ts";
import type { Block, PostAuthor } from "#content/blocks/block.ts";
import { KEY_EVENTS_SHOWN } from "#content/liveBlog.ts";
import type { Article, Ref } from "#content/article.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { direction } from "#content/direction.ts";
import type { Report } from "../draft/problem.ts";
import type { Say } from "../draft/say.ts";
import type { Settings } from "../settings/settings.ts";
import { type Fields, storedArticle } from "../state/lazyBody.ts";
import type { StoryMemory } from "../state/StoryMemory.ts";
import { type Addresses, type Outside, withoutUnknown } from "./addresses.ts";
import { corrections } from "./corrections.ts";
import { liveBlogOf } from "./livePosts.ts";
import type { Identified } from "./ids.ts";
import { mapCommentLinks, mapImageLinks, mapInlineLinks, mapLinks } from "./mapLinks.ts";
import type { Names } from "./names.ts";
import { oldUrls } from "./oldUrls.ts";
import type { Translated } from "./translations.ts";
import { typeset } from "./typeset.ts";

/** What is known about the whole edition. */
type Edition = {
  settings: Settings;
  report: Report;
  nameOf: Names;
  addressOf: Addresses;
  outside: Outside;
  memory?: StoryMemory | undefined;
  say?: Say | undefined;
};

/** IPTC ninjs: 1 is the most urgent, 9 the least. */
const USUAL_URGENCY = 5;

/** A headline as it stands wherever the story is named: with the mark of one that is shown to those who make the paper alone. */
export const markedHeadline = ({ mark, headline }: Identified): string => (mark === undefined ? headline : `[${mark}] ${headline}`);

/** The language of a draft, and what is known of it in others. */
type Tongue = { inLanguage: string; translated: Translated | undefined };

/** One draft as an article of the contract. */
export function articleOf(
  draft: Identified,
  { inLanguage, translated }: Tongue,
  { settings, report, nameOf, addressOf, outside, memory, say }: Edition,
): Article {
  const change = withoutUnknown(addressOf, draft.file, report, outside);
  const linked = (url: string): string | undefined => change(url) || undefined;
  const corrected = corrections(draft, settings, report);
  const make = (leadsTo: (url: string) => string) => textOf(draft, corrected.blocks, inLanguage, leadsTo, say);
  const stored = memory?.text(draft, inLanguage, change, make);
  const text = stored ? { ...stored, blocks: [] } : make(change);
  const fields: Fields = {
    id: draft.id,
    slug: draft.slug,
    headline: markedHeadline(draft),
    standfirst: draft.standfirst ?? (text.standfirst || undefined),
    section: draft.section && nameOf.section(draft.section),
    authors: distinct(draft.authors.map(nameOf.author)),
    datePublished: draft.datePublished,
    dateModified: draft.dateModified,
    dateline: draft.dateline,
    topics: distinct(draft.topics.map(nameOf.topic)),
    places: distinct(draft.places.map(nameOf.place)),
    image: draft.image && mapImageLinks(draft.image, linked),
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
    genre: draft.genre,
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
  const to = stored.links.flatMap(([, url]) => (url === "" ? [] : [url]));
  return storedArticle(fields, memory.store, stored.body, to);
}

/** Whoever writes a post is an author of its story, and so has a page. */
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

/** Each once, by its address. */
function distinct<T extends Ref>(refs: (T | undefined)[]): T[] {
  const all: T[] = [];
  for (const ref of refs) if (ref && !all.some(({ slug }) => slug === ref.slug)) all.push(ref);
  return all;
}

/** A body with what is told from it. `own` says that it is the draft's, but for where links lead; `standfirst` is made where the draft has none. */
type Text = { blocks: Block[]; own: boolean; standfirst: string | undefined; readingMinutes: number };

/**
 * What becomes of a draft's body.
 * @param atEnd blocks that are added to it
 */
function textOf(draft: Identified, atEnd: Block[], inLanguage: string, change: (url: string) => string, say?: Say): Text {
  let own = atEnd.length === 0;
  const linked = mapLinks([...draft.body, ...atEnd], (url) => change(url) || undefined);
  const blocks = typeset(linked, inLanguage, () => (own = false), say);
  return {
    blocks,
    own,
    standfirst: draft.standfirst === undefined ? (standfirst(blocks, inLanguage) ?? "") : undefined,
    // Of a live blog what stands for good: each post would change what every list says of it.
    readingMinutes: readingMinutes(blocks.filter(({ type }) => type !== "post")),
  };
}

/** Words a minute in alphabets (Brysbaert 2019: 238 in English), and characters a minute in Chinese and Japanese, which part no words. */
const WORDS_A_MINUTE = 230;
const CHARACTERS_A_MINUTE = 500;

const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** How long a text takes to read, in whole minutes, at least one. */
function readingMinutes(body: Block[]): number {
  // What is said in a recording is heard.
  const text = plainText(body.filter(({ type }) => type !== "audio" && type !== "video"));
  // Most texts end below the first of these scripts, and a plain search is many times faster than one by script.
  const characters = /[\u2E80-\u{3FFFF}]/u.test(text) ? (text.match(CHARACTER)?.length ?? 0) : 0;
  const words = (characters === 0 ? text : text.replace(CHARACTER, " ")).match(/\S+/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE));
}
