import type { Article } from "#content/article.ts";
import type { Block } from "#content/block.ts";
import { Blocks } from "./Blocks.tsx";
import { CorrectionNote } from "./CorrectionNote.tsx";
import { Inlines } from "./Inlines.tsx";
import { Notes } from "./Notes.tsx";
import "./prose.css";

/** The text of a story: dateline, body, corrections, notes. */
export function StoryBody({ article }: { article: Article }) {
  const [first, ...rest] = article.body;
  return (
    <div className="prose">
      {article.dateline && first?.type === "paragraph" ? (
        <>
          <p>
            <b className="dateline">{article.dateline}</b> <Inlines of={first.children} />
          </p>
          <Blocks of={rest} />
        </>
      ) : (
        <Blocks of={article.body} />
      )}
      {article.corrections
        .filter((correction) => !standsIn(article.body, correction.date))
        .map((correction) => (
          <CorrectionNote key={correction.date} date={correction.date}>
            <Inlines of={correction.children} />
          </CorrectionNote>
        ))}
      <Notes body={article.body} />
    </div>
  );
}

/** A correction that the body already shows at its place is not said again at the end. */
function standsIn(body: Block[], date: string): boolean {
  return body.some((block) => block.type === "correction" && block.date?.slice(0, 10) === date.slice(0, 10));
}
