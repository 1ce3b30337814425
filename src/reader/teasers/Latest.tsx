import { latestPath } from "#content/paths.ts";
import type { StoryLink } from "#content/teaser.ts";
import { useTeaserLibrary } from "./teaserLibrary.ts";
import { Unmuted } from "./Unmuted.tsx";
import { languageOf } from "../i18n/languageOf.ts";
import { Timestamp } from "../ui/Timestamp.tsx";
import { briefStyle, useCalendar } from "../i18n/formatDate.ts";
import { useWords } from "../i18n/words.ts";
import { HeadlineLink } from "../ui/HeadlineLink.tsx";
import { ReadMark } from "./ReadMark.tsx";
import "./latest.css";
import { PageLink } from "../ui/PageLink.tsx";

type Props = {
  stories: StoryLink[];
  /** The edition's date, YYYY-MM-DD: stories of that day show their time, older ones their day. */
  today: string;
};

/** The rail of the newest stories. */
export function Latest({ stories, today }: Props) {
  const words = useWords();
  const calendar = useCalendar();
  const library = useTeaserLibrary();
  return (
    <aside className="latest" aria-labelledby="latest">
      <h2 id="latest">{words.latest}</h2>
      <ol role="list" className="times">
        {stories.map((story) => (
          <li key={story.slug}>
            <Timestamp date={story.datePublished} style={briefStyle(story.datePublished, today, calendar)} />
            <Unmuted story={story}>
              <HeadlineLink story={story} {...languageOf(story)} /> {library?.teaser(story).seen && <ReadMark />}
            </Unmuted>
          </li>
        ))}
        <li>
          <PageLink className="more-link" to={latestPath}>
            {words.allLatest}
          </PageLink>
        </li>
      </ol>
    </aside>
  );
}
