import { Fragment } from "react";
import type { Article } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
import { Blocks } from "./Blocks.tsx";
import { CorrectionNote } from "./CorrectionNote.tsx";
import { correctionsAtEnd } from "#content/correctionsAtEnd.ts";
import { Inlines } from "./Inlines.tsx";
import { LivePosts } from "./live/livePart.tsx";
import { Notes } from "./Notes.tsx";
import { mostInWindow } from "#loading/hydration/useIsWhole.ts";
import { Slot } from "../../slots/Slot.tsx";
import type { KnownSlot } from "../../slots/slotOf.ts";
import "./paragraph.css";
import "./prose.css";

type Props = {
  article: Article;
  isWhole?: boolean;
  /** The slot that the paper fills between two paragraphs. */
  slot?: KnownSlot | undefined;
};

/** The text of a story: dateline, body, corrections, notes. Until `isWhole`, only as much of the body as fills the window. */
export function StoryBody({ article, isWhole = true, slot }: Props) {
  const { body } = article;
  return (
    <div className="prose">
      {body.slice(0, isWhole ? undefined : mostInWindow()).map(
        (block, place) =>
          block.type !== "post" && (
            <Fragment key={place}>
              {block.type === "paragraph" ? (
                <p id={`p-${paragraphsUntil(body, place)}`}>
                  {place === 0 && article.dateline && (
                    <>
                      <b className="dateline">{article.dateline}</b>{" "}
                    </>
                  )}
                  <Inlines of={block.children} />
                </p>
              ) : (
                <Blocks of={[block]} />
              )}
              {slot && isAfter(slot.after, body, place) && <Slot name="in-story" />}
            </Fragment>
          ),
      )}
      {isWhole && article.liveBlog && <LivePosts article={article} Blocks={Blocks} />}
      {isWhole && <End article={article} />}
    </div>
  );
}

/** Whether the block at a place is the paragraph of this number, and more text follows. */
const isAfter = (number: number, body: Block[], place: number): boolean =>
  body[place]?.type === "paragraph" && place < body.length - 1 && paragraphsUntil(body, place) === number;

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

/** Only paragraphs are counted, so that adding a picture later changes no link. */
function paragraphsUntil(body: Block[], place: number): number {
  return body.slice(0, place + 1).filter((block) => block.type === "paragraph").length;
}
