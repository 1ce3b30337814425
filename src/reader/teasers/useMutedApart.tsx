import { Fragment, type ReactNode } from "react";
import type { Teaser } from "#content/teaser.ts";
import { useTeaserLibrary } from "./teaserLibrary.ts";

/** The teasers of a row that the reader has not muted, and the lines that stand for the others. */
export function useMutedApart(all: Teaser[]): { teasers: Teaser[]; muted: ReactNode } {
  const library = useTeaserLibrary();
  const lines = new Map(
    all.flatMap((teaser) => {
      const line = library?.teaser(teaser).replacement;
      return line ? [[teaser, line] as const] : [];
    }),
  );
  return {
    teasers: all.filter((teaser) => !lines.has(teaser)),
    muted: lines.size > 0 && (
      <div className="muted">
        {[...lines].map(([{ slug }, line]) => (
          <Fragment key={slug}>{line}</Fragment>
        ))}
      </div>
    ),
  };
}
