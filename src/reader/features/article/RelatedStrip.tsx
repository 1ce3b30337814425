import type { Teaser } from "#content/teaser.ts";
import { useWords } from "../../i18n/words.ts";
import "../../teasers/deskHead.css";
import { TeaserRow } from "../../teasers/TeaserRow.tsx";

/** "Related stories": those that say the same words, where topics name few or none. */
export function RelatedStrip({ teasers }: { teasers: Teaser[] }) {
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
