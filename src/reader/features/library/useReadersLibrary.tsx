import { useMemo, useState } from "react";
import { useLocation } from "react-router";
import { savedPath } from "#content/paths.ts";
import type { TeaserLibrary } from "../../teasers/teaserLibrary.ts";
import { SaveButton } from "./saved/SaveButton.tsx";
import { isRead } from "../../data/library/noteRead.ts";
import { useLibrary } from "../../data/library/useLibrary.ts";
import { useWords } from "../../i18n/words.ts";
import { useLibraryWords } from "../../data/libraryWords.ts";

/** What the rest of the app shows of the library. */
export function useReadersLibrary(): TeaserLibrary {
  const saved = useLibrary("saved");
  const followed = useLibrary("followed");
  const muted = useLibrary("muted");
  const search = useLibrary("search");
  const read = useLibrary("read");
  const { pathname } = useLocation();
  // Not the address itself: every page would render all its teasers twice.
  const isSavedPage = pathname === savedPath;
  const ownMuted = [...muted.keys()].find((id) => pathname === `/${id.replace(":", "/")}`);
  /** The muted stories that the reader wanted to see after all. */
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const has = { saved, followed, muted, search };
    return {
      has: (kind, id) => has[kind].has(id),
      teaser: (story): ReturnType<TeaserLibrary["teaser"]> => {
        const { slug, about = [] } = story;
        // On the saved page, a story counts as seen once it was read to its end: all of them were opened once.
        const seen = isSavedPage ? saved.get(slug)?.read === true : isRead(read.get(slug));
        const id = about.find((subject) => muted.has(subject) && subject !== ownMuted);
        const name = id && muted.get(id)?.name;
        if (name === undefined || shown.has(slug)) return { seen, save: <SaveButton story={story} isSaved={saved.has(slug)} /> };
        return { seen, replacement: <MutedTeaser name={name} show={() => setShown((before) => new Set([...before, slug]))} /> };
      },
    };
  }, [saved, followed, muted, search, read, shown, isSavedPage, ownMuted]);
}

/** Shown instead of a story that the reader has muted: why, and a button to show it after all. */
function MutedTeaser({ name, show }: { name: string; show: () => void }) {
  const words = useWords();
  const libraryWords = useLibraryWords();
  return (
    <p className="meta">
      <span>{libraryWords.hiddenStory(name)}</span>
      <button className="plain more-link" type="button" onClick={show}>
        {words.show}
      </button>
    </p>
  );
}
