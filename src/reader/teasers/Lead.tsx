import type { FrontPage } from "#content/pages/frontPage.ts";
import { postPath } from "#content/paths.ts";
import type { StoryLink, Teaser } from "#content/teaser.ts";
import { PageLink } from "../ui/PageLink.tsx";
import { Timestamp } from "../ui/Timestamp.tsx";
import { useTeaserLibrary } from "./teaserLibrary.ts";
import { Unmuted } from "./Unmuted.tsx";
import { languageOf } from "../i18n/languageOf.ts";
import { ON_PHONES, Picture } from "../ui/Picture.tsx";
import { HeadlineLink } from "../ui/HeadlineLink.tsx";
import { TeaserKicker } from "./TeaserCard.tsx";
import { TeaserMeta } from "./TeaserMeta.tsx";
import "./teaser.css";
import "./lead.css";

type Props = {
  teaser: Teaser;
  /** Up to three stories that belong to it. */
  also: StoryLink[];
  /** What is new in it, if it is a live blog. */
  events: FrontPage["events"];
};

/** The first story of the front page. */
export function Lead({ teaser, also, events }: Props) {
  const { seen, save, replacement } = useTeaserLibrary()?.teaser(teaser) ?? {};
  if (replacement) return replacement;
  return (
    <article className="teaser lead">
      <TeaserKicker teaser={teaser} />
      <h2 {...languageOf(teaser)}>
        <HeadlineLink story={teaser} />
      </h2>
      {teaser.image && (
        <Picture picture={teaser.image} alt="" sizes={`${ON_PHONES}, (width < 56rem) 94vw, (width < 64rem) 60vw, 36rem`} first />
      )}
      {teaser.standfirst && (
        <p className="standfirst" {...languageOf(teaser)}>
          {teaser.standfirst}
        </p>
      )}
      <TeaserMeta teaser={teaser} style="byline" seen={seen}>
        {save}
      </TeaserMeta>
      {events && <Events of={events} slug={teaser.slug} />}
      {also.length > 0 && (
        <ul role="list" className="also">
          {also.map((story) => (
            <li key={story.slug} {...languageOf(story)}>
              <Unmuted story={story}>
                <HeadlineLink story={story} />
              </Unmuted>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

type EventsProps = { of: NonNullable<FrontPage["events"]>; slug: string };

/** The newest events of a live blog, each a link to its post. */
function Events({ of, slug }: EventsProps) {
  return (
    <ol role="list" className="also events">
      {of.map(({ id, headline, date }) => (
        <li key={id}>
          <Timestamp date={date} style="brief" />
          <PageLink to={postPath(slug, id)}>{headline}</PageLink>
        </li>
      ))}
    </ol>
  );
}
