import { catchUpPath, followingPath } from "#content/paths.ts";
import type { Teaser } from "#content/teaser.ts";
import { TeaserCard } from "../../../teasers/TeaserCard.tsx";
import { PageLink } from "../../../ui/PageLink.tsx";
import { useWords } from "../../../i18n/words.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { UnfinishedCard, type UnfinishedStory } from "../reading/UnfinishedCard.tsx";

type Props = {
  unfinished: UnfinishedStory[];
  stories: Teaser[];
  /** How many stories are new in the subjects that the reader follows. */
  fresh: number;
  /** A sentence about what was published since the reader's last visit. */
  missed: string | undefined;
};

/** The reader's own part of the front page, in one row: stories that they have begun, and stories of subjects that they follow. */
export function Home({ unfinished, stories, fresh, missed }: Props) {
  const words = useWords();
  const libraryWords = useLibraryWords();
  return (
    <section className="page home" aria-labelledby="home">
      <header className="desk-head">
        <h2 id="home">{words.yours}</h2>
        {stories.length > 0 && (
          <PageLink className="more-link" to={followingPath}>
            {words.following} {fresh > 0 && <span className="badge">{libraryWords.newCount(fresh)}</span>}
          </PageLink>
        )}
      </header>
      {missed !== undefined && (
        <p className="missed">
          {missed} <PageLink to={catchUpPath}>{words.catchUp}</PageLink>
        </p>
      )}
      {unfinished.length + stories.length > 0 && (
        <ul role="list" className="row four">
          {unfinished.map((story) => (
            <li key={story.article.slug}>
              <UnfinishedCard {...story} />
            </li>
          ))}
          {stories.map((teaser) => (
            <li key={teaser.slug}>
              <TeaserCard teaser={teaser} shape="small" picture={false} meta="shortDate" />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
