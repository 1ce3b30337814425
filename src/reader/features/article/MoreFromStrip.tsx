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
import { PageLink } from "../../ui/PageLink.tsx";

const IN_VIEW = 4;

/**
 * "More news from PLACE · Show all N". A list of up to 20 unfolds in place: `details` open without JavaScript and are searched by
 * find-in-page. For a longer one, "Show all" leads to the place's page.
 */
export function MoreFromStrip({ strip: { place, total, isRounded, stories } }: { strip: MoreFrom }) {
  const words = useWords();
  const path = subjectPath("place", place.slug);
  const heading = `more-from-${place.slug}`;
  const more = { className: "show-all", id: `${heading}-all`, "aria-labelledby": `${heading}-all ${heading}` };
  return (
    <section className="page strip expander" aria-labelledby={heading}>
      <header className="desk-head">
        <h2 id={heading}>
          {`${words.moreFrom} `}
          <PageLink to={path} dir="auto">
            {place.name}
          </PageLink>
        </h2>
      </header>
      <Rows stories={stories.slice(0, IN_VIEW)} />
      {total > stories.length ? (
        <PageLink {...more} to={path}>
          {isRounded ? words.showAllOver(total) : words.showAll(total)}
        </PageLink>
      ) : (
        total > IN_VIEW && (
          <details className="rest">
            <summary {...more}>
              <span className="closed">{words.showAll(total)}</span>
              <span className="open">{words.showFewer}</span> <Icon name="down" />
            </summary>
            <Rows stories={stories.slice(IN_VIEW)} />
          </details>
        )
      )}
    </section>
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
