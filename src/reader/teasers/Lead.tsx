import type { StoryLink, Teaser } from "#content/teaser.ts";
import { useTeaserLibrary } from "./teaserLibrary.ts";
import { Unmuted } from "./Unmuted.tsx";
import { languageOf } from "../i18n/languageOf.ts";
import { ON_PHONES, Picture } from "../ui/Picture.tsx";
import { HeadlineLink } from "../ui/HeadlineLink.tsx";
import { TeaserKicker } from "./TeaserCard.tsx";
import { TeaserMeta } from "./TeaserMeta.tsx";
import "./teaser.css";
import "./lead.css";

/** The first story of the front page, and up to three that belong to it. */
export function Lead({ teaser, also }: { teaser: Teaser; also: StoryLink[] }) {
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
