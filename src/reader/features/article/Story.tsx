import { type ReactNode, useMemo } from "react";
import type { Article } from "#content/article.ts";
import type { PlaceInSeries } from "#content/pages/seriesPage.ts";
import { offerRetry } from "../../hydration/lazyImport.ts";
import { hydrateOnIdle } from "../../hydration/hydrateOnIdle.tsx";
import { TextLanguageProvider } from "../../i18n/TextLanguage.ts";
import { FirstUsesProvider, firstUses } from "./firstUses.ts";
import { picturesOf } from "#content/picturesOf.ts";
import { StoryHead } from "./StoryHead.tsx";
import { StoryPicturesProvider } from "./StoryPictures.ts";
import "./story.css";

type Props = {
  article: Article;
  /** Its headline with soft hyphens, where it has long words. */
  hyphenated?: string | undefined;
  series?: PlaceInSeries | undefined;
  /** How often it has changed since its publication, where there is a record of that. */
  changes?: number | undefined;
  /** Whether all of its text is shown, or what the window holds of it. */
  isWhole: boolean;
  /** What a reader can do with it: beside the text, or below it on a phone. */
  tools?: ReactNode;
};

const Hero = hydrateOnIdle(() => import("./Hero.tsx").then((module) => module.Hero));
const Rest = hydrateOnIdle(() => import("./StoryRest.tsx").then((module) => module.StoryRest), ".prose", offerRetry);

/** One article as its page shows it. */
export function Story({ article, hyphenated, series, changes, isWhole, tools }: Props) {
  const pictures = useMemo(() => picturesOf(article), [article]);
  const uses = useMemo(() => firstUses(article), [article]);
  return (
    <article className="story" lang={article.inLanguage} dir={article.direction}>
      <TextLanguageProvider value={article}>
        <StoryPicturesProvider value={pictures}>
          <FirstUsesProvider value={uses}>
            <StoryHead article={article} headline={hyphenated ?? article.headline} series={series} changes={changes} />
            {article.image && <Hero image={article.image} />}
            {tools}
            <Rest article={article} isWhole={isWhole} />
            {!isWhole && <div className="coming" />}
          </FirstUsesProvider>
        </StoryPicturesProvider>
      </TextLanguageProvider>
    </article>
  );
}
