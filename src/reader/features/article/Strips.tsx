import type { ArticlePage } from "#content/articlePage.ts";
import { MoreAboutStrip } from "./MoreAboutStrip.tsx";
import { MoreFromStrip } from "./MoreFromStrip.tsx";
import { RelatedStrip } from "./RelatedStrip.tsx";
import { PreviousNext } from "./PreviousNext.tsx";

/** Where a story leads: to stories about the same, to news from the same places, and to its neighbours. */
export function Strips({ page: { article, moreAbout, related, moreFrom, previous, next } }: { page: ArticlePage }) {
  return (
    <>
      {moreAbout && <MoreAboutStrip strip={moreAbout} />}
      {related && <RelatedStrip teasers={related.teasers} />}
      {moreFrom && <MoreFromStrip strip={moreFrom} />}
      {article.section && <PreviousNext section={article.section} previous={previous} next={next} />}
    </>
  );
}
