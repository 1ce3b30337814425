import type { Article } from "#content/article.ts";
import type { Block } from "#content/block.ts";
import { Blocks } from "./Blocks.tsx";
import { CorrectionNote } from "./CorrectionNote.tsx";
import { correctionsAtEnd } from "#content/correctionsAtEnd.ts";
import { Inlines } from "./Inlines.tsx";
import { Notes } from "./Notes.tsx";
import { inWindow } from "../../hydration/useIsWhole.ts";
import type { ReactNode } from "react";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import "./paragraph.css";
import "./prose.css";

/** The text of a story: dateline, body, corrections, notes; or what the window holds of the body. */
export function StoryBody({ article, isWhole = true }: { article: Article; isWhole?: boolean }) {
  return (
    <div className="prose">
      {article.body.slice(0, isWhole ? undefined : inWindow()).map((block, place) =>
        block.type === "paragraph" ? (
          <Paragraph key={place} number={paragraphsUntil(article.body, place)}>
            {place === 0 && article.dateline && (
              <>
                <b className="dateline">{article.dateline}</b>{" "}
              </>
            )}
            <Inlines of={block.children} />
          </Paragraph>
        ) : (
          <Blocks key={place} of={[block]} />
        ),
      )}
      {isWhole && <End article={article} />}
    </div>
  );
}

function End({ article }: { article: Article }) {
  return (
    <>
      {correctionsAtEnd(article).map((correction) => (
        <CorrectionNote key={correction.date} date={correction.date}>
          <Inlines of={correction.children} />
        </CorrectionNote>
      ))}
      <Notes body={article.body} />
    </>
  );
}

/** A paragraph's number counts paragraphs alone: a picture that is added later moves no link. */
function paragraphsUntil(body: Block[], place: number): number {
  return body.slice(0, place + 1).filter((block) => block.type === "paragraph").length;
}

/**
 * A paragraph of the body, with a link to itself. The sign is drawn by the style
 * sheet, so that it is no part of the text that is selected, searched or read aloud.
 * Tab passes it by, since a story has dozens: the keys that go from paragraph to
 * paragraph lead to it, see moveTeaser.ts.
 */
function Paragraph({ number, children }: { number: number; children: ReactNode }) {
  const words = useWords();
  const { ours } = useLanguages();
  const id = `p-${number}`;
  return (
    <p id={id}>
      {children}
      <a className="pilcrow" tabIndex={-1} href={`#${id}`} lang={ours.lang} aria-label={words.linkToParagraph(number)} />
    </p>
  );
}
