import type { Ref } from "#content/article.ts";
import { articlePath } from "#content/paths.ts";
import type { StoryLink } from "#content/teaser.ts";
import { Unmuted } from "../../teasers/Unmuted.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { languageOf } from "../../i18n/languageOf.ts";
import { useWords } from "../../i18n/words.ts";
import "./turn.css";
import { PageLink } from "../../ui/PageLink.tsx";

type Props = { within: Ref; previous: StoryLink | undefined; next: StoryLink | undefined };

/** The stories before and after this one in its series or section. */
export function PreviousNext({ within, previous, next }: Props) {
  const words = useWords();
  if (!previous && !next) return null;
  return (
    <nav className="page turn" aria-label={words.prevNext}>
      {previous && (
        <Unmuted story={previous}>
          <PageLink to={articlePath(previous.slug)} rel="prev">
            <span>
              <Icon name="left" turns />
              {words.previousIn(within.name)}
            </span>
            <Headline story={previous} />
          </PageLink>
        </Unmuted>
      )}
      {next && (
        <Unmuted story={next}>
          <PageLink to={articlePath(next.slug)} rel="next">
            <span>
              {words.nextIn(within.name)}
              <Icon name="right" turns />
            </span>
            <Headline story={next} />
          </PageLink>
        </Unmuted>
      )}
    </nav>
  );
}

function Headline({ story }: { story: StoryLink }) {
  return <bdi {...languageOf(story)}>{story.hyphenated ?? story.headline}</bdi>;
}
