import type { ArticlePage } from "#content/articlePage.ts";
import { MoreAboutStrip } from "./MoreAboutStrip.tsx";
import { MoreFromStrip } from "./MoreFromStrip.tsx";
import { RelatedStrip } from "./RelatedStrip.tsx";
import { PreviousNext } from "./PreviousNext.tsx";

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
