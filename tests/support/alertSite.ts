import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type SiteStory = {
  slug: string;
  headline?: string;
  standfirst?: string;
  /** Its label, if it is an advertisement. */
  sponsor?: string;
  topics?: string[];
  thread?: string;
  /** Milliseconds since 1970; now by default. */
  at?: number;
};

type EditionOfSite = {
  stories: SiteStory[];
  /** The numbered pages of Latest below the newest, from the newest to the oldest. */
  older?: SiteStory[][];
  breaking?: string | undefined;
  order?: string[];
  language?: string;
};

/** The data of a built site, as far as alerts read it: files as the compiler writes them. */
export function alertSite() {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-alerts-"));
  const write = (file: string, value: unknown) => {
    const path = join(folder, "data", file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(value));
  };
  /** Replaces the previous build with a new one. @param prefix "/nl" for an edition in another language */
  const build = ({ stories, older = [], breaking, order = [], language = "en" }: EditionOfSite, prefix = "") => {
    const below = prefix === "" ? "" : `${prefix.slice(1)}/`;
    const teasers = stories.map((story) => teaserOf(story));
    const bySlug = new Map(teasers.map((teaser) => [teaser.slug, teaser]));
    rmSync(join(folder, "data", below, "article"), { recursive: true, force: true });
    for (const story of [stories, older].flat(2)) write(`${below}article/${story.slug}.json`, articleOf(story, language));
    write(`${below}latest.json`, { ...listOf("latest", "latest", teasers), fullPages: older.length });
    for (const [at, page] of older.entries())
      write(`${below}latest/page/${older.length - at}.json`, listOf("latest", "latest", page.map(teaserOf)));
    for (const topic of new Set(stories.flatMap(({ topics = [] }) => topics)))
      write(
        `${below}topic/${topic}.json`,
        listOf(
          "topic",
          topic,
          teasers.filter((_, at) => stories[at]?.topics?.includes(topic)),
        ),
      );
    for (const thread of new Set(stories.flatMap(({ thread: slug }) => slug ?? [])))
      write(
        `${below}thread/${thread}.json`,
        listOf(
          "thread",
          thread,
          teasers.filter((_, at) => stories[at]?.thread === thread),
        ),
      );
    write(`${below}front.json`, {
      also: [],
      latest: [],
      top: order.map((slug) => bySlug.get(slug)),
      sections: [],
      ...(breaking !== undefined && { breaking: { text: "It is happening now", link: `${prefix}/article/${breaking}` } }),
    });
  };
  const editions = (list?: { language: string; prefix: string }[]) =>
    write("edition.json", {
      name: "The Test",
      language: "en",
      direction: "ltr",
      timeZone: "UTC",
      sections: [],
      trending: [],
      ...(list && { editions: list }),
    });
  editions();
  build({ stories: [] });
  return { folder, build, editions, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const dateOf = ({ at = Date.now() }: SiteStory) => new Date(at).toISOString();
const headlineOf = ({ headline, slug }: SiteStory) => headline ?? `The story of ${slug}`;

const teaserOf = (story: SiteStory) => ({
  slug: story.slug,
  headline: headlineOf(story),
  ...(story.standfirst !== undefined && { standfirst: story.standfirst }),
  ...(story.sponsor !== undefined && { sponsor: story.sponsor }),
  datePublished: dateOf(story),
  readingMinutes: 1,
});

const articleOf = (story: SiteStory, language: string) => ({
  article: {
    slug: story.slug,
    headline: headlineOf(story),
    ...(story.standfirst !== undefined && { standfirst: story.standfirst }),
    ...(story.sponsor !== undefined && { sponsor: { label: story.sponsor } }),
    body: [],
    authors: [],
    places: [],
    topics: (story.topics ?? []).map((slug) => ({ slug, name: slug })),
    datePublished: dateOf(story),
    inLanguage: language,
    direction: "ltr",
  },
  ...(story.thread !== undefined && { thread: { slug: story.thread, name: story.thread, count: 1, stories: [] } }),
});

const listOf = (kind: string, slug: string, teasers: ReturnType<typeof teaserOf>[]) => ({
  kind,
  slug,
  name: slug,
  fullPages: 0,
  related: [],
  days: teasers.length === 0 ? [] : [{ date: teasers[0]?.datePublished.slice(0, 10), teasers }],
});
