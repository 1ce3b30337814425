import type { MoreAbout } from "#content/articlePage.ts";
import { subjectPath } from "#content/paths.ts";
import { TeaserCard } from "../teasers/TeaserCard.tsx";
import { useWords } from "../words/words.ts";
import "../teasers/deskHead.css";
import { Listed } from "../ui/Listed.tsx";
import { PageLink } from "../ui/PageLink.tsx";

const WITH_PICTURES = 2;

/** "More about TOPIC, TOPIC": stories that share what this one is about, and why they are there. */
export function MoreAboutStrip({ strip }: { strip: MoreAbout }) {
  const words = useWords();
  return (
    <section className="page strip" aria-labelledby="more-about">
      <header className="desk-head">
        <h2 id="more-about">
          {words.moreAbout}{" "}
          <Listed of={strip.topics} name={(topic) => topic.name} style="row">
            {(topic) => (
              <PageLink to={subjectPath("topic", topic.slug)} dir="auto">
                {topic.name}
              </PageLink>
            )}
          </Listed>
        </h2>
      </header>
      <ul className="row four">
        {strip.teasers.map((teaser, place) => (
          <li key={teaser.slug}>
            <TeaserCard teaser={teaser} shape="brief" picture={place < WITH_PICTURES} />
          </li>
        ))}
      </ul>
    </section>
  );
}
