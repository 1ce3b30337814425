import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { podcastPath } from "#content/paths.ts";
import { seriesQuery } from "../data/queries.ts";
import { Breadcrumbs } from "../layout/Breadcrumbs.tsx";
import { PodcastLink } from "../features/lists/ListTools.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { useWords } from "../i18n/words.ts";
import { Title } from "../navigation/Title.tsx";
import { TeaserCard } from "../teasers/TeaserCard.tsx";
import { ListenToList } from "./ListenToList.tsx";
import "../teasers/list.css";

/** /series/:slug: the stories of a series, first part first. */
export function SeriesPage() {
  const words = useWords();
  const { slug = "" } = useParams();
  const { data: series } = useSuspenseQuery(seriesQuery(slug));
  const { name, description, podcast, teasers } = series;
  return (
    <>
      <Title of={name} />
      <Masthead alternates={series.alternates} />
      <Breadcrumbs />
      <main id="main" className="page">
        <header className="list-head">
          <p className="kicker">{words.series}</p>
          <h1 tabIndex={-1}>
            <bdi>{name}</bdi> <small>{words.stories(teasers.length)}</small>
          </h1>
          <p className="bar">
            <ListenToList list={series} />
            {podcast && <PodcastLink path={podcastPath("series", series.slug)} />}
          </p>
          {description && <p className="standfirst">{description}</p>}
        </header>
        {teasers.map((teaser, at) => (
          <section key={teaser.slug} className="day" aria-labelledby={`part-${at + 1}`}>
            <h2 className="label" id={`part-${at + 1}`}>
              {words.partOf(at + 1, teasers.length)}
            </h2>
            <TeaserCard teaser={teaser} shape="brief" first={at < 2} />
          </section>
        ))}
      </main>
    </>
  );
}
