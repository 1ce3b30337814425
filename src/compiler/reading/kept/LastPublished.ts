import * as v from "valibot";
import { type Article, ArticleSchema } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
import { StatedItemSchema } from "#content/collection.ts";
import { mapBlocks } from "#content/blocks/mapBlocks.ts";
import { type Post, postsOf } from "#content/liveBlog.ts";
import { PostsPageSchema } from "#content/pages/postsPage.ts";
import { StaticPageSchema } from "#content/pages/staticPage.ts";
import { storyAt } from "#content/paths.ts";
import { decoded } from "#content/decoded.ts";
import type { Draft } from "../../draft/draft.ts";
import { type PublishedFile, type PublishedFiles, readPublishedFiles, SOURCES } from "../../state/sourceList.ts";

/** A site as the previous build left it: see PreviousSite. */
type Site = { has: (file: string) => boolean; read: (file: string) => string | undefined };

/** The part of a story's page that is the story: an earlier version may have written the rest otherwise. */
const StorySchema = v.object({ article: ArticleSchema });

/** What the previous site has from each content file. */
export class LastPublished {
  readonly #site: Site;
  readonly #unlinked: (body: Block[]) => Block[];
  readonly files: PublishedFiles;

  /** @param unlinked removes the links at names, which a build adds to a published body */
  constructor(site: Site, unlinked: (body: Block[]) => Block[]) {
    this.#site = site;
    this.#unlinked = unlinked;
    this.files = readPublishedFiles(site.read(SOURCES));
  }

  /** What is public of a file; undefined if nothing is. */
  of(path: string): PublishedFile | undefined {
    return this.files.get(path);
  }

  /** Whether what is public of a file is a post of a live blog. */
  isPost(path: string): boolean {
    return this.of(path)?.at.some((at) => storyAt(at)?.isPost) === true;
  }

  /**
   * Makes drafts again of what the site has from a file. Only what is public can come back: the key that joins translations,
   * the menu's name of a page and the original of a picture are lost.
   * @returns none if the site no longer has it, or has it from several files
   */
  draftsOf(path: string): Draft[] {
    return (this.of(path)?.at ?? []).flatMap((at): Draft[] => {
      const found = storyAt(at);
      if (!found) return this.#page(path, at);
      return found.isPost ? this.#posts(at).map((post) => draftOfPost(path, this.#fileAt(found.story), post)) : this.#story(path, at);
    });
  }

  /** The addresses of the pictures and recordings of the site that a draft shows. */
  assetsOf(draft: Draft): string[] {
    const found = new Set<string>();
    JSON.stringify(draft, (_, value: unknown) => {
      if (typeof value === "string" && /^\/(?:pictures|media)\//u.test(value) && this.#site.has(value.slice(1))) found.add(value);
      return value;
    });
    return [...found];
  }

  #story(path: string, at: string): Draft[] {
    const article = this.#read(at, StorySchema)?.article;
    // Of a closed story the site has only the beginning.
    if (!article || article.members) return [];
    const ofFiles = new Set(this.#pathsBelow(`${at}/post/`));
    const older = article.liveBlog ? this.#numberedPosts(at) : [];
    const posts = [...new Map([...postsOf(article.body), ...older].map((post) => [post.id, post])).values()];
    const own = posts.filter(({ id }) => !ofFiles.has(`${at}/post/${encodeURIComponent(id)}`)).map(withOwnIds);
    const body = this.#unlinked([...article.body.filter(({ type }) => type !== "post"), ...own]);
    return [draftOfArticle(path, article, body)];
  }

  #numberedPosts(story: string): Post[] {
    const posts: Post[] = [];
    for (let page = 1; this.#site.has(dataOf(`${story}/page/${page}`)); page += 1) posts.push(...this.#posts(`${story}/page/${page}`));
    return posts;
  }

  #posts = (at: string): Post[] => this.#read(at, PostsPageSchema)?.posts ?? [];

  #page(path: string, at: string): Draft[] {
    const read = this.#read(at, StaticPageSchema);
    if (!read) return [];
    const { title, standfirst, type, contents, image, body, inLanguage, direction } = read;
    const slug = decoded(at.slice(at.lastIndexOf("/") + 1));
    const page = { type, ...(contents && { contents }) };
    const item = v.safeParse(v.object({ stated: StatedItemSchema }), read.collection);
    if (item.success) {
      const { collection, values, authors: names, ...dates } = item.output.stated;
      const own = { ...dates, authors: names.map((name) => ({ name })), page: { item: { collection, values } } };
      return [{ ...NOTHING, file: path, slug, headline: title, standfirst, image, body, inLanguage, direction, ...own }];
    }
    return [{ ...NOTHING, file: path, slug, headline: title, standfirst, image, body, inLanguage, direction, page }];
  }

  /** As it is written, since the order in which a schema puts its fields would change the file. Undefined if it is not what was written. */
  #read<T>(at: string, schema: v.GenericSchema<T>): T | undefined {
    try {
      const json: unknown = JSON.parse(this.#site.read(dataOf(at)) ?? "");
      return v.is(schema, json) ? json : undefined;
    } catch {
      return undefined;
    }
  }

  #fileAt = (address: string): string | undefined => [...this.files].find(([, { at }]) => at.includes(address))?.[0];

  #pathsBelow = (address: string): string[] => [...this.files.values()].flatMap(({ at }) => at.filter((each) => each.startsWith(address)));
}

/** The data file of an address in the site. The prefix of an edition is a folder in both. */
const dataOf = (at: string): string => `data/${decoded(at.slice(1))}.json`;

const NOTHING = { authors: [], topics: [], places: [], corrections: [], citations: [], oldUrls: [] };

function draftOfArticle(file: string, article: Article, body: Block[]): Draft {
  const { readingMinutes: _minutes, translations: _translations, liveBlog, audio, ...fields } = article;
  const blog = liveBlog && { began: liveBlog.coverageStartTime, ended: liveBlog.coverageEndTime };
  // A narration that a build made is made again, or comes from its cache.
  return { ...fields, file, body, ...(blog && { liveBlog: blog }), ...(audio && audio.sentences === undefined && { audio }) };
}

function draftOfPost(file: string, postOf: string | undefined, post: Post): Draft {
  const { id, date, headline = "", authors = [], key, pinned, children } = withOwnIds(post);
  return { ...NOTHING, file, postOf, slug: id, headline, datePublished: date, authors, key, pinned, body: children };
}

/** Takes from headings and notes of a post what made their ids unique in its live blog, see livePosts.ts. */
function withOwnIds(post: Post): Post {
  const own = (id: string): string => (id.startsWith(`${post.id}-`) || id.startsWith(`${post.id}~`) ? id.slice(post.id.length + 1) : id);
  const children = mapBlocks(post.children, {
    block: (block) => (block.type === "heading" || block.type === "note" ? { ...block, id: own(block.id) } : block),
    inline: (inline) => {
      if (inline.type === "link" && inline.url.startsWith("#")) return [{ ...inline, url: `#${own(inline.url.slice(1))}` }];
      return [inline.type === "noteRef" ? { ...inline, note: own(inline.note) } : inline];
    },
  });
  return { ...post, children };
}
