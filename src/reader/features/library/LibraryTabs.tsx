import { useLayoutEffect, useRef } from "react";
import { catchUpPath, followingPath, highlightsPath, historyPath, savedPath } from "#content/paths.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useWords } from "../../i18n/words.ts";
import { useLibraryWords } from "../../data/libraryWords.ts";
import "./tabs.css";

export type LibraryTab = "saved" | "following" | "highlights" | "history" | "catchUp";

const TABS = [
  ["saved", savedPath],
  ["following", followingPath],
  ["highlights", highlightsPath],
  ["history", historyPath],
  ["catchUp", catchUpPath],
] as const;

/** Links to the reader's own pages. @param counts how many items are on each, where that is worth showing */
export function LibraryTabs({ current, counts }: { current: LibraryTab; counts: Partial<Record<LibraryTab, number>> }) {
  const libraryWords = useLibraryWords();
  const names = useWords();
  const list = useRef<HTMLUListElement>(null);
  // If there is not room for all tabs, scroll the current one into view. The counts make them wider.
  // oxlint-disable react/exhaustive-effect-dependencies
  useLayoutEffect(() => {
    const shown = list.current?.querySelector("[aria-current]")?.getBoundingClientRect();
    const room = list.current?.getBoundingClientRect();
    if (list.current && shown && room) list.current.scrollLeft += shown.left + shown.width / 2 - room.left - room.width / 2;
  }, [current, counts.saved, counts.following, counts.highlights]);
  // oxlint-enable react/exhaustive-effect-dependencies
  return (
    <nav className="sections tabs" aria-label={libraryWords.yourPages}>
      <ul ref={list}>
        {TABS.map(([tab, path]) => (
          <li key={tab}>
            <PageLink to={path} aria-current={tab === current ? "page" : undefined}>
              {counts[tab] ? libraryWords.withCount(names[tab], counts[tab]) : names[tab]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
