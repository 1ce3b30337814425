import { type ReactNode, useMemo } from "react";
import type { Article } from "#content/article.ts";
import { TagChips } from "../teasers/TagChips.tsx";
import { TextLanguageProvider } from "../ui/TextLanguage.ts";
import { useWords } from "../words/words.ts";
import { Citations } from "./Citations.tsx";
import { Figure } from "./Figure.tsx";
import { FirstNoteRefsProvider, firstNoteRefs } from "./firstNoteRefs.ts";
import { picturesOf } from "./picturesOf.ts";
import { StoryBody } from "./StoryBody.tsx";
import { StoryHead } from "./StoryHead.tsx";
import { StoryPicturesProvider } from "./StoryPictures.ts";
import "./story.css";
import "./tail.css";

type Props = {
  article: Article;
  /** Its headline with soft hyphens, where it has long words. */
  hyphenated?: string | undefined;
  /** What a reader can do with it: beside the text, or below it on a phone. */
  tools?: ReactNode;
};

/** One article as its page shows it. */
export function Story({ article, hyphenated, tools }: Props) {
  const words = useWords();
  const pictures = useMemo(() => picturesOf(article), [article]);
  const noteRefs = useMemo(() => firstNoteRefs(article), [article]);
  const tags = [
    ...article.topics.map((topic) => ({ ...topic, kind: "topic" as const })),
    ...article.places.map((place) => ({ ...place, kind: "place" as const })),
  ];
  return (
    <article className="story" lang={article.inLanguage} dir={article.direction}>
      <TextLanguageProvider value={article}>
        <StoryPicturesProvider value={pictures}>
          <FirstNoteRefsProvider value={noteRefs}>
            <StoryHead article={article} headline={hyphenated ?? article.headline} />
            {article.image && <Figure image={article.image} className="hero" sizes="(width < 48rem) 100vw, 57rem" first />}
            {tools}
            <StoryBody article={article} />
            {(tags.length > 0 || article.citations.length > 0) && (
              <footer className="tail">
                <TagChips label={words.storyTopics} tags={tags} />
                <Citations citations={article.citations} />
              </footer>
            )}
          </FirstNoteRefsProvider>
        </StoryPicturesProvider>
      </TextLanguageProvider>
    </article>
  );
}
