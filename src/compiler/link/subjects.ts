import type { AuthorRef, Ref } from "#content/article.ts";
import type { SubjectKind } from "#content/teaser.ts";
import type { Story } from "./story.ts";

/** A topic, section, author or place with its stories, oldest first, each once. */
export type Subject = { kind: SubjectKind; slug: string; name: string; authorKind?: AuthorRef["kind"]; stories: Story[] };

/** All subjects of an edition by kind and slug. */
export type Subjects = Record<SubjectKind, Map<string, Subject>>;

/**
 * The subjects of all stories: the inverted index from which strips and lists are
 * made. A subject has the name that its oldest story gives it, so that a numbered
 * page, once written, keeps its title.
 * @param stories oldest first
 */
export function subjects(stories: Story[]): Subjects {
  const all: Subjects = { topic: new Map(), section: new Map(), author: new Map(), place: new Map() };
  for (const story of stories) {
    const { topics, places, section, authors } = story.article;
    for (const ref of topics) add(all, "topic", ref, story);
    for (const ref of places) add(all, "place", ref, story);
    if (section) add(all, "section", section, story);
    for (const ref of authors) add(all, "author", ref, story, ref.kind);
  }
  return all;
}

function add(all: Subjects, kind: SubjectKind, { slug, name }: Ref, story: Story, authorKind?: AuthorRef["kind"]): void {
  const known = all[kind].get(slug);
  if (!known) all[kind].set(slug, { kind, slug, name, ...(authorKind && { authorKind }), stories: [story] });
  else if (known.stories.at(-1) !== story) known.stories.push(story);
}

/** The name and address of a subject, as pages link to it. */
export function refOf({ slug, name }: Subject): Ref {
  return { slug, name };
}

/** For sort(): the subject with most stories first, then by slug. */
export const largestFirst = (a: Subject, b: Subject): number => b.stories.length - a.stories.length || (a.slug < b.slug ? -1 : 1);

/**
 * A number of stories rounded down to a power of the square root of two. An order by it seldom changes with a new
 * story, which would change every page that shows the order.
 */
export const roughly = (count: number): number => 2 ** (Math.floor(2 * Math.log2(count)) / 2);
