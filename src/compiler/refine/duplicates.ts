import { plainText } from "#content/blocks/plainText.ts";
import type { Report } from "../draft/problem.ts";
import type { Dated } from "./dates.ts";
import { foldedText } from "../text/foldedText.ts";

/** In characters. Shorter texts may be the same by chance: "The office is closed." */
const LONG_ENOUGH = 200;

/** A draft that was joined with another, which it went into, and why. */
type JoinedDraft = { draft: Dated; into: Dated; reason: string };

/**
 * Joins drafts that are the same article: they share their canonical address,
 * their headline and text, or their headline and id. The one published first is
 * kept, and takes from the others their addresses and whatever it lacks. The
 * same article in two languages is two articles.
 * @param drafts in order of publication
 */
export function duplicates(drafts: Dated[], report: Report): { distinct: Dated[]; joined: JoinedDraft[] } {
  const titles = drafts.map(({ headline }) => foldedText(headline));
  const twice = repeated(titles);
  const owners = new Map<string, Dated>();
  const distinct: Dated[] = [];
  const joined: JoinedDraft[] = [];
  for (const [index, draft] of drafts.entries()) {
    const signs = signsOf(draft, titles[index] ?? "", twice);
    const sign = signs.find(({ key }) => owners.has(key));
    const first = sign && owners.get(sign.key);
    if (sign && first) {
      joined.push({ draft, into: first, reason: `It is the same article as ${first.file} (${sign.why}), which was joined with it.` });
      if (plainText(draft.body) !== plainText(first.body)) report(otherText(draft.file, first.file));
      join(first, draft);
    } else distinct.push(draft);
    for (const { key } of signs) if (!owners.has(key)) owners.set(key, first ?? draft);
  }
  return { distinct, joined };
}

type Sign = { key: string; why: string };

/** The body may be on disk, so it is read only if another draft has the same headline. */
function signsOf(draft: Dated, title: string, twice: ReadonlySet<string>): Sign[] {
  const { id, url, inLanguage = "" } = draft;
  const text = twice.has(title) ? foldedText(plainText(draft.body)) : "";
  const canonical = url === undefined ? undefined : addressOf(url);
  return [
    ...(canonical === undefined ? [] : [{ key: `url ${inLanguage} ${canonical}`, why: "the same canonical address" }]),
    ...(text.length < LONG_ENOUGH ? [] : [{ key: `text ${title}\n${text}`, why: "the same headline and text" }]),
    ...(id === undefined ? [] : [{ key: `id ${inLanguage} ${id}\n${title}`, why: "the same id and headline" }]),
  ];
}

/** Drops the parts of an address that do not distinguish pages. Undefined for the address of a whole site, which is no article's. */
function addressOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, pathname, search } = new URL(url);
  return pathname === "/" && search === "" ? undefined : `${host.replace(/^www\./u, "")}${pathname.replace(/\/$/u, "")}${search}`;
}

/** What belongs to the file, text and dates of a draft, and is never taken from another. */
type Own =
  | (
      | "file"
      | "place"
      | "slug"
      | "headline"
      | "body"
      | "datePublished"
      | "dateModified"
      | "moments"
      | "held"
      | "tier"
      | "empty"
      | "mark"
      | "page"
    )
  | ("liveBlog" | "postReleases" | "postOf" | "key" | "pinned");

/** A draft's other fields. Each must be given, so that no field is forgotten. */
type Joined = { [Name in Exclude<keyof Dated, Own>]: Dated[Name] };

/** Fills in what `first` lacks; its own fields and its body stay. */
function join(first: Dated, other: Dated): void {
  const slugged = other.slug === undefined || other.slug === first.slug ? [] : [`/article/${other.slug}`];
  if (first.tier !== other.tier) {
    // What only some may see must not get into what others may.
    first.oldUrls = [...first.oldUrls, ...other.oldUrls, ...slugged];
    return;
  }
  const joined: Joined = {
    id: first.id ?? other.id,
    url: first.url ?? other.url,
    standfirst: first.standfirst ?? other.standfirst,
    section: first.section ?? other.section,
    image: first.image ?? other.image,
    audio: first.audio ?? other.audio,
    dateline: first.dateline ?? other.dateline,
    sponsor: first.sponsor ?? other.sponsor,
    ai: first.ai ?? other.ai,
    kind: first.kind ?? other.kind,
    genre: first.genre ?? other.genre,
    series: first.series ?? other.series,
    urgency: first.urgency ?? other.urgency,
    inLanguage: first.inLanguage ?? other.inLanguage,
    direction: first.direction ?? other.direction,
    translationOf: first.translationOf ?? other.translationOf,
    translationKey: first.translationKey ?? other.translationKey,
    discussion: first.discussion ?? other.discussion,
    comments: first.comments ?? other.comments,
    authors: first.authors.length > 0 ? first.authors : other.authors,
    corrections: first.corrections.length > 0 ? first.corrections : other.corrections,
    citations: first.citations.length > 0 ? first.citations : other.citations,
    topics: [...first.topics, ...other.topics],
    places: [...first.places, ...other.places],
    oldUrls: [...first.oldUrls, ...other.oldUrls, ...slugged],
  };
  Object.assign(first, joined);
}

function repeated(all: string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(all.filter((one) => seen.has(one) || !seen.add(one)));
}

const otherText = (file: string, first: string) => ({
  severity: "warning" as const,
  file,
  message: `It is published as one article with ${first}, whose text is kept; the text of this file differs, and is not published.`,
  remedy: "Give it a headline, id or canonical address of its own if it is another story; otherwise remove it.",
});
