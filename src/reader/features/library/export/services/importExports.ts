import { foldText } from "static-search/text/fold";
import { inParallel } from "#content/inParallel.ts";
import { type OutsideLink, type Quote, withoutEmpty } from "#content/library/outsideLink.ts";
import { type KnownStory, LONGEST_TEXT } from "#content/library/libraryRecord.ts";
import { type Change, changeOf } from "../../../../data/library/change.ts";
import { changeAll, library } from "../../../../data/library/library.ts";
import { libraryOf } from "../../../../data/library/useLibrary.ts";
import { inPieces } from "../../../../device/inPieces.ts";
import { importLinks } from "../../../../device/outsideLinks.ts";
import { type Fault, type FoundLink, joinFound } from "./found.ts";
import { fetchStory, type OwnStory, ownSite, pathIn, type Site, storyAt } from "./ownStories.ts";
import { placeQuote, unplaced } from "./placeQuote.ts";
import { readExports } from "./readExports.ts";

/** The result of an import. */
export type Outcome = {
  /** Stories of this paper that are newly saved. */
  saved: number;
  /** Highlights that were placed in their story, and those whose words are not in it. */
  marks: number;
  moved: number;
  /** Links to other sites that are new, or have something new. */
  links: number;
  /** Items that were there already. */
  known: number;
  /** Links that the device has no room for. */
  left: number;
  faults: Fault[];
};

/** How many stories are fetched at the same time, and how many changes of the library are made at once. */
const AT_ONCE = 4;
const BATCH = 200;

/**
 * Imports what other services exported into the library: stories of this paper
 * as saved ones with their highlights, everything else as links.
 * @param prefixes of the site's editions
 * @param onStep called with the number of links that are done, and of all links
 */
export async function importExports(
  files: readonly File[],
  prefixes: readonly string[],
  onStep: (done: number, all: number) => void,
): Promise<Outcome> {
  const { links, faults } = await readExports(files);
  await library().ready;
  const site = await ownSite(prefixes);
  let done = 0;
  const step = () => onStep(++done, links.length);
  const matches: Match[] = [];
  const outside: OutsideLink[] = [];
  const sort = async (link: FoundLink, find: () => Promise<OwnStory | undefined>) => {
    const story = await find();
    if (story) matches.push({ link, story });
    else outside.push(withoutEmpty(link));
    step();
  };
  const ofPaper: { link: FoundLink; path: string }[] = [];
  const withoutAddress: FoundLink[] = [];
  await inPieces(links, (link) => {
    const path = link.url === undefined ? undefined : pathIn(site, link.url);
    if (path !== undefined) ofPaper.push({ link, path });
    else if (link.url === undefined) withoutAddress.push(link);
    else outside.push(withoutEmpty(link));
  });
  await inParallel(ofPaper, AT_ONCE, ({ link, path }) => sort(link, () => storyAt(site, path)));
  const known = headlines(matches);
  await inParallel(withoutAddress, AT_ONCE, (link) => sort(link, () => storyByTitle(link.title, known, site)));
  const outcome: Outcome = { saved: 0, marks: 0, moved: 0, links: 0, known: 0, left: 0, faults };
  const changes: Change[] = [];
  for (const { link, story } of mergedByStory(matches)) outside.push(...importStory(link, story, changes, outcome));
  for (let from = 0; from < changes.length; from += BATCH) await changeAll(changes.slice(from, from + BATCH));
  const { fresh, left } = await importLinks(outside, (count) => onStep(Math.max(done, count), links.length));
  return { ...outcome, links: fresh, left, known: outcome.known + outside.length - fresh - left };
}

type Match = { link: FoundLink; story: OwnStory };

/** Each story once: services may have it under several addresses. */
function mergedByStory(matches: readonly Match[]): Iterable<Match> {
  const all = new Map<string, Match>();
  for (const { link, story } of matches) {
    all.set(story.slug, { story, link: joinFound(all.get(story.slug)?.link, link) });
  }
  return all.values();
}

/** The reader's stories, and those from the same files, by headline: Readwise does not export the addresses of what was highlighted. */
function headlines(matches: readonly Match[]): Map<string, string> {
  const stories: KnownStory[] = [
    ...libraryOf("saved").values(),
    ...libraryOf("read").values(),
    ...libraryOf("highlight").values(),
    ...matches.flatMap(({ story: { article } }) => article ?? []),
  ];
  return new Map(stories.map(({ headline, slug }) => [foldText(headline), slug]));
}

async function storyByTitle(title: string, known: ReadonlyMap<string, string>, { prefixes }: Site): Promise<OwnStory | undefined> {
  const slug = known.get(foldText(title));
  return slug === undefined ? undefined : fetchStory(slug, prefixes);
}

/** Adds the changes for a story. @returns links for what does not fit into the library: notes on a whole story, and what is too long */
function importStory(link: FoundLink, { slug, article }: OwnStory, changes: Change[], outcome: Outcome): OutsideLink[] {
  const story: KnownStory = { slug, headline: article?.headline ?? link.title.slice(0, 1000), inLanguage: article?.inLanguage };
  const fits = ({ text, note = "" }: Quote) => text !== "" && text.length <= LONGEST_TEXT && note.length <= LONGEST_TEXT;
  const quotes = link.quotes ?? [];
  if (link.saved) {
    const before = libraryOf("saved").get(slug);
    const savedAt = link.savedAt ?? before?.savedAt ?? Date.now();
    const read = link.read || before?.read;
    const isKnown = before !== undefined && before.savedAt <= savedAt && Boolean(before.read) === Boolean(read);
    if (isKnown) outcome.known += 1;
    else {
      outcome.saved += 1;
      changes.push(
        changeOf("saved", slug, (now) => ({
          ...story,
          ...now,
          savedAt: Math.min(savedAt, now?.savedAt ?? savedAt),
          ...(read && { read }),
        })),
      );
    }
  }
  const marks = marksOf(slug);
  const others = quotes.filter((quote) => !fits(quote) || !importQuote(quote));
  return others.length > 0 ? [withoutEmpty({ ...link, quotes: others })] : [];

  /** @returns whether it fits into the library: its note may be too long when joined to an existing one */
  function importQuote(quote: Quote): boolean {
    const passage = article && placeQuote(article, quote.text);
    const words = plain(passage?.exact ?? quote.text);
    const before = marks.get(words);
    const note = joinNotes(before?.note, quote.note);
    if ((note?.length ?? 0) > LONGEST_TEXT) return false;
    if (before && before.note === note) {
      outcome.known += 1;
      return true;
    }
    const id = before?.id ?? markId(slug, quote.text);
    marks.set(words, { id, note, isFresh: true });
    if (!before?.isFresh) outcome[passage || before || !article ? "marks" : "moved"] += 1;
    const madeAt = quote.madeAt ?? link.savedAt ?? Date.now();
    const mark = { ...story, passage: passage ?? unplaced(quote.text), colour: "yellow" as const, madeAt };
    changes.push(changeOf("highlight", id, (now = mark) => ({ ...now, ...(note && { note }) })));
    return true;
  }
}

type KnownMark = { id: string; note: string | undefined; isFresh?: boolean };

/** The highlights of a story by their words. */
function marksOf(slug: string): Map<string, KnownMark> {
  const marks = [...libraryOf("highlight")].filter(([, mark]) => mark.slug === slug);
  return new Map(marks.map(([id, { passage, note }]) => [plain(passage.exact), { id, note }]));
}

/** Joins two notes on the same words, one below the other. */
function joinNotes(before: string | undefined, note: string | undefined): string | undefined {
  if (!before || !note) return before ?? note;
  return `\n\n${before}\n\n`.includes(`\n\n${note}\n\n`) ? before : `${before}\n\n${note}`;
}

const plain = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** An id that is the same on every device that imports the file, and unlike any id made here. */
function markId(slug: string, text: string): string {
  const words = Array.from(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")).slice(0, 100);
  return `import:${Array.from(slug).slice(0, 80).join("")}:${text.length}:${words.join("")}`;
}
