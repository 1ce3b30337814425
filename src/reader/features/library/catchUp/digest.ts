import type { Teaser } from "#content/teaser.ts";

/** Characters that are read in a minute, 200 words; and about as many of them in the quotation from a story without a standfirst. */
const IN_A_MINUTE = 1000;
const QUOTATION = 200;

/** A story, and what else happened in the same matter, the newest first. */
export type Matter = { story: Teaser; more: Teaser[] };

type Digest = {
  matters: Matter[];
  /** Stories for which the time is too short. */
  left: number;
};

/**
 * What a reader missed, as much of it as can be read in some minutes.
 * @param missed the newest first
 * @param followed slugs of those that belong to what the reader follows: they come first
 * @param ranks slugs in the order in which the paper's front page has them: they come next
 * @param threads the thread of each story that has one, by slug
 */
export function digest(
  missed: Teaser[],
  followed: ReadonlySet<string>,
  ranks: string[],
  minutes: number,
  threads: ReadonlyMap<string, string> = new Map(),
): Digest {
  const place = new Map(ranks.map((slug, at) => [slug, at]));
  const rank = ({ slug }: Teaser) => (followed.has(slug) ? -1 : (place.get(slug) ?? ranks.length));
  const matters: Matter[] = [];
  let [room, left] = [minutes * IN_A_MINUTE, 0];
  for (const story of missed.toSorted((a, b) => rank(a) - rank(b))) {
    const matter = matters.find((each) => isSameMatter(each.story, story, threads));
    const length = story.headline.length + (matter ? 0 : (story.standfirst?.length ?? QUOTATION));
    if (length > room) {
      left += 1;
      continue;
    }
    room -= length;
    if (matter) matter.more.push(story);
    else matters.push({ story, more: [] });
  }
  return { matters, left };
}

/** Two stories are about the same where they are of one thread; where one of them is of none, if they share two topics, or the only one that one of them has. */
function isSameMatter(a: Teaser, b: Teaser, threads: ReadonlyMap<string, string>): boolean {
  const [threadOfA, threadOfB] = [threads.get(a.slug), threads.get(b.slug)];
  if (threadOfA !== undefined && threadOfB !== undefined) return threadOfA === threadOfB;
  const [ofA, ofB] = [topicsOf(a), topicsOf(b)];
  const shared = ofA.filter((topic) => ofB.includes(topic)).length;
  return shared > 0 && shared >= Math.min(2, ofA.length, ofB.length);
}

const topicsOf = ({ about = [] }: Teaser): string[] => about.filter((id) => id.startsWith("topic:"));
