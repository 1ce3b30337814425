import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { MoreAboutStrip } from "../article/MoreAboutStrip.tsx";
import { MoreFromStrip } from "../article/MoreFromStrip.tsx";
import { RelatedStrip } from "../article/RelatedStrip.tsx";
import { Turn } from "../article/Turn.tsx";
import { articleQuery } from "../data/queries.ts";
import { Masthead } from "../shell/Masthead.tsx";
import { Title } from "../shell/Title.tsx";
import { StoryWithTools } from "../tools/StoryWithTools.tsx";
import { latePart } from "../ui/latePart.tsx";
import "../article/storyHead.css";

const Attendants = latePart(() => import("./ArticleAttendants.tsx").then((module) => module.ArticleAttendants));

/** /article/:slug */
export function ArticlePage() {
  const { slug = "" } = useParams();
  const { data } = useSuspenseQuery(articleQuery(slug));
  const { article, hyphenated, moreAbout, related, moreFrom, previous, next } = data;
  return (
    <>
      <Title of={article.headline} />
      <Masthead head="story" />
      <main id="main">
        <StoryWithTools key={article.slug} article={article} hyphenated={hyphenated}>
          <Attendants article={article} />
        </StoryWithTools>
        {moreAbout && <MoreAboutStrip strip={moreAbout} />}
        {related && <RelatedStrip teasers={related.teasers} />}
        {moreFrom && <MoreFromStrip strip={moreFrom} />}
        {article.section && <Turn section={article.section} previous={previous} next={next} />}
      </main>
    </>
  );
}
