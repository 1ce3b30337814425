import { latestPath } from "#content/paths.ts";
import type { StoryLink } from "#content/teaser.ts";
import { useTeaserLibrary } from "./teaserLibrary.ts";
import { Unmuted } from "./Unmuted.tsx";
import { languageOf } from "../i18n/languageOf.ts";
import { Timestamp } from "../ui/Timestamp.tsx";
import { useWords } from "../i18n/words.ts";
import { HeadlineLink } from "../ui/HeadlineLink.tsx";
import { ReadMark } from "./ReadMark.tsx";
import "./latest.css";
import { PageLink } from "../ui/PageLink.tsx";

/** The rail of the newest stories: those of the edition's day show their time, older ones their day. */
export function Latest({ stories }: { stories: StoryLink[] }) {
  const words = useWords();
  const library = useTeaserLibrary();
  return (
    <aside className="latest" aria-labelledby="latest">
      <h2 id="latest">{words.latest}</h2>
      <ol role="list" className="times">
        {stories.map((story) => (
          <li key={story.slug}>
            <Timestamp date={story.datePublished} style="brief" />
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
