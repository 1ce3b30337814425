import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition.ts";
import type { IndexPage } from "#content/indexPage.ts";
import { archivePath, articlePath, frontPath, letterPath, listPath, placesPath, topicsPath, yearPath } from "#content/paths.ts";
import type { Settings } from "../settings.ts";
import { archive } from "./archive.ts";
import { aToZ } from "./aToZ.ts";
import { describeBy } from "./describe.ts";
import { edition } from "./edition.ts";
import { front } from "./front.ts";
import { hyphenated } from "./hyphenated.ts";
import { type List, lists } from "./lists.ts";
import { listPages, newestOn } from "./listPages.ts";
import { moreAbout, moreAboutStrip } from "./moreAbout.ts";
import { moreFrom } from "./moreFrom.ts";
import { neighbours } from "./neighbours.ts";
import type { Page } from "./page.ts";
import { related } from "./related.ts";
import { type FindNear, relatedStrip, type StoriesNear } from "./relatedStrip.ts";
import { inOrder, type Story } from "./story.ts";
import { type Subjects, subjects } from "./subjects.ts";
import { storyLink, teaser } from "./teaser.ts";

/** An edition with everything in its place. `stories` stand oldest first; `pages` are made anew each time they are gone through. */
export type Linked = { edition: Edition; stories: Story[]; subjects: Subjects; lists: List[]; pages: Iterable<Page> };

/**
 * Decides what stands where. Pages are made one at a time as they are asked
 * for, so that a large edition is never in memory as pages.
 * @param articles in any order; their slugs differ
 * @param storiesNear finds related stories; without it no story has a strip of them
 */
export function link(articles: Article[], settings: Settings, storiesNear: StoriesNear = () => () => []): Linked {
  const stories = inOrder(articles, settings.timeZone);
  const all = subjects(stories);
  const paper = edition(stories, all, settings);
  const linked = { edition: paper, stories, subjects: all, lists: lists(stories, all, paper, describeBy(settings)) };
  const near = storiesNear(stories);
  return { ...linked, pages: { [Symbol.iterator]: () => pages(linked, near) } };
}

const INDEXED: IndexPage["kind"][] = ["topic", "place"];

type Parts = Omit<Linked, "pages">;

function* pages(parts: Parts, near: FindNear): Generator<Page> {
  const { edition, stories, subjects } = parts;
  const lastModified = stories.at(-1)?.article.datePublished;
  yield { kind: "front", path: frontPath, lastModified, value: front(stories, subjects, edition) };
  // Before the stories: the first strip of related ones takes seconds, in which the press has lists to work on.
  yield* allListPages(parts);
  for (const kind of INDEXED) {
    for (const { slug, value } of aToZ(kind, [...subjects[kind].values()], edition.language)) {
      yield { kind: "index", path: indexPath(kind, slug), lastModified, value };
    }
  }
  for (const value of archive(stories)) {
    yield { kind: "archive", path: value.year === undefined ? archivePath : yearPath(value.year), lastModified, value };
  }
  yield* articlePages(parts, near);
}

function* articlePages({ edition, stories, subjects }: Parts, near: FindNear): Generator<Page> {
  const stripAbout = moreAbout(stories, subjects);
  const beside = neighbours(stories);
  for (const story of stories) {
    const { article } = story;
    const about = stripAbout(story);
    const nearest = relatedStrip(story, about?.stories ?? [], near);
    const { previous, next } = beside[story.rank] ?? {};
    yield {
      kind: "article",
      slug: article.slug,
      path: articlePath(article.slug),
      lastModified: article.dateModified ?? article.datePublished,
      value: {
        article,
        hyphenated: hyphenated(article.headline, article.inLanguage),
        moreAbout: about && moreAboutStrip(about, edition),
        related: nearest.length === 0 ? undefined : { teasers: nearest.map((other) => teaser(other.article, edition)) },
        moreFrom: moreFrom(story, [...(about?.stories ?? []), ...nearest], subjects, edition),
        previous: previous && storyLink(previous.article, edition),
        next: next && storyLink(next.article, edition),
      },
    };
  }
}

function* allListPages({ edition, stories, subjects, lists }: Parts): Generator<Page> {
  for (const list of lists) {
    for (const value of listPages(list, edition, related(list, subjects, stories.length))) {
      yield { kind: "list", path: listPath(list.kind, list.slug, value.page), lastModified: newestOn(value), value };
    }
  }
}

function indexPath(kind: IndexPage["kind"], slug: string | undefined): string {
  if (slug === undefined) return kind === "topic" ? topicsPath : placesPath;
  return letterPath(kind, slug);
}
