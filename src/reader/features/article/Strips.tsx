import type { ArticlePage } from "#content/pages/articlePage.ts";
import { MoreAboutStrip } from "./MoreAboutStrip.tsx";
import { MoreFromStrip } from "./MoreFromStrip.tsx";
import { PreviousNext } from "./PreviousNext.tsx";
import type { Teaser } from "#content/teaser.ts";
import { useWords } from "../../i18n/words.ts";
import { rarePart } from "#loading/hydration/hydrateOnIdle.tsx";
import { TeaserRow } from "../../teasers/TeaserRow.tsx";
import "../../teasers/deskHead.css";

const StorySoFar = rarePart(() => import("./rare/StorySoFar.tsx").then((part) => part.withSheet()));

/** What follows a story: its thread, stories about the same topics, news from its nearest places, and the previous and next story. */
export function Strips({ page: { article, thread, moreAbout, related, moreFrom, series, previous, next } }: { page: ArticlePage }) {
  const within = series ?? article.section;
  return (
    <>
      {thread && <StorySoFar thread={thread} slug={article.slug} />}
      {moreAbout && <MoreAboutStrip strip={moreAbout} />}
      {related && <RelatedStrip teasers={related.teasers} />}
      {moreFrom?.map((strip) => (
        <MoreFromStrip key={strip.place.slug} strip={strip} />
      ))}
      {within && <PreviousNext within={within} previous={previous} next={next} />}
    </>
  );
}

/** "Related stories": stories with similar wording, shown where topics give few or none. */
function RelatedStrip({ teasers }: { teasers: Teaser[] }) {
  const { relatedStories } = useWords();
  return (
    <section className="page strip" aria-labelledby="related-stories">
      <header className="desk-head">
        <h2 id="related-stories">{relatedStories}</h2>
      </header>
      <TeaserRow teasers={teasers} />
    </section>
  );
}
