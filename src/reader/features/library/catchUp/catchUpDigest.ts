import type { Teaser } from "#content/teaser.ts";

/** Characters read in a minute, at 200 words; and about how many are in the quotation from a story without a standfirst. */
const IN_A_MINUTE = 1000;
const QUOTATION = 200;

/** A story, and others about the same events, the newest first. */
export type StoryGroup = { story: Teaser; more: Teaser[] };

type Digest = {
  groups: StoryGroup[];
  /** How many stories there is no time for. */
  left: number;
};

/**
 * What a reader missed, as much of it as can be read in the given minutes.
 * @param missed the newest first
 * @param followed slugs of those that belong to what the reader follows: they come first
 * @param ranks slugs in the order of the paper's front page: they come next
 * @param threads the thread of each story that has one, by slug
 */
export function catchUpDigest(
  missed: Teaser[],
  followed: ReadonlySet<string>,
  ranks: string[],
  minutes: number,
  threads: ReadonlyMap<string, string> = new Map(),
): Digest {
  const place = new Map(ranks.map((slug, at) => [slug, at]));
  const rank = ({ slug }: Teaser) => (followed.has(slug) ? -1 : (place.get(slug) ?? ranks.length));
  const groups: StoryGroup[] = [];
  let [room, left] = [minutes * IN_A_MINUTE, 0];
  for (const story of missed.toSorted((a, b) => rank(a) - rank(b))) {
    const group = groups.find((other) => isSameGroup(other.story, story, threads));
    const length = story.headline.length + (group ? 0 : (story.standfirst?.length ?? QUOTATION));
    if (length > room) {
      left += 1;
      continue;
    }
    room -= length;
    if (group) group.more.push(story);
    else groups.push({ story, more: [] });
  }
  return { groups, left };
}

/** Whether two stories are in the same thread or, if either is in none, share two topics, or the only one that either has. */
function isSameGroup(a: Teaser, b: Teaser, threads: ReadonlyMap<string, string>): boolean {
  const [threadOfA, threadOfB] = [threads.get(a.slug), threads.get(b.slug)];
  if (threadOfA !== undefined && threadOfB !== undefined) return threadOfA === threadOfB;
  const [ofA, ofB] = [topicsOf(a), topicsOf(b)];
  const shared = ofA.filter((topic) => ofB.includes(topic)).length;
  return shared > 0 && shared >= Math.min(2, ofA.length, ofB.length);
}

const topicsOf = ({ about = [] }: Teaser): string[] => about.filter((id) => id.startsWith("topic:"));
