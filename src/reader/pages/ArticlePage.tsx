import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { MoreAboutStrip } from "../article/MoreAboutStrip.tsx";
import { MoreFromStrip } from "../article/MoreFromStrip.tsx";
import { Turn } from "../article/Turn.tsx";
import { articleQuery } from "../data/queries.ts";
import { SinceRead } from "../fresh/SinceRead.tsx";
import { KeepVisited } from "../offline/KeepVisited.tsx";
import { Masthead } from "../shell/Masthead.tsx";
import { Title } from "../shell/Title.tsx";
import { StoryWithTools } from "../tools/StoryWithTools.tsx";
import { useChangeOffer } from "./useChangeOffer.ts";
import "../article/storyHead.css";

/** /article/:slug */
export function ArticlePage() {
  const { slug = "" } = useParams();
  const { data } = useSuspenseQuery(articleQuery(slug));
  const { article, hyphenated, moreAbout, moreFrom, previous, next } = data;
  useChangeOffer(article);
  return (
    <>
      <Title of={article.headline} />
      <Masthead head="story" />
      <main id="main">
        <KeepVisited article={article} />
        <SinceRead article={article} />
        <StoryWithTools key={article.slug} article={article} hyphenated={hyphenated} />
        {moreAbout && <MoreAboutStrip strip={moreAbout} />}
        {moreFrom && <MoreFromStrip strip={moreFrom} />}
        {article.section && <Turn section={article.section} previous={previous} next={next} />}
      </main>
    </>
  );
}
