import type { Article } from "#content/article.ts";
import type { LibraryValue } from "#content/library/record.ts";
import { followingPath } from "#content/paths.ts";
import type { Teaser } from "#content/teaser.ts";
import { useEdition } from "../../shell/EditionContext.ts";
import { TeaserCard } from "../../teasers/TeaserCard.tsx";
import { PageLink } from "../../ui/PageLink.tsx";
import { useWords } from "../../words/words.ts";
import { useLibraryWords } from "../libraryWords.ts";
import { progressOf } from "../reading/progressOf.ts";
import { storyTeaser } from "../saved/storyTeaser.ts";

type Props = {
  begun: { article: Article; place: LibraryValue<"position"> }[];
  stories: Teaser[];
  /** How many came to what they follow since they last looked. */
  fresh: number;
};

/** The reader's own part of the front page, in one row: what they were reading, and stories of what they follow. */
export function Home({ begun, stories, fresh }: Props) {
  const words = useWords();
  const own = useLibraryWords();
  const edition = useEdition();
  return (
    <section className="page home" aria-labelledby="home">
      <header className="desk-head">
        <h2 id="home">{words.yours}</h2>
        {stories.length > 0 && (
          <PageLink className="more-link" to={followingPath}>
            {words.following} {fresh > 0 && <span className="badge">{own.newCount(fresh)}</span>}
          </PageLink>
        )}
      </header>
      <ul role="list" className="row four">
        {begun.map(({ article, place }) => {
          const { done, left } = progressOf(article, place);
          return (
            <li key={article.slug}>
              <TeaserCard teaser={storyTeaser(article, edition)} shape="small" picture={false}>
                <p className="meta">
                  <progress className="read" max={1} value={done} aria-label={own.readSoFar} />
                  <span>{own.minutesLeft(left)}</span>
                </p>
              </TeaserCard>
            </li>
          );
        })}
        {stories.map((teaser) => (
          <li key={teaser.slug}>
            <TeaserCard teaser={teaser} shape="small" picture={false} meta="shortDate" />
          </li>
        ))}
      </ul>
    </section>
  );
}
