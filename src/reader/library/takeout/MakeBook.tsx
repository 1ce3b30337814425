import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useEdition } from "../../shell/EditionContext.ts";
import { formatDate, useCalendar } from "../../words/dates.ts";
import type { TakeoutWords } from "../../words/takeout/en.ts";
import { useWords } from "../../words/words.ts";
import { useLibrary } from "../store/useLibrary.ts";
import { download } from "./download.ts";

type State = { type: "making" } | { type: "made"; missing: number } | { type: "failed" };

/** Binds the saved stories that the reader chooses into an e-book, on the device. */
export function MakeBook({ words, resolve }: { words: TakeoutWords; resolve: (path: string) => string }) {
  const general = useWords();
  const edition = useEdition();
  const calendar = useCalendar();
  const client = useQueryClient();
  const saved = [...useLibrary("saved").values()].toSorted((a, b) => b.savedAt - a.savedAt);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<State>();
  const slugs = saved.map(({ slug }) => slug).filter((slug) => !without.has(slug));
  if (saved.length === 0 || !edition) return null;
  const make = async () => {
    setState({ type: "making" });
    const [{ gatherBook }, { makeEpub }] = await Promise.all([import("../book/gatherBook.ts"), import("../book/makeEpub.ts")]);
    const { missing, ...gathered } = await gatherBook(client, slugs);
    const book = makeEpub({
      ...gathered,
      id: `${resolve("/")}#${slugs.join(",")}`,
      title: `${edition.name}: ${words.bookOf(gathered.stories.length)}`,
      publisher: edition.name,
      language: edition.language,
      direction: edition.direction,
      modified: new Date(),
      contents: words.contents,
      resolve,
      credit: ({ authors, datePublished }) =>
        [...authors.map(({ name }) => name), formatDate(datePublished, "moment", calendar)].join(" · "),
    });
    download("stories.epub", "application/epub+zip", book);
    setState({ type: "made", missing });
  };
  return (
    <fieldset>
      <legend>
        <h3>{words.bookTitle}</h3>
      </legend>
      {saved.map(({ slug, headline }) => (
        <label key={slug} className="check">
          <input type="checkbox" checked={!without.has(slug)} onChange={() => setWithout(toggled(without, slug))} />
          <bdi>{headline}</bdi>
        </label>
      ))}
      <button
        className="button"
        type="button"
        disabled={slugs.length === 0 || state?.type === "making"}
        onClick={() => void make().catch(() => setState({ type: "failed" }))}
      >
        {words.makeBook}
      </button>
      <p role="status">
        {state?.type === "making" && words.makingBook}
        {state?.type === "made" && state.missing > 0 && words.storiesMissing(state.missing)}
        {state?.type === "failed" && general.partFailed}
      </p>
    </fieldset>
  );
}

function toggled(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return all.has(one) ? new Set([...all].filter((each) => each !== one)) : new Set([...all, one]);
}
