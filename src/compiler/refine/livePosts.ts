import type { Block, PostAuthor } from "#content/blocks/block.ts";
import { milliseconds } from "#content/instant.ts";
import { newestPostFirst, type Post, postsOf } from "#content/liveBlog.ts";
import { mapBlocks } from "#content/blocks/mapBlocks.ts";
import { slug } from "#content/slug.ts";
import { visitBlocks } from "#content/blocks/visitBlocks.ts";
import { instantOf } from "../text/instantOf.ts";
import { nearestName } from "../text/nearestName.ts";
import type { Draft } from "../draft/draft.ts";
import type { Problem, Report } from "../draft/problem.ts";
import type { BuildTime } from "../draft/release/keptBack.ts";
import { bothReleases, type Release } from "../draft/release/release.ts";
import type { Settings } from "../settings/settings.ts";
import type { Reading, Skipped } from "../reading/readDrafts.ts";
import type { Dated } from "./dates.ts";
import { type Planned, type Released, released } from "./released.ts";

type Found = Pick<Reading, "drafts">;

/**
 * Stories, with the posts of live blogs in them. `found` counts the posts that are left out, and lists what posts show under their
 * stories; `backPosts` are those that are kept back while their live blogs are public, `openPosts` the public ones with a file of their own.
 */
export type Joined = Released & { found: Reading; backPosts: Draft[]; openPosts: Draft[] };

/**
 * Puts the posts of live blogs into the bodies of their stories, the newest first.
 * A post is kept back like a story, with everything that only it shows; a scheduled post appears in the first build after its time.
 * @param stories those that readers may see, and the others
 * @param time `preview` lets posts that are kept back through, with a mark
 */
export function withPosts(
  stories: Released,
  found: Reading,
  settings: Settings,
  report: Report,
  time: BuildTime & { preview: boolean },
): Joined {
  const blogs = new Set(stories.open.flatMap(({ file, liveBlog }) => (liveBlog ? [file] : [])));
  const drafts = found.posts.map((post) => Object.assign(post, { headline: post.headline ?? "" }));
  const inStories = stories.open.flatMap((story) => (story.liveBlog ? postsWithin(story) : []));
  const inFiles = drafts.filter(({ postOf = "" }) => blogs.has(postOf));
  const seen = released([...inStories, ...inFiles], settings, report, time);
  const hidden = drafts.filter(({ postOf = "" }) => !blogs.has(postOf));
  const skipped = [...seen.skipped, ...hidden.map(({ file, postOf }) => ({ file, reason: `Its live blog ${postOf} is not public.` }))];
  const posts = new Map<string, Dated[]>();
  for (const post of seen.open) posts.set(post.postOf ?? "", [...(posts.get(post.postOf ?? "") ?? []), post]);
  const shown = new Map(found.shown);
  const reportAuthor = authorReporter(found, settings, report);
  const open = stories.open.map((story) => {
    if (!story.liveBlog) return story;
    const own = posts.get(story.file) ?? [];
    for (const { authors, file } of own) for (const { name } of file === story.file ? [] : authors) reportAuthor(name, file);
    const blog = blogOf(story, own, { skipped, report });
    const noted = [story, ...own].flatMap(({ file }) => [...(found.shown.get(file) ?? [])]);
    const isWhole = seen.skipped.every(({ file }) => file !== story.file) && own.every(({ body }) => postsOf(body).length === 0);
    const used = isWhole ? undefined : stringsIn(blog);
    shown.set(story.file, new Set(noted.filter((url) => used === undefined || used.has(url))));
    return blog;
  });
  const ids = new Set(open.flatMap((story) => (story.liveBlog ? postsOf(story.body).map(({ id }) => `${id} ${story.file}`) : [])));
  const backPosts = seen.back.filter((post) => !ids.has(`${postId(post)} ${post.postOf}`));
  const soonest = (some: Planned[], others: Planned[]): Planned[] => [...some, ...others].toSorted((a, b) => a.at - b.at);
  const { due, ends } = stories.schedule;
  const schedule = { due: soonest(due, seen.schedule.due), ends: soonest(ends, seen.schedule.ends) };
  const whole = { ...found, shown, read: found.read + skipped.length };
  return {
    ...stories,
    open,
    skipped: [...stories.skipped, ...skipped],
    schedule,
    found: whole,
    backPosts,
    openPosts: seen.open.filter(({ file, postOf }) => file !== postOf),
  };
}

/** The posts in the body of a story, each as if it had a file of its own. */
function postsWithin({ file, body, postReleases = [] }: Dated): Draft[] {
  return postsOf(body).map(({ id, date, headline = "", authors = [], key, pinned, children }) => {
    const release = postReleases.filter((each) => each.id === id).reduce<Release>(bothReleases, {});
    const fields = { slug: id, headline, datePublished: date, authors, key, pinned, body: children };
    return { file, postOf: file, ...fields, ...release, topics: [], places: [], corrections: [], citations: [], oldUrls: [] };
  });
}

/** Every string in a story, including the addresses of all that it shows. */
function stringsIn(story: Dated): Set<string> {
  const all = new Set<string>();
  JSON.stringify(story, (_, value: unknown) => {
    if (typeof value === "string") all.add(value);
    return value;
  });
  return all;
}

/** Where posts that are left out are listed and reported. */
type Reporting = { skipped: Skipped[]; report: Report };

/** The story with all posts that readers may see: those of its own file, and those in files of their own. */
function blogOf(story: Dated, drafts: Dated[], { skipped, report }: Reporting): Dated {
  const files = new Map<string, string>();
  const posts: Post[] = [];
  const add = (post: Post, file: string): void => {
    const other = files.get(post.id);
    if (other === undefined) {
      files.set(post.id, file);
      posts.push(post);
      return;
    }
    report({ severity: "warning", file, ...duplicatePost(post.id, other) });
    skipped.push({ file, reason: `The post ${post.id} is in ${other} already.`, lost: "other" });
  };
  const { body } = story;
  for (const draft of drafts) {
    add(postOf(draft), draft.file);
    if (postsOf(draft.body).length > 0)
      report({
        severity: "warning",
        file: draft.file,
        place: "body",
        message: "A post inside a post was left out.",
        remedy: "Give it a file of its own.",
      });
  }
  posts.sort(newestPostFirst);
  const changed = [story.dateModified, ...drafts.map(({ dateModified }) => dateModified), posts[0]?.date].filter(
    (date) => date !== undefined,
  );
  const latest = changed.toSorted((a, b) => milliseconds(a) - milliseconds(b)).at(-1);
  return {
    ...story,
    authors: [...story.authors, ...posts.toReversed().flatMap(({ authors = [] }) => authors)],
    dateModified: latest !== undefined && milliseconds(latest) > milliseconds(story.datePublished) ? latest : undefined,
    corrections: [...story.corrections, ...drafts.flatMap(({ corrections }) => corrections)],
    body: [
      ...withUniqueIds(body.filter(({ type }) => type !== "post")),
      ...posts.map((post) => ({ ...post, children: withUniqueIds(post.children, post) })),
    ],
  };
}

function duplicatePost(id: string, other: string): Pick<Problem, "message" | "remedy"> {
  const remedy = "Give one of them another name, or another slug.";
  return { message: `The post "${id}" is in ${other} already, so this one was left out.`, remedy };
}

/** The id of a post in its live blog. */
export const postId = ({ slug: named, file }: Draft): string => slug(named ?? "") || slug(file);

function postOf(draft: Dated): Post {
  const { headline, mark, datePublished, authors, key, pinned, image, body } = draft;
  const title = mark === undefined ? headline : `[${mark}] ${headline}`.trim();
  const lead: Block[] = image ? [{ type: "figure", image }] : [];
  return {
    type: "post",
    id: postId(draft),
    date: datePublished,
    ...(title !== "" && { headline: title }),
    ...(authors.length > 0 && {
      authors: authors.map(({ name, slug: own }): PostAuthor => ({ name, ...(own !== undefined && { slug: own }) })),
    }),
    ...(key && { key }),
    ...(pinned && { pinned }),
    children: [...lead, ...body.filter(({ type }) => type !== "post")],
  };
}

/** Makes ids unique: two posts may have a heading or a note with the same id, and a heading may have one that looks like a post's. */
function withUniqueIds(blocks: Block[], post?: Post): Block[] {
  const ofNote = (id: string): string => (post ? `${post.id}~${id}` : id);
  const free = (id: string): string => (post ? `${post.id}-${id}` : id).replace(/^post-/u, "section-post-");
  const links = new Map<string, string>();
  visitBlocks(blocks, {
    block: (block) => {
      if (block.type === "heading") for (const id of [block.id, encodeURIComponent(block.id)]) links.set(`#${id}`, `#${free(block.id)}`);
    },
  });
  return mapBlocks(blocks, {
    block: (block) => {
      if (block.type === "heading") return { ...block, id: free(block.id) };
      return block.type === "note" ? { ...block, id: ofNote(block.id) } : block;
    },
    inline: (inline) => {
      if (inline.type === "link") return [{ ...inline, url: links.get(inline.url) ?? inline.url }];
      return [inline.type === "noteRef" ? { ...inline, note: ofNote(inline.note) } : inline];
    },
  });
}

/** Reports authors who write only posts: most are misspelt names, and each would get a page. */
function authorReporter({ drafts }: Found, { desks, people }: Settings, report: Report): (name: string, file: string) => void {
  const known = new Map<string, string>();
  const add = ({ name, slug: own }: { name: string; slug?: string | undefined }): void => {
    for (const each of [name, own ?? name]) known.set(slug(each), name);
  };
  for (const one of [...desks, ...people, ...drafts.flatMap(({ authors }: Draft) => authors)]) add(one);
  return (name, file) => {
    if (known.has(slug(name))) return;
    const nearest = nearestName(name, known.values());
    add({ name });
    report({
      severity: "warning",
      file,
      place: "authors",
      about: name,
      message: `"${name}" writes this post and no story, and is not in edition.json.`,
      remedy: "Correct the name, or add it to desks or people there.",
      ...(nearest !== undefined && { nearest }),
    });
  };
}

/**
 * The times and key events of a live blog; undefined for any other story.
 * @param body the refined body
 * @param most how many key events to list
 */
export function liveBlogOf({ liveBlog, datePublished, file }: Dated, body: Block[], most: number, settings: Settings, report: Report) {
  if (!liveBlog) return undefined;
  const posts = postsOf(body);
  const moment = (written: string | undefined, place: string): string | undefined => {
    const at = written === undefined ? undefined : instantOf(written, settings.timeZone);
    if (written !== undefined && at === undefined)
      report({
        severity: "warning",
        file,
        place,
        about: written,
        message: `${place} "${written}" is not a date and time that can be read.`,
        remedy: `Write it as ${place}: 2024-03-12T09:30:00Z.`,
      });
    return at;
  };
  const { began, ended } = liveBlog;
  const first = posts.at(-1)?.date;
  const start = first !== undefined && milliseconds(first) < milliseconds(datePublished) ? first : datePublished;
  const end = ended === true ? (posts[0]?.date ?? datePublished) : moment(ended, "ended");
  const keys = posts.filter(({ key, headline }) => key && headline).slice(0, most);
  return {
    coverageStartTime: moment(began, "coverageStartTime") ?? start,
    ...(end !== undefined && { coverageEndTime: end }),
    count: posts.length,
    keyEvents: keys.map(({ id, headline = "", date }) => ({ id, headline, date })),
  };
}
