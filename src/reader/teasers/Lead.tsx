import { articlePath } from "#content/paths.ts";
import type { StoryLink, Teaser } from "#content/teaser.ts";
import { useGlance } from "../library/glance.ts";
import { languageOf } from "../ui/languageOf.ts";
import { Picture } from "../ui/Picture.tsx";
import { TeaserKicker } from "./TeaserCard.tsx";
import { TeaserMeta } from "./TeaserMeta.tsx";
import "./teaser.css";
import "./lead.css";
import { PageLink } from "../ui/PageLink.tsx";

/** The first story of the front page, and up to three that belong to it. */
export function Lead({ teaser, also }: { teaser: Teaser; also: StoryLink[] }) {
  const { seen, instead } = useGlance()?.teaser(teaser) ?? {};
  if (instead) return instead;
  return (
    <article className={seen ? "teaser lead seen" : "teaser lead"}>
      <TeaserKicker teaser={teaser} />
      <h2 {...languageOf(teaser)}>
        <PageLink to={articlePath(teaser.slug)}>{teaser.hyphenated ?? teaser.headline}</PageLink>
      </h2>
      {teaser.image && <Picture picture={teaser.image} alt="" sizes="(width < 56rem) 100vw, 35rem" first />}
      {teaser.standfirst && (
        <p className="standfirst" {...languageOf(teaser)}>
          {teaser.standfirst}
        </p>
      )}
      <TeaserMeta teaser={teaser} style="byline" />
      {also.length > 0 && (
        <ul className="also">
          {also.map((story) => (
            <li key={story.slug} {...languageOf(story)}>
              <PageLink to={articlePath(story.slug)}>{story.hyphenated ?? story.headline}</PageLink>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
