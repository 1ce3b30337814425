import type { Article } from "#content/article.ts";
import { Citations } from "../../features/article/Citations.tsx";
import { Figure } from "../../features/article/Figure.tsx";
import { StoryBody } from "../../features/article/StoryBody.tsx";
import { TextLanguageProvider } from "../../i18n/TextLanguage.ts";

/** A story on paper: all that can be read of it, and nothing to press. */
export function PrintedStory({ article, credit }: { article: Article; credit: string }) {
  const { headline, standfirst, image, citations, inLanguage, direction } = article;
  return (
    <article className="story" lang={inLanguage} dir={direction}>
      <TextLanguageProvider value={article}>
        <header className="story-top">
          <h1>{headline}</h1>
          {standfirst !== undefined && <p className="standfirst">{standfirst}</p>}
          <div className="credits">
            <p>
              <bdi>{credit}</bdi>
            </p>
          </div>
        </header>
        {image && <Figure image={image} className="hero" />}
        <div className="newsprint">
          <StoryBody article={article} />
          <Citations citations={citations} />
        </div>
      </TextLanguageProvider>
    </article>
  );
}
