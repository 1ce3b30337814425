import type { MoreAbout } from "#content/pages/articlePage.ts";
import { subjectPath } from "#content/paths.ts";
import { useWords } from "../../i18n/words.ts";
import "../../teasers/deskHead.css";
import { Listed } from "../../i18n/Listed.tsx";
import { PageLink } from "../../ui/PageLink.tsx";
import { TeaserRow } from "../../teasers/TeaserRow.tsx";

/** "More about TOPIC, TOPIC": stories that share topics with this one. The heading names them. */
export function MoreAboutStrip({ strip }: { strip: MoreAbout }) {
  const words = useWords();
  return (
    <section className="page strip" aria-labelledby="more-about">
      <header className="desk-head">
        <h2 id="more-about">
          {/* One text node: browsers drop a node that is only a space from the accessible name. */}
          {`${words.moreAbout} `}
          <Listed of={strip.topics} name={(topic) => topic.name} style="row">
            {(topic) => (
              <PageLink to={subjectPath("topic", topic.slug)} dir="auto">
                {topic.name}
              </PageLink>
            )}
          </Listed>
        </h2>
      </header>
      <TeaserRow teasers={strip.teasers} />
    </section>
  );
}
