import type { ArticlePage } from "#content/pages/articlePage.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import type { Page } from "#content/pages/pages.ts";
import { digest } from "../state/digest.ts";
import { digestOf } from "../state/lazyBody.ts";

/**
 * A digest of a page's value. Stories and teasers are represented by their own
 * digests, which are computed once: no body is read, and no teaser is serialised
 * again for each of its lists.
 */
export function pageDigest(page: Page): string {
  return digest(JSON.stringify(short(page)));
}

/** The value with its stories and teasers replaced by digests; the values of other kinds of page are used whole. */
function short(page: Page): unknown {
  if (page.kind === "article") return shortArticle(page.value);
  return page.kind === "list" ? shortList(page.value) : page.value;
}

function shortArticle(value: ArticlePage): unknown {
  const { moreAbout, related, moreFrom, previous, next } = value;
  return {
    ...value,
    article: digestOf(value.article),
    moreAbout: moreAbout && { ...moreAbout, teasers: moreAbout.teasers.map(digestOf) },
    related: related?.teasers.map(digestOf),
    moreFrom: moreFrom?.map((strip) => ({ ...strip, stories: strip.stories.map(digestOf) })),
    previous: previous && digestOf(previous),
    next: next && digestOf(next),
  };
}

function shortList(value: ListPage): unknown {
  return { ...value, days: value.days.map(({ date, teasers }) => [date, ...teasers.map(digestOf)]) };
}
