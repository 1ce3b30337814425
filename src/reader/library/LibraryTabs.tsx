import { followingPath, highlightsPath, historyPath, savedPath } from "#content/paths.ts";
import { PageLink } from "../ui/PageLink.tsx";
import { useWords } from "../words/words.ts";
import { useLibraryWords } from "./libraryWords.ts";
import "./tabs.css";

export type LibraryTab = "saved" | "following" | "highlights" | "history";

const TABS = [
  ["saved", savedPath],
  ["following", followingPath],
  ["highlights", highlightsPath],
  ["history", historyPath],
] as const;

/** The pages of the reader, as links. @param counts how much is on each, where that is worth saying */
export function LibraryTabs({ current, counts }: { current: LibraryTab; counts: Partial<Record<LibraryTab, number>> }) {
  const own = useLibraryWords();
  const names = useWords();
  return (
    <nav className="sections tabs" aria-label={own.yourPages}>
      <ul>
        {TABS.map(([tab, path]) => (
          <li key={tab}>
            <PageLink to={path} aria-current={tab === current ? "page" : undefined}>
              {counts[tab] ? own.withCount(names[tab], counts[tab]) : names[tab]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
