import type { Edition } from "#content/edition.ts";
import type { FrontPage } from "#content/frontPage.ts";
import { Candidates } from "./candidates.ts";
import { mostUrgentFirst, newest, newestFirst, type Story } from "./story.ts";
import { refOf, type Subjects } from "./subjects.ts";
import { storyLink, teaser } from "./teaser.ts";

/** The newest stories that may stand on the front page; a section's own block looks further back. */
const WINDOW = 60;

/** How new a story must be for its picture to help it to the lead. */
const NEWEST = 20;

const MOST_ALSO = 3;
const MOST_LATEST = 7;
const MOST_TOP = 4;
const SECTION_DEPTH = 20;
const LONG_MINUTES = 8;

/** Takes stories that do not stand on the page yet, in the order given. */
type Take = (from: Story[], most: number) => Story[];

/**
 * The front page of an edition, made from its newest 60 stories. The order in
 * which its parts choose is their rank: the lead, what stands beside it, a story
 * marked "Long read", the latest, the top stories, else any long story, then
 * the sections. No story stands twice.
 * @param stories the whole edition, oldest first
 */
export function front(stories: Story[], subjects: Subjects, edition: Edition): FrontPage {
  const recent = newest(stories, WINDOW);
  const take = taker();
  const [lead] = take(leads(recent), 1);
  const also = lead ? take(beside(lead, recent, subjects, stories.length), MOST_ALSO) : [];
  const [marked] = take(recent.filter(isMarkedLong), 1);
  const latest = take(recent, MOST_LATEST);
  const top = take(recent.toSorted(mostUrgentFirst), MOST_TOP);
  const [longRead] = marked ? [marked] : take(longest(recent), 1);
  const sections = sectionBlocks(take, subjects, edition);
  return {
    date: edition.date,
    lead: lead && teaser(lead.article, edition),
    also: also.map(({ article }) => storyLink(article, edition)),
    latest: latest.map(({ article }) => storyLink(article, edition)),
    top: top.map(({ article }) => teaser(article, edition)),
    longRead: longRead && teaser(longRead.article, edition),
    sections,
  };
}

function taker(): Take {
  const shown = new Set<Story>();
  return (from, most) => {
    const taken = from.filter((story) => !shown.has(story)).slice(0, most);
    for (const story of taken) shown.add(story);
    return taken;
  };
}

/** The most urgent first; among equals one with a picture, if it is one of the newest 20; then the newest. */
function leads(recent: Story[]): Story[] {
  const pictured = new Set(recent.slice(0, NEWEST).filter(({ article }) => article.image));
  return recent.toSorted(
    (a, b) => a.article.urgency - b.article.urgency || Number(pictured.has(b)) - Number(pictured.has(a)) || newestFirst(a, b),
  );
}

/** The recent stories that share most with the lead, by the measure of "More about". */
function beside(lead: Story, recent: Story[], subjects: Subjects, total: number): Story[] {
  const candidates = new Candidates(total);
  const topics = lead.article.topics.flatMap(({ slug }) => subjects.topic.get(slug) ?? []);
  return candidates.best(
    candidates.sharing(topics, lead).filter((story) => recent.includes(story)),
    MOST_ALSO,
  );
}

function isMarkedLong({ article }: Story): boolean {
  return article.genre?.toLowerCase() === "long read";
}

function longest(recent: Story[]): Story[] {
  return recent
    .filter(({ article }) => article.readingMinutes >= LONG_MINUTES)
    .toSorted((a, b) => b.article.readingMinutes - a.article.readingMinutes || newestFirst(a, b));
}

/** Three and two teasers in turn, so that the page does not become a wall of equal rows. */
function sectionBlocks(take: Take, subjects: Subjects, edition: Edition): FrontPage["sections"] {
  const blocks: FrontPage["sections"] = [];
  for (const { slug } of edition.sections) {
    const section = subjects.section.get(slug);
    const stories = take(newest(section?.stories ?? [], SECTION_DEPTH), blocks.length % 2 === 0 ? 3 : 2);
    if (section && stories.length > 0) {
      blocks.push({ section: refOf(section), teasers: stories.map(({ article }) => teaser(article, edition)) });
    }
  }
  return blocks;
}
