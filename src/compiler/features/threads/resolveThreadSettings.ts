import type { Article } from "#content/article.ts";
import { articlePath } from "#content/paths.ts";
import type { Draft } from "../../draft/draft.ts";
import { nearestName } from "../../text/nearestName.ts";
import type { Problem, Report } from "../../draft/problem.ts";
import { wantedSlug } from "../../refine/slugs.ts";
import { digest } from "../../state/digest.ts";
import { type Named, type ThreadEntry, THREADS_FILE } from "./readThreads.ts";

/** An editor's settings for one thread. Stories are named by their slugs. */
export type EditedThread = Pick<ThreadEntry, "place" | "slug" | "name" | "description" | "closed" | "join" | "formerly"> & {
  stories: Named[];
  without: ReadonlySet<string>;
  turningPoints?: Named[] | undefined;
};

/** The settings in `threads.json` for the threads of a site, in all of its editions. Stories and threads are looked up by their slugs. */
export class ResolvedThreadSettings {
  readonly all: readonly EditedThread[];
  /** The digest of all settings. */
  readonly digest: string;
  /** The digest of what they do to the stories that there are. */
  readonly effect: string;
  readonly #bySlug: ReadonlyMap<string, EditedThread>;
  /** The thread of each story that an entry names, or that begins the thread of an entry. */
  readonly #owners: ReadonlyMap<string, string>;
  /** The thread that another was joined to. */
  readonly #into: ReadonlyMap<string, string>;
  readonly #takenOut: ReadonlySet<string>;

  constructor(all: readonly EditedThread[], owners: ReadonlyMap<string, string>, into: ReadonlyMap<string, string>) {
    this.all = all;
    this.digest = digest(JSON.stringify(all.map(({ without, ...edited }) => ({ ...edited, without: [...without] }))));
    this.effect = digest(JSON.stringify([this.digest, [...owners], [...into]]));
    this.#bySlug = new Map(all.map((edited) => [edited.slug, edited]));
    this.#owners = owners;
    this.#into = into;
    this.#takenOut = new Set(all.flatMap(({ without }) => [...without]));
  }

  /** The settings for a thread. */
  of(thread: string): EditedThread | undefined {
    return this.#bySlug.get(thread);
  }

  /** The thread that an editor put a story into, before threads are joined. */
  threadOf(story: string): string | undefined {
    return this.#owners.get(story);
  }

  /** The thread that has the stories of this one: itself, or the one that it was joined to, directly or through others. */
  joined(thread: string): string {
    const into = this.#into.get(thread);
    return into === undefined ? thread : this.joined(into);
  }

  /** Whether an editor took a story out of one of the threads that this one was joined to. */
  isTakenOut(story: string, thread: string): boolean {
    const into = this.#into.get(thread);
    return into !== undefined && (this.of(into)?.without.has(story) === true || this.isTakenOut(story, into));
  }

  /** Whether the settings allow a found story in a thread: it was not taken out, and the thread was not closed before its day. */
  mayJoin(story: string, day: string, thread: string): boolean {
    return [thread, this.joined(thread)].every((slug) => {
      const { without, closed } = this.of(slug) ?? {};
      return without?.has(story) !== true && (closed === undefined || day <= closed);
    });
  }

  /** Whether an editor took a story out of a thread and put it into no other: no story is then added to it. */
  isAlone(story: string): boolean {
    return this.#takenOut.has(story) && !this.#owners.has(story);
  }
}

/**
 * Resolves the names in `threads.json`. A name that does not exist is reported with the nearest one and left out, and so
 * are duplicates, and joins in a circle.
 * @param fileOf the file of each story by its slug
 * @param back drafts that are kept back, since a name of one of them gets another message
 */
export function resolveThreadSettings(
  entries: ThreadEntry[],
  articles: Article[],
  { fileOf, back = [], report }: { fileOf: ReadonlyMap<string, string>; back?: Draft[]; report: Report },
): ResolvedThreadSettings {
  const isBack = keptBackBy(back);
  const fault = (problem: Pick<Problem, "place" | "message" | "remedy" | "nearest">): void =>
    report({ severity: "warning", file: THREADS_FILE, ...problem });
  const find = storyFinder(articles, fileOf, isBack, fault);
  const once = new Map<string, ThreadEntry>();
  for (const entry of entries) {
    const { place, slug } = entry;
    if (!once.has(slug)) once.set(slug, entry);
    else fault({ place, message: `The thread "${slug}" has two entries, so ${place} was left out.`, remedy: "Merge them." });
  }
  const all = [...once.values()].map((entry): EditedThread => ({
    ...entry,
    stories: find(entry.stories),
    without: new Set(find(entry.without).map(({ name }) => name)),
    turningPoints: entry.turningPoints && find(entry.turningPoints),
  }));
  const stories = new Set(articles.map(({ slug }) => slug));
  const known: Known = { stories, isBack };
  return new ResolvedThreadSettings(all, ownersOf(all, known, fault), joins(all, known, fault));
}

/** Makes the function that tells whether a slug, a file or an address is that of a story that is kept back. */
function keptBackBy(back: Draft[]): (name: string) => boolean {
  const names = back.flatMap(({ file, slug: given, headline = "" }) => {
    const slug = wantedSlug({ ...(given !== undefined && { slug: given }), headline });
    return [file, slug, articlePath(slug)];
  });
  const all = new Set(names);
  return (name) => all.has(name);
}

/** The slugs of existing stories, which are also those of found threads, and whether a name is that of a story that is kept back. */
type Known = { stories: ReadonlySet<string>; isBack: (name: string) => boolean };

type Fault = (problem: Pick<Problem, "place" | "message" | "remedy" | "nearest">) => void;

function storyFinder(
  articles: Article[],
  fileOf: ReadonlyMap<string, string>,
  isBack: Known["isBack"],
  fault: Fault,
): (wanted: Named[]) => Named[] {
  let known: Map<string, string> | undefined;
  const byName = (): Map<string, string> =>
    new Map(
      articles.flatMap(({ slug }) => [slug, articlePath(slug), fileOf.get(slug) ?? slug].map((name): [string, string] => [name, slug])),
    );
  const one = ({ name, place }: Named): Named[] => {
    const stories = (known ??= byName());
    const found = stories.get(name);
    if (found !== undefined) return [{ name: found, place }];
    const message = `There is no story "${name}", so ${place} was left out.`;
    if (isBack(name)) fault({ place, ...keptBack(name) });
    else fault({ place, message, remedy: "Correct its name, or remove it.", ...near(name, stories.keys()) });
    return [];
  };
  return (wanted) => wanted.flatMap(one);
}

/** Assigns stories to threads: each to the first thread that names it, and a story with the slug of a thread to that one. */
function ownersOf(all: EditedThread[], { stories: known, isBack }: Known, fault: Fault): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { slug, stories, without } of all) {
    for (const { name, place } of stories) {
      const owner = owners.get(name) ?? slug;
      if (owner === slug && !without.has(name)) owners.set(name, slug);
      else if (owner === slug)
        fault({
          place,
          message: `The story "${name}" is in "without" as well, so it was left out here.`,
          remedy: "Name it in only one of the two.",
        });
      else
        fault({
          place,
          message: `The story "${name}" belongs to the thread "${owner}" already, so it was left out here.`,
          remedy: "Name it in one thread only.",
        });
    }
  }
  for (const { place, slug, stories, without, join } of all) {
    if (!known.has(slug)) {
      if (stories.length === 0 && join.length === 0) fault({ place, ...(isBack(slug) ? keptBack(slug) : noThread(slug, known)) });
    } else if (without.has(slug))
      fault({
        place: `${place}.without`,
        message: `The thread "${slug}" begins with the story "${slug}", which "without" cannot take out of it.`,
        remedy: "Give it another slug and name its stories.",
      });
    if (known.has(slug) && !owners.has(slug)) owners.set(slug, slug);
  }
  return owners;
}

/** The thread that each thread is joined to. It can be joined to only one, and not to one that was joined to it. */
function joins(all: EditedThread[], { stories: known, isBack }: Known, fault: Fault): ReadonlyMap<string, string> {
  const into = new Map<string, string>();
  const entries = new Map(all.map((edited) => [edited.slug, edited]));
  // An entry alone does not make a thread exist: it needs a story.
  const isThere = (slug: string, asked: ReadonlySet<string> = new Set()): boolean => {
    const { stories = [], join = [] } = entries.get(slug) ?? {};
    if (known.has(slug) || stories.length > 0) return true;
    return !asked.has(slug) && join.some(({ name }) => isThere(name, new Set([...asked, slug])));
  };
  const end = (slug: string): string => {
    const next = into.get(slug);
    return next === undefined ? slug : end(next);
  };
  for (const { slug, join } of all) {
    for (const { name, place } of join) {
      const owner = into.get(name);
      if (!isThere(name)) fault({ place, ...(isBack(name) ? keptBack(name) : noThread(name, [...known, ...entries.keys()])) });
      else if (owner !== undefined && owner !== slug)
        fault({
          place,
          message: `The thread "${name}" is joined to "${owner}" already, so it was left out here.`,
          remedy: "Join it to one thread only.",
        });
      else if (end(slug) === name)
        fault({
          place,
          message: `The thread "${name}" cannot be joined to "${slug}", which is joined to it, so it was left out here.`,
          remedy: "Remove one of the two.",
        });
      else into.set(name, slug);
    }
  }
  return into;
}

const keptBack = (name: string): Pick<Problem, "message" | "remedy"> => ({
  message: `The story "${name}" is kept back, so it was left out here.`,
  remedy: "It takes effect in the build that publishes the story.",
});

function noThread(slug: string, known: Iterable<string>): Pick<Problem, "message" | "remedy" | "nearest"> {
  const message = `There is no thread "${slug}": a thread that was found has the slug of its first story.`;
  return { message, remedy: "Correct its slug, or name its stories.", ...near(slug, known) };
}

function near(name: string, known: Iterable<string>): { nearest?: string } {
  const nearest = nearestName(name, known);
  return nearest === undefined ? {} : { nearest };
}
