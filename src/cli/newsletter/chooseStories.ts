import { milliseconds } from "#content/instant.ts";
import type { ListKind } from "#content/pages/listPage.ts";
import { slug as slugOf } from "#content/slug.ts";
import type { Teaser } from "#content/teaser.ts";
import { type Newsletter, subjectOf } from "#compiler/settings/newsletterSettings.ts";
import type { ServedSite, Story } from "#server/alerts/servedSite.ts";
import { CliError } from "../CliError.ts";
import { printable } from "../terminal/printable.ts";

/** A part of an issue by the slugs of its stories; `passed` are those that found no room. The only part of an issue without parts has no name. */
export type ChosenPart = { name?: string; path?: { kind: ListKind; slug: string }; slugs: string[]; passed?: string[] };

/** Milliseconds: after the first, up to the second. `earlier` are the slugs of stories that earlier issues have chosen or passed over. */
export type Span = { since: number; until: number; earlier?: ReadonlySet<string> };

const DAY = 24 * 60 * 60 * 1000;

/**
 * Chooses the stories of an issue from what the site publishes, as feeds do: nothing that is withheld, embargoed or a draft is there.
 * A part of which an edition in another language has no stories is left out, which is said.
 * @param prefix of the edition
 * @throws CliError if a part of the main edition is of a subject that the site does not have
 */
export async function chooseStories(
  site: ServedSite,
  prefix: string,
  { settings: { parts, count }, file }: Newsletter,
  span: Span,
): Promise<ChosenPart[]> {
  if (parts === undefined) return whole(site, prefix, count, span);
  const taken = new Set<string>();
  const chosen: ChosenPart[] = [];
  for (const [at, part] of parts.entries()) {
    const { kind, name: written } = subjectOf(part);
    const path = await listOf(site, prefix, kind, written);
    if (path === undefined) {
      const fault = `${file}: parts.${at}.${kind} is “${written}”, of which`;
      if (prefix === "") throw new CliError(`${fault} the site has no page. Write the name or slug of a ${kind} that has stories.`);
      console.error(printable(`${fault} the edition ${prefix.slice(1)} has no page, so its letter goes without this part.`));
      continue;
    }
    const stories = (await storiesIn(site, prefix, path, span)).filter(({ slug }) => !taken.has(slug));
    const choice = upTo(part.count, stories);
    for (const slug of choice.slugs) taken.add(slug);
    if (stories.length > 0) chosen.push({ name: part.name ?? path.name, path, ...choice });
  }
  return chosen;
}

async function whole(site: ServedSite, prefix: string, count: number, span: Span): Promise<ChosenPart[]> {
  const [stories, { order }] = await Promise.all([
    storiesIn(site, prefix, { kind: "latest", slug: "latest" }, span),
    site.front(prefix, span.until),
  ]);
  const places = new Map(order.map((slug, at) => [slug, at]));
  const placeOf = ({ slug }: Candidate) => places.get(slug) ?? order.length;
  const choice = upTo(
    count,
    stories.toSorted((x, y) => sponsoredLast(x, y) || placeOf(x) - placeOf(y)),
  );
  return stories.length === 0 ? [] : [choice];
}

function upTo(count: number, stories: Candidate[]): Pick<ChosenPart, "slugs" | "passed"> {
  const slugs = stories.map(({ slug }) => slug);
  return { slugs: slugs.slice(0, count), ...(slugs.length > count && { passed: slugs.slice(count) }) };
}

type Path = { kind: ListKind; slug: string };

/** A story that an issue may have, and when it appeared, in milliseconds. */
type Candidate = Pick<Teaser, "slug"> & { isSponsored: boolean; at: number };

/** A list by its slug, as written or made from a name. */
async function listOf(site: ServedSite, prefix: string, kind: ListKind, written: string): Promise<(Path & { name: string }) | undefined> {
  for (const slug of new Set([written, slugOf(written)])) {
    const { name } = await site.list(prefix, kind, slug);
    if (name !== undefined) return { kind, slug, name };
  }
  return undefined;
}

/** The stories of a list that were published in a span, newest first; advertisements come last. */
async function storiesIn(site: ServedSite, prefix: string, path: Path, span: Span): Promise<Candidate[]> {
  const { until, earlier } = span;
  const found = new Map([...(await datedIn(site, prefix, path, span)), ...(await lateIn(site, prefix, path, span))]);
  return [...found.values()]
    .filter(({ slug, at }) => at <= until && earlier?.has(slug) !== true)
    .toSorted((a, b) => sponsoredLast(a, b) || b.at - a.at);
}

/** The stories of a list whose date is in a span, by slug. */
async function datedIn(site: ServedSite, prefix: string, { kind, slug }: Path, { since }: Span): Promise<Map<string, Candidate>> {
  const at = ({ datePublished }: Teaser) => milliseconds(datePublished);
  const newest = await site.list(prefix, kind, slug);
  const found = new Map(newest.stories.map((story) => [story.slug, story]));
  let oldest = newest.stories.at(-1);
  for (let page = newest.fullPages; page > 0 && oldest !== undefined && at(oldest) > since - DAY; page--) {
    const { stories } = await site.list(prefix, kind, slug, page);
    for (const story of stories) found.set(story.slug, story);
    oldest = stories.at(-1);
  }
  const dated = [...found.values()].filter((story) => lastAt(story) > since);
  return new Map(dated.map((story) => [story.slug, { slug: story.slug, isSponsored: story.sponsor !== undefined, at: at(story) }]));
}

/** The stories of a list whose embargo ended in a span, by slug. Their dates may be long before. */
async function lateIn(site: ServedSite, prefix: string, path: Path, { since, until }: Span): Promise<Map<string, Candidate>> {
  const ended = Object.entries(await site.late()).map(([slug, written]) => ({ slug, at: milliseconds(written) }));
  const found = await Promise.all(
    ended.filter(({ at }) => at > since && at <= until).map(async ({ slug, at }) => ({ slug, at, story: await site.story(prefix, slug) })),
  );
  return new Map(
    found.flatMap(({ slug, at, story }): [string, Candidate][] =>
      story && isIn(story, path) ? [[slug, { slug, at, isSponsored: story.sponsor !== undefined }]] : [],
    ),
  );
}

function isIn({ section, topics, places, authors, subjects }: Story, { kind, slug }: Path): boolean {
  const threads = subjects.filter((subject) => subject.kind === "thread");
  const lists = { section: section ? [section] : [], topic: topics, place: places, author: authors, thread: threads, month: [] };
  return kind === "latest" || lists[kind].some((each) => each.slug === slug);
}

const sponsoredLast = (a: Candidate, b: Candidate): number => Number(a.isSponsored) - Number(b.isSponsored);

/** A story without a time, which is dated at 00:00, may have been published at any time of its day. */
const lastAt = ({ datePublished }: Teaser): number =>
  milliseconds(datePublished) + (/T00:00(?::00(?:\.0+)?)?(?:Z|[+-])/u.test(datePublished) ? DAY : 0);
