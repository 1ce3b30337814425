import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { Article } from "#content/article.ts";
import { useEdition } from "../../shell/EditionContext.ts";
import { useCalendar } from "../../words/dates.ts";
import type { TakeoutWords } from "../../words/takeout/en.ts";
import { useWords } from "../../words/words.ts";
import { creditLine } from "../book/creditLine.ts";
import { useLibrary } from "../store/useLibrary.ts";
import { download } from "./download.ts";
import { StoryChoice } from "./StoryChoice.tsx";

type State = { type: "making" } | { type: "made"; missing: number } | { type: "failed" };

const PrintEdition = lazy(() => import("../print/PrintEdition.tsx").then((module) => ({ default: module.PrintEdition })));

/** Binds the saved stories that the reader chooses together, on the device: into an e-book, or on paper. */
export function BindStories({ words, resolve }: { words: TakeoutWords; resolve: (path: string) => string }) {
  const general = useWords();
  const edition = useEdition();
  const calendar = useCalendar();
  const client = useQueryClient();
  const saved = [...useLibrary("saved").values()].toSorted((a, b) => b.savedAt - a.savedAt);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<State>();
  const [onPaper, setOnPaper] = useState<Article[]>();
  const slugs = saved.map(({ slug }) => slug).filter((slug) => !without.has(slug));
  if (saved.length === 0 || !edition) return null;
  const asBook = async (stories: Article[]) => {
    const { bindBook } = await import("../book/bindBook.ts");
    const what = words.storiesIn(stories.length);
    const credit = (article: Article) => creditLine(article, calendar);
    download("stories.epub", "application/epub+zip", await bindBook(stories, { edition, what, contents: words.contents, resolve, credit }));
  };
  const bind = async (make: (stories: Article[]) => unknown) => {
    setState({ type: "making" });
    const { gatherStories } = await import("../book/gatherStories.ts");
    const { stories, missing } = await gatherStories(client, slugs);
    if (stories.length > 0) await make(stories);
    setState({ type: "made", missing });
  };
  const way = (name: string, make: (stories: Article[]) => unknown) => (
    <li>
      <button
        className="button"
        type="button"
        disabled={slugs.length === 0 || state?.type === "making" || onPaper !== undefined}
        onClick={() => void bind(make).catch(() => setState({ type: "failed" }))}
      >
        {name}
      </button>
    </li>
  );
  return (
    <fieldset>
      <legend>
        <h3>{words.boundTitle}</h3>
      </legend>
      <StoryChoice saved={saved} without={without} onChange={setWithout} />
      <ul className="ways">
        {way(words.asBook, asBook)}
        {way(words.onPaper, setOnPaper)}
      </ul>
      <p role="status">
        {state?.type === "making" && words.gathering}
        {state?.type === "made" && state.missing > 0 && words.storiesMissing(state.missing)}
        {state?.type === "failed" && general.partFailed}
      </p>
      {onPaper && (
        <Suspense>
          <PrintEdition stories={onPaper} words={words} onEnd={() => setOnPaper(undefined)} />
        </Suspense>
      )}
    </fieldset>
  );
}
