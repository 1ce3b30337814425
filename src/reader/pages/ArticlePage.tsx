import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { articleQuery } from "../data/queries.ts";
import { Masthead } from "../shell/Masthead.tsx";
import { Title } from "../shell/Title.tsx";
import { StoryWithTools } from "../tools/StoryWithTools.tsx";
import { latePart } from "../ui/latePart.tsx";
import { restingPart } from "../ui/restingPart.tsx";
import "../article/storyHead.css";

const Strips = restingPart(() => import("../article/Strips.tsx").then((module) => module.Strips));
const Attendants = latePart(() => import("./ArticleAttendants.tsx").then((module) => module.ArticleAttendants));

/** /article/:slug */
export function ArticlePage() {
  const { slug = "" } = useParams();
  const { data } = useSuspenseQuery(articleQuery(slug));
  const { article, hyphenated } = data;
  return (
    <>
      <Title of={article.headline} />
      <Masthead head="story" />
      <main id="main">
        <StoryWithTools key={article.slug} article={article} hyphenated={hyphenated}>
          <Attendants article={article} />
        </StoryWithTools>
        <Strips page={data} />
      </main>
    </>
  );
}
