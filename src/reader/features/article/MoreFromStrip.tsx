import type { Ref } from "#content/article.ts";
import type { MoreFrom } from "#content/pages/articlePage.ts";
import { subjectPath } from "#content/paths.ts";
import type { StoryLink } from "#content/teaser.ts";
import { Unmuted } from "../../teasers/Unmuted.tsx";
import { HeadlineLink } from "../../ui/HeadlineLink.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { languageOf } from "../../i18n/languageOf.ts";
import { Timestamp } from "../../ui/Timestamp.tsx";
import { useWords } from "../../i18n/words.ts";
import "../../teasers/deskHead.css";
import "./expander.css";
import { Listed } from "../../i18n/Listed.tsx";
import { PageLink } from "../../ui/PageLink.tsx";

const IN_VIEW = 4;
const PLACES_NAMED = 3;

/**
 * "More news from PLACE, PLACE · Show all N", or "Show all N from PLACE" where the list of one place is longer. Further stories
 * and places are collapsed in `details`, which open without JavaScript and are searched by find-in-page.
 */
export function MoreFromStrip({ strip }: { strip: MoreFrom }) {
  const words = useWords();
  const named = strip.places.slice(0, PLACES_NAMED);
  const others = strip.places.slice(PLACES_NAMED);
  return (
    <section className="page strip expander" aria-labelledby="more-from">
      <header className="desk-head">
        <h2 id="more-from">
          {`${words.moreFrom} `}
          <PlaceLinks places={named} />
        </h2>
        {others.length > 0 && (
          <details className="places">
            <summary>{words.morePlaces(others.length)}</summary> <PlaceLinks places={others} />
          </details>
        )}
      </header>
      <Rows stories={strip.stories.slice(0, IN_VIEW)} />
      {strip.allAt && (
        <p>
          <PageLink className="more-link" to={subjectPath("place", strip.allAt.slug)}>
            {words.showAllFrom(strip.total, strip.allAt.name)}
          </PageLink>
        </p>
      )}
      {strip.stories.length > IN_VIEW && (
        <details className="rest">
          <summary id="more-from-all" aria-labelledby="more-from-all more-from">
            <span className="closed">{words.showAll(strip.total)}</span>
            <span className="open">{words.showFewer}</span> <Icon name="down" />
          </summary>
          <Rows stories={strip.stories.slice(IN_VIEW)} />
        </details>
      )}
    </section>
  );
}

function PlaceLinks({ places }: { places: Ref[] }) {
  return (
    <Listed of={places} name={(place) => place.name} style="row">
      {(place) => (
        <PageLink to={subjectPath("place", place.slug)} dir="auto">
          {place.name}
        </PageLink>
      )}
    </Listed>
  );
}

function Rows({ stories }: { stories: StoryLink[] }) {
  return (
    <ul role="list" className="columns">
      {stories.map((story) => (
        <li key={story.slug}>
          <Unmuted story={story}>
            <h3 {...languageOf(story)}>
              <HeadlineLink story={story} />
            </h3>
            <p className="meta">
              <Timestamp date={story.datePublished} style="day" />
            </p>
          </Unmuted>
        </li>
      ))}
    </ul>
  );
}
