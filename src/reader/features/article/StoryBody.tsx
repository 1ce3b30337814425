import type { Article } from "#content/article.ts";
import type { Block } from "#content/block.ts";
import { Blocks } from "./Blocks.tsx";
import { CorrectionNote } from "./CorrectionNote.tsx";
import { correctionsAtEnd } from "#content/correctionsAtEnd.ts";
import { Inlines } from "./Inlines.tsx";
import { Notes } from "./Notes.tsx";
import { Paragraph } from "./Paragraph.tsx";
import { inWindow } from "../../hydration/useIsWhole.ts";
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
