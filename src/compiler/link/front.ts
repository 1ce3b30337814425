import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { FrontPage } from "#content/pages/frontPage.ts";
import { Candidates } from "./candidates.ts";
import { type FrontCuration, NO_CURATION } from "./frontCuration.ts";
import { isEditorial, mostUrgentFirst, newest, newestFirst, type Story } from "./story.ts";
import { refOf, type Subjects } from "./subjects.ts";
import { recorded, storyLink, makeTeaser } from "./makeTeaser.ts";

/** How many of the newest stories are considered for the front page; section blocks look further back. */
const WINDOW = 60;

/** The picture of a story only helps it to become the lead if it is among this many newest stories. */
const NEWEST = 20;

const MOST_ALSO = 3;
const MOST_EVENTS = 3;
const MOST_LATEST = 7;
const MOST_TOP = 4;
const MOST_IN_STRIP = 4;
const SECTION_DEPTH = 20;
const LONG_MINUTES = 8;

/** Takes stories that are not on the page yet, in the order given. */
type Take = (from: Story[], most: number) => Story[];

/**
 * The front page of an edition, made from its newest 60 stories. Its parts choose
 * their stories in this order: the lead, the stories beside it, the strips, a story
 * marked "Long read", the latest, the top stories, otherwise any long story, then the
 * sections. No story appears twice.
 * A story that an editor has placed appears there and nowhere else. An advertisement appears only if it is placed.
 * @param stories the whole edition, oldest first
 */
export function front(stories: Story[], subjects: Subjects, edition: Edition, curation: FrontCuration = NO_CURATION): FrontPage {
  const recent = newest(stories, WINDOW).filter(isEditorial);
  const wanted = [
    curation.lead,
    ...curation.also,
    ...curation.top,
    curation.longRead,
    ...curation.strips.flatMap((strip) => (strip.isNamed ? strip.stories : [])),
  ];
  const { take, takeWanted } = takers(wanted);
  const place = (wants: (Story | undefined)[], most: number, others: () => Story[]): Story[] => {
    const own = takeWanted(wants, most);
    return own.length < most ? [...own, ...take(others(), most - own.length)] : own;
  };
  const [lead] = place([curation.lead], 1, () => leads(recent));
  const also = lead ? place(curation.also, MOST_ALSO, () => beside(lead, recent, subjects, stories.length)) : [];
  const strips = curation.strips.flatMap(({ name, path, description, stories: own, isNamed }) => {
    const shown = isNamed ? takeWanted(own, own.length) : take(own.filter(isEditorial), MOST_IN_STRIP);
    return shown.length === 0 ? [] : [{ name, path, description, teasers: shown.map(({ article }) => makeTeaser(article, edition)) }];
  });
  const [marked] = place([curation.longRead], 1, () => recent.filter(isMarkedLong));
  const latest = take(recent, MOST_LATEST);
  const top = place(curation.top, MOST_TOP, () => recent.toSorted(mostUrgentFirst));
  const [longRead] = marked ? [marked] : take(longest(recent), 1);
  const sections = sectionBlocks(take, subjects, edition, curation);
  return {
    date: edition.date,
    lead: lead && makeTeaser(lead.article, edition),
    also: also.map(({ article }) => alsoOf(article, edition)),
    ...eventsOf(lead?.article.liveBlog),
    latest: latest.map(({ article }) => alsoOf(article, edition)),
    top: top.map(({ article }) => makeTeaser(article, edition)),
    longRead: longRead && makeTeaser(longRead.article, edition),
    ...(strips.length > 0 && { strips }),
    sections,
    ...(curation.breaking && { breaking: curation.breaking }),
    ...(curation.alert && { alert: curation.alert }),
  };
}

function eventsOf(blog: Article["liveBlog"]): Pick<FrontPage, "events"> {
  if (!blog || blog.coverageEndTime !== undefined || blog.keyEvents.length === 0) return {};
  return { events: blog.keyEvents.slice(0, MOST_EVENTS) };
}

const alsoOf = (article: Article, edition: Edition) => ({
  ...storyLink(article, edition),
  readingMinutes: article.readingMinutes,
  ...recorded(article),
});

/** @param wanted stories that an editor has placed, so that `take` leaves them out */
function takers(wanted: (Story | undefined)[]): { take: Take; takeWanted: (from: (Story | undefined)[], most: number) => Story[] } {
  const shown = new Set<Story>();
  const kept = new Set(wanted);
  const takeOf = (from: Story[], most: number): Story[] => {
    const taken = [...new Set(from)].filter((story) => !shown.has(story)).slice(0, most);
    for (const story of taken) shown.add(story);
    return taken;
  };
  return {
    take: (from, most) =>
      takeOf(
        from.filter((story) => !kept.has(story)),
        most,
      ),
    takeWanted: (from, most) =>
      takeOf(
        from.filter((story) => story !== undefined),
        most,
      ),
  };
}

/** The candidates for the lead: the most urgent first, then those with a picture among the newest 20, then the newest. */
function leads(recent: Story[]): Story[] {
  const pictured = new Set(recent.slice(0, NEWEST).filter(({ article }) => article.image));
  return recent.toSorted(
    (a, b) => a.article.urgency - b.article.urgency || Number(pictured.has(b)) - Number(pictured.has(a)) || newestFirst(a, b),
  );
}

/** The recent stories that have most in common with the lead, scored as for "More about". */
function beside(lead: Story, recent: Story[], subjects: Subjects, total: number): Story[] {
  const candidates = new Candidates(total);
  const topics = lead.article.topics.flatMap(({ slug }) => subjects.topic.get(slug) ?? []);
  return candidates.best(
    candidates.sharing(topics, lead).filter((story) => recent.includes(story)),
    MOST_ALSO,
  );
}

function isMarkedLong({ article }: Story): boolean {
  return /(?:^| \/ )long read$/iu.test(article.genre ?? "");
}

function longest(recent: Story[]): Story[] {
  return recent
    .filter(({ article }) => article.readingMinutes >= LONG_MINUTES)
    .toSorted((a, b) => b.article.readingMinutes - a.article.readingMinutes || newestFirst(a, b));
}

/** How many of up to eight headlines fill lines of three or four: a line with one headline would look unfinished. */
const inFullLines = (count: number): number => (count === 5 || count === 7 ? count - 1 : count);

const IN_LAYOUT = { grid: 6, headlines: 8, feature: 5 };

/** Blocks with three and two teasers in turn, so that the rows of the page are not all alike. */
function sectionBlocks(
  take: Take,
  subjects: Subjects,
  edition: Edition,
  { sections: curated, reportEmpty }: FrontCuration,
): FrontPage["sections"] {
  const blocks: FrontPage["sections"] = [];
  const named = new Set(curated.map(({ slug }) => slug));
  const others = edition.sections.filter(({ slug }) => !named.has(slug));
  for (const { slug, layout } of [...curated.filter(({ hidden }) => !hidden), ...others.map((one) => ({ ...one, layout: undefined }))]) {
    const section = subjects.section.get(slug);
    const most = layout === undefined || layout === "row" ? (blocks.length % 2 === 0 ? 3 : 2) : IN_LAYOUT[layout];
    const found = take(newest(section?.stories ?? [], SECTION_DEPTH).filter(isEditorial), most);
    const stories = layout === "headlines" ? found.slice(0, inFullLines(found.length)) : found;
    if (section && stories.length > 0) {
      blocks.push({
        section: refOf(section),
        ...(layout && { layout }),
        teasers: stories.map(({ article }) => makeTeaser(article, edition)),
      });
    } else if (named.has(slug)) reportEmpty?.(slug);
  }
  return blocks;
}
