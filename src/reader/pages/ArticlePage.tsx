import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import type { ArticlePage as ArticlePageData } from "#content/pages/articlePage.ts";
import type { PlaceInSeries } from "#content/pages/seriesPage.ts";
import { subjectPath } from "#content/paths.ts";
import { articleQuery } from "../data/queries.ts";
import { Breadcrumbs } from "../layout/Breadcrumbs.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { hydrateInSight } from "#loading/hydration/hydrateInSight.tsx";
import { useIsWhole } from "#loading/hydration/useIsWhole.ts";
import type { ReactNode } from "react";
import type { Article } from "#content/article.ts";
import { Story } from "../features/article/Story.tsx";
import { Strips } from "../features/article/Strips.tsx";
import { ClipboardProvider } from "../features/sharing/ClipboardProvider.tsx";
import { Slot } from "../slots/Slot.tsx";
import { StoryTools } from "./StoryTools.tsx";
import "../features/article/storyHead.css";

const StripsInSight = hydrateInSight(Strips, () => "#main > .story ~ *");
const ArticleTasks = lazyPart(() => import("./ArticleTasks.tsx").then((module) => module.ArticleTasks));

/** /article/:slug */
export function ArticlePage() {
  const { slug = "" } = useParams();
  const { data } = useSuspenseQuery(articleQuery(slug));
  const { headline, inLanguage, slug: shown, section, translations } = data.article;
  return (
    <>
      <Title of={headline} language={inLanguage} />
      <Masthead head="story" alternates={translations} />
      <Breadcrumbs trail={section && [{ name: section.name, url: subjectPath("section", section.slug) }]} />
      <Main key={shown} page={data} />
    </>
  );
}

function Main({ page }: { page: ArticlePageData }) {
  const isWhole = useIsWhole();
  const { article, hyphenated, series, changes } = page;
  return (
    <main id="main">
      <Slot name="before-story" />
      <StoryWithTools article={article} hyphenated={hyphenated} series={series} changes={changes} isWhole={isWhole}>
        {isWhole && <ArticleTasks article={article} />}
      </StoryWithTools>
      <Slot name="sidebar" />
      <Slot name="after-story" />
      {isWhole && <StripsInSight page={page} />}
    </main>
  );
}

type Props = {
  article: Article;
  hyphenated?: string | undefined;
  series?: PlaceInSeries | undefined;
  changes?: number | undefined;
  /** Whether all of its text is rendered, or only what fits into the window. */
  isWhole: boolean;
  /** The interaction with the text, see ArticleTasks. */
  children: ReactNode;
};

/** A story, and everything that a reader can do with it. */
function StoryWithTools({ article, children, ...others }: Props) {
  return (
    <ClipboardProvider>
      <Story article={article} {...others} tools={<StoryTools article={article} />} />
      {children}
    </ClipboardProvider>
  );
}
