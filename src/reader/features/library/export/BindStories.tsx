import { useQueryClient } from "@tanstack/react-query";
import { type ComponentType, type ReactNode, useState } from "react";
import type { Article } from "#content/article.ts";
import { useEdition } from "../../../edition/EditionContext.ts";
import { useCalendar } from "../../../i18n/formatDate.ts";
import type { ExportWords } from "../../../i18n/wordTypes.ts";
import { useWords } from "../../../i18n/words.ts";
import { creditLine } from "./book/creditLine.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { download } from "../../../device/download.ts";
import type { KnownStory } from "#content/library/libraryRecord.ts";

type State = { type: "making" } | { type: "made"; missing: number } | { type: "failed" };

export type PrintProps = {
  stories: readonly Article[];
  words: ExportWords;
  /** Called when the reader has printed, or cancelled. */
  onEnd: () => void;
};

type Props = { words: ExportWords; loadPrint: () => Promise<ComponentType<PrintProps>> };

/** Makes a book of the saved stories that the reader chooses, on the device: an e-book, or a printed one. */
export function BindStories({ words, loadPrint }: Props) {
  const general = useWords();
  const edition = useEdition();
  const calendar = useCalendar();
  const client = useQueryClient();
  const saved = [...useLibrary("saved").values()].toSorted((a, b) => b.savedAt - a.savedAt);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<State>();
  const [paper, setPaper] = useState<ReactNode>();
  const slugs = saved.map(({ slug }) => slug).filter((slug) => !without.has(slug));
  if (saved.length === 0 || !edition) return null;
  const asBook = async (stories: Article[]) => {
    const { bindBook } = await import("./book/bindBook.ts");
    const what = words.storiesIn(stories.length);
    const credit = (article: Article) => creditLine(article, calendar);
    return bindBook(stories, { edition, what, contents: words.contents, credit });
  };
  const asFile = async (stories: Article[]) => download("stories.epub", EPUB, await asBook(stories));
  const onPaper = async (stories: Article[]) => {
    const PrintEdition = await loadPrint();
    await new Promise<void>((done) => setPaper(<PrintEdition stories={stories} words={words} onEnd={done} />));
    setPaper(undefined);
  };
  const bind = async (make: (stories: Article[]) => Promise<void>) => {
    if (state?.type === "making") return;
    setState({ type: "making" });
    const { gatherStories } = await import("./book/gatherStories.ts");
    const { stories, missing } = await gatherStories(client, slugs);
    if (stories.length > 0) await make(stories);
    setState(stories.length > 0 ? { type: "made", missing } : { type: "failed" });
  };
  const way = (name: string, make: (stories: Article[]) => Promise<void>) => (
    <li>
      <button
        className="button"
        type="button"
        disabled={slugs.length === 0}
        aria-disabled={state?.type === "making"}
        onClick={() => void bind(make).catch((error: unknown) => setState(isCancelled(error) ? undefined : { type: "failed" }))}
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
      <ul role="list" className="ways">
        {way(words.asBook, asFile)}
        {canSend() && way(words.toReader, async (stories) => send(await asBook(stories)))}
        {typeof print === "function" && way(words.onPaper, onPaper)}
      </ul>
      <p role="status">{state && statusText(state, words, general.partFailed)}</p>
      {paper}
    </fieldset>
  );
}

const EPUB = "application/epub+zip";

const fileOf = (book: Uint8Array): File => new File([book.slice()], "stories.epub", { type: EPUB });

/** Whether the device lets a page share books with other apps. */
function canSend(): boolean {
  return navigator.canShare?.({ files: [fileOf(new Uint8Array(1))] }) ?? false;
}

/**
 * Shares a book with another app, such as an e-reader's or a mail app. If the browser refuses, for example because the
 * press was too long ago, the book is downloaded, and can be sent from there.
 * @throws {DOMException} "AbortError" if the reader cancels it
 */
async function send(book: Uint8Array): Promise<void> {
  await navigator.share({ files: [fileOf(book)] }).catch((error: unknown) => {
    if (isCancelled(error)) throw error;
    download("stories.epub", EPUB, book);
  });
}

const isCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

function statusText(state: State, words: ExportWords, failed: string): string {
  if (state.type === "making") return words.gathering;
  if (state.type === "failed") return failed;
  return state.missing > 0 ? `${words.bound} ${words.storiesMissing(state.missing)}` : words.bound;
}

type ChoiceProps = {
  saved: readonly KnownStory[];
  /** The slugs of the stories that are left out. */
  without: ReadonlySet<string>;
  onChange: (without: ReadonlySet<string>) => void;
};

/** The saved stories, each with a checkbox that includes it in the book. */
function StoryChoice({ saved, without, onChange }: ChoiceProps) {
  return saved.map(({ slug, headline, inLanguage }) => (
    <label key={slug} className="check">
      <input type="checkbox" checked={!without.has(slug)} onChange={() => onChange(toggled(without, slug))} />
      <bdi lang={inLanguage}>{headline}</bdi>
    </label>
  ));
}

function toggled(slugs: ReadonlySet<string>, slug: string): ReadonlySet<string> {
  return slugs.has(slug) ? new Set([...slugs].filter((other) => other !== slug)) : new Set([...slugs, slug]);
}
