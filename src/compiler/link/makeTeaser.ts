import type { Article, Ref } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { Image, Picture } from "#content/image.ts";
import type { StoryLink, Teaser } from "#content/teaser.ts";
import { lineOf } from "#content/labels.ts";
import { subjectId } from "#content/library/subjectId.ts";
import { hyphenated } from "./hyphenated.ts";

/** The language and direction of the page around a teaser, which states its own only if they differ. */
export type PageLanguage = Pick<Edition, "language" | "direction">;

/**
 * The short form of an article. The kicker is its most specific subject: its first
 * topic, or else its first place, or else its section.
 */
export function makeTeaser(article: Article, edition: PageLanguage): Teaser {
  return remembered(teasers, edition, article, teaserOf);
}

/**
 * The teaser of an article in a list: with the small files of its picture. On the page of a subject, the page's own name
 * would be a kicker that says nothing, so its next subject is.
 */
export function teaserOn({ kind, slug }: { kind: string; slug: string }, article: Article, edition: PageLanguage): Teaser {
  const teaser = remembered(listTeasers, edition, article, listTeaserOf);
  const isOwn = (subject: Teaser["kicker"]) => subject?.kind === kind && subject.slug === slug;
  return isOwn(teaser.kicker) ? { ...teaser, kicker: kickers(article).find((subject) => !isOwn(subject)) } : teaser;
}

/** The fields of an article that a link to it needs. */
export function storyLink(article: Article, edition: PageLanguage): StoryLink {
  return remembered(storyLinks, edition, article, storyLinkOf);
}

/** A story is in a dozen lists and strips, which all share one teaser. */
type Known<T> = WeakMap<PageLanguage, WeakMap<Article, T>>;
const teasers: Known<Teaser> = new WeakMap();
const listTeasers: Known<Teaser> = new WeakMap();
const storyLinks: Known<StoryLink> = new WeakMap();

function remembered<T>(known: Known<T>, edition: PageLanguage, article: Article, make: (article: Article, edition: PageLanguage) => T): T {
  const ofEdition = known.get(edition) ?? new WeakMap<Article, T>();
  known.set(edition, ofEdition);
  const made = ofEdition.get(article) ?? make(article, edition);
  ofEdition.set(article, made);
  return made;
}

function teaserOf(article: Article, edition: PageLanguage): Teaser {
  const [author] = article.authors;
  return {
    slug: article.slug,
    headline: article.headline,
    hyphenated: hyphenated(article.headline, article.inLanguage),
    standfirst: article.standfirst,
    kicker: kickers(article)[0],
    sponsor: article.sponsor?.label,
    members: article.members?.label,
    genre: article.genre,
    byline: author?.name,
    dateline: article.dateline,
    datePublished: article.datePublished,
    readingMinutes: article.readingMinutes,
    ...recorded(article),
    about: about(article),
    image: article.image && picture(article.image),
    ...foreign(article, edition),
  };
}

/** The greatest width, in pixels, of the files of a picture in a list: there it is at most 256 CSS pixels wide, see TeaserCard. */
const WIDEST_IN_LIST = 960;

function listTeaserOf(article: Article, edition: PageLanguage): Teaser {
  const teaser = makeTeaser(article, edition);
  const { image } = teaser;
  const small = image?.sources.filter(({ width }) => width <= WIDEST_IN_LIST) ?? [];
  return image && small.length > 0 ? { ...teaser, image: { ...image, sources: small } } : teaser;
}

function storyLinkOf(article: Article, edition: PageLanguage): StoryLink {
  const { slug, datePublished, inLanguage } = article;
  const headline = lineOf(article);
  return {
    slug,
    headline,
    hyphenated: hyphenated(headline, inLanguage),
    datePublished,
    about: about(article),
    ...foreign(article, edition),
  };
}

/** The subjects of an article, the most specific first. */
function kickers({ topics, places, section }: Article): NonNullable<Teaser["kicker"]>[] {
  const of = <Kind extends "topic" | "place" | "section">(kind: Kind, refs: Ref[]) => refs.map(({ slug, name }) => ({ slug, name, kind }));
  return [...of("topic", topics), ...of("place", places), ...of("section", section ? [section] : [])];
}

function about({ topics, authors }: Article): Teaser["about"] {
  const ids = [...topics.map(({ slug }) => subjectId("topic", slug)), ...authors.map(({ slug }) => subjectId("author", slug))];
  return ids.length === 0 ? undefined : ids;
}

/** Marks a story that has a recording of its own. */
export const recorded = ({ audio }: Article): Pick<Teaser, "hasRecording"> => (audio ? { hasRecording: true } : {});

function picture({ url, width, height, sources, card, focus }: Image): Picture {
  return { url, width, height, sources, ...(card && { card }), ...(focus !== undefined && { focus }) };
}

/** The language and direction of a text, if they differ from those of the page around it. */
export function foreign(
  article: Pick<Article, "inLanguage" | "direction">,
  edition: PageLanguage,
): Pick<Teaser, "inLanguage" | "direction"> {
  return {
    ...(article.inLanguage !== edition.language && { inLanguage: article.inLanguage }),
    ...(article.direction !== edition.direction && { direction: article.direction }),
  };
}
