import { type ReactNode, useMemo } from "react";
import type { Article } from "#content/article.ts";
import type { PlaceInSeries } from "#content/pages/seriesPage.ts";
import { offerRetry } from "#loading/hydration/lazyImport.ts";
import { hydrateOnIdle } from "#loading/hydration/hydrateOnIdle.tsx";
import { TextLanguageProvider } from "../../i18n/TextLanguage.ts";
import { FirstUsesProvider, firstUses } from "./firstUses.ts";
import { picturesOf } from "#content/picturesOf.ts";
import { SponsoredProvider } from "../../ui/SponsoredContext.ts";
import { StoryHead } from "./StoryHead.tsx";
import { StoryPicturesProvider } from "./StoryPictures.ts";
import "./story.css";

type Props = {
  article: Article;
  /** The headline with soft hyphens, if it has long words. */
  hyphenated?: string | undefined;
  series?: PlaceInSeries | undefined;
  /** How often the story has changed since publication, if there is a record of it. */
  changes?: number | undefined;
  /** Whether all of the text is drawn, or only as much as fills the window. */
  isWhole: boolean;
  /** The reader's tools, beside the text or, on a phone, below it. */
  tools?: ReactNode;
};

const Hero = hydrateOnIdle(() => import("./Hero.tsx").then((module) => module.Hero));
const Rest = hydrateOnIdle(() => import("./StoryRest.tsx").then((module) => module.StoryRest), ".prose", offerRetry);

/** An article, as its page shows it. */
export function Story({ article, hyphenated, series, changes, isWhole, tools }: Props) {
  const pictures = useMemo(() => picturesOf(article), [article]);
  const uses = useMemo(() => firstUses(article), [article]);
  return (
    <article className="story" lang={article.inLanguage} dir={article.direction}>
      <SponsoredProvider value={article.sponsor !== undefined}>
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
      </SponsoredProvider>
    </article>
  );
}
