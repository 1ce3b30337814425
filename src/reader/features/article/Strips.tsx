import type { ArticlePage } from "#content/articlePage.ts";
import { MoreAboutStrip } from "./MoreAboutStrip.tsx";
import { MoreFromStrip } from "./MoreFromStrip.tsx";
import { PreviousNext } from "./PreviousNext.tsx";
import type { Teaser } from "#content/teaser.ts";
import { useWords } from "../../i18n/words.ts";
import { TeaserRow } from "../../teasers/TeaserRow.tsx";
import "../../teasers/deskHead.css";

/** Where a story leads: to stories about the same, to news from the same places, and to its neighbours. */
export function Strips({ page: { article, moreAbout, related, moreFrom, series, previous, next } }: { page: ArticlePage }) {
  const within = series ?? article.section;
  return (
    <>
      {moreAbout && <MoreAboutStrip strip={moreAbout} />}
      {related && <RelatedStrip teasers={related.teasers} />}
      {moreFrom && <MoreFromStrip strip={moreFrom} />}
      {within && <PreviousNext within={within} previous={previous} next={next} />}
    </>
  );
}

/** "Related stories": those that say the same words, where topics name few or none. */
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
