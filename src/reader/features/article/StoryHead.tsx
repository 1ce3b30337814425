import { Fragment } from "react";
import type { Article, AuthorRef, Ref } from "#content/article.ts";
import { podcastPath, seriesPath, subjectPath, versionsPath } from "#content/paths.ts";
import type { PlaceInSeries } from "#content/pages/seriesPage.ts";
import type { SubjectKind } from "#content/teaser.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { Timestamp } from "../../ui/Timestamp.tsx";
import { useWords } from "../../i18n/words.ts";
import { RecordingFigure } from "./rare/recordingPart.ts";
import { Inlines } from "./Inlines.tsx";
import { hydrateOnIdle, rarePart } from "#loading/hydration/hydrateOnIdle.tsx";
import { PageLink } from "../../ui/PageLink.tsx";
import { Listed } from "../../i18n/Listed.tsx";
import { Sentence } from "../../i18n/Sentence.tsx";

/** Without its styles, it still says who has paid. */
const SponsorLine = rarePart(
  () => import("./rare/SponsorLine.tsx").then((part) => part.withSheet()),
  ({ sponsor: { label } }) => <p className="kicker">{label}</p>,
);
const Languages = hydrateOnIdle(() => import("./Languages.tsx").then((module) => module.Languages));

type Props = { article: Article; headline: string; series?: PlaceInSeries | undefined; changes?: number | undefined };

/** The head of a story: kicker, headline, standfirst, a line with authors, dates, section and the number of changes, and the story's own recording. */
export function StoryHead({ article, headline, series, changes }: Props) {
  const words = useWords();
  const { ours } = useLanguages();
  return (
    <header className="story-top">
      {article.sponsor && <SponsorLine sponsor={article.sponsor} />}
      <Kicker article={article} />
      {series && (
        <p className="kicker" {...ours}>
          <PageLink to={seriesPath(series.slug)} dir="auto">
            {series.name}
          </PageLink>
          {" / "}
          <span>{words.partOf(series.part, series.of)}</span>
        </p>
      )}
      <h1 tabIndex={-1}>{headline}</h1>
      {article.standfirst && <p className="standfirst">{article.standfirst}</p>}
      <div className="credits">
        <p>
          <Byline article={article} />
          {article.dateModified && (
            <span {...ours}>
              {words.updated} <Timestamp date={article.dateModified} style="moment" />
            </span>
          )}
          {changes && (
            <span {...ours}>
              <PageLink to={versionsPath(article.slug)}>{words.changes(changes)}</PageLink>
            </span>
          )}
          {!article.liveBlog && <span {...ours}>{words.minutesRead(article.readingMinutes)}</span>}
        </p>
        {article.ai && <p>{article.ai.label}</p>}
        {article.translations && <Languages of={article.translations} />}
      </div>
      {article.audio && <Episode audio={article.audio} headline={article.headline} series={series} />}
    </header>
  );
}

type EpisodeProps = { audio: NonNullable<Article["audio"]>; headline: string; series?: PlaceInSeries | undefined };

function Episode({ audio, headline, series }: EpisodeProps) {
  const isEpisode = audio.kind === "episode";
  const podcast = series ? podcastPath("series", series.slug) : podcastPath("latest", "");
  return (
    <RecordingFigure
      block={{ type: "audio", ...audio, title: audio.title ?? (isEpisode ? headline : undefined) }}
      podcast={isEpisode ? podcast : undefined}
    >
      {audio.caption && <Inlines of={audio.caption} />}
    </RecordingFigure>
  );
}

function Kicker({ article }: { article: Article }) {
  const { ours } = useLanguages();
  const [topic] = article.topics;
  const trail: { kind: SubjectKind; slug: string; name: string }[] = [];
  if (article.section) trail.push({ kind: "section", ...article.section });
  if (topic) trail.push({ kind: "topic", ...topic });
  // A section or topic of that name says so already.
  const genre = trail.some(({ name }) => name === article.genre) ? undefined : article.genre;
  if (trail.length === 0 && genre === undefined) return null;
  return (
    <p className="kicker" lang={ours.lang}>
      {genre && <bdi className="genre">{genre}</bdi>}
      {trail.map(({ kind, slug, name }, place) => (
        <Fragment key={kind}>
          {(place > 0 || genre) && " / "}
          <SubjectLink kind={kind} of={{ slug, name }} />
        </Fragment>
      ))}
    </p>
  );
}

/** "By the Science desk, 22 April 2024, 07:10 in Science", or without an author "Published 22 April 2024, 07:10 in Science". */
function Byline({ article: { authors, datePublished, section } }: { article: Article }) {
  const words = useWords();
  const { ours } = useLanguages();
  const date = <Timestamp date={datePublished} style="moment" />;
  const dated =
    authors.length > 0 ? (
      <Sentence say={words.bylineDated}>
        <Authors authors={authors} />
        {date}
      </Sentence>
    ) : (
      <>
        {words.published} {date}
      </>
    );
  return (
    <span className="byline" {...ours}>
      {section ? (
        <Sentence say={words.bylineIn}>
          {dated}
          <SubjectLink kind="section" of={section} />
        </Sentence>
      ) : (
        dated
      )}
    </span>
  );
}

/** "By the Science desk", "By A, B and C". */
function Authors({ authors }: { authors: AuthorRef[] }) {
  const words = useWords();
  return (
    <>
      {authors[0]?.kind === "desk" ? words.byDesk : words.byPerson}{" "}
      <Listed of={authors} name={(author) => author.name} style="sentence">
        {(author) => <SubjectLink kind="author" of={author} />}
      </Listed>
    </>
  );
}

function SubjectLink({ kind, of: { slug, name } }: { kind: SubjectKind; of: Ref }) {
  return (
    <PageLink to={subjectPath(kind, slug)} rel={kind === "author" ? "author" : undefined} dir="auto">
      {name}
    </PageLink>
  );
}
