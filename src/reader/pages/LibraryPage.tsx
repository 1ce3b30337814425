import type { ReactNode } from "react";
import { CatchUpView } from "../features/library/catchUp/CatchUpView.tsx";
import type { Teaser } from "#content/teaser.ts";
import { isPlayable } from "../features/listen/playable.ts";
import { FollowingView } from "../features/library/following/FollowingView.tsx";
import { HighlightsView } from "../features/library/highlights/HighlightsView.tsx";
import { HistoryView } from "../features/library/history/HistoryView.tsx";
import { type LibraryTab, LibraryTabs } from "../features/library/LibraryTabs.tsx";
import { useLibraryWords } from "../data/libraryWords.ts";
import { OutsideLinks } from "../features/library/outside/OutsideLinks.tsx";
import { SavedView } from "../features/library/saved/SavedView.tsx";
import { useLibrary, useReady, useStorageError } from "../data/library/useLibrary.ts";
import { useSyncState } from "../features/account/sync/syncState.ts";
import { LibraryExport } from "../features/library/export/LibraryExport.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { useLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { useWords } from "../i18n/words.ts";
import { AboutSaved } from "./AboutSaved.tsx";
import { ListenToAll } from "./ListenToAll.tsx";
import { Status } from "../ui/Status.tsx";
import "../teasers/list.css";
import "../ui/correction.css";

const SyncStatus = lazyPart(() => import("../features/account/sync/SyncStatus.tsx").then((module) => module.SyncStatus));

const SavedSearches = lazyPart(() => import("../features/search/saved/SavedSearches.tsx").then((module) => module.SavedSearches));
const DeviceAlerts = lazyPart(() => import("../features/alerts/DeviceAlerts.tsx").then(({ loadDeviceAlerts }) => loadDeviceAlerts()));
const loadPrint = () => import("./print/PrintEdition.tsx").then(({ PrintEdition }) => PrintEdition);

const VIEWS: Record<LibraryTab, () => ReactNode> = {
  saved: () => (
    <>
      <SavedView about={(saved) => <AboutSaved saved={saved} />} />
      <OutsideLinks />
    </>
  ),
  following: () => <FollowingView searches={<SavedSearches />} />,
  highlights: () => <HighlightsView />,
  history: () => <HistoryView />,
  catchUp: () => <CatchUpView listen={(stories) => <ListenToAll stories={stories} minutes={minutesOf(stories.filter(isPlayable))} />} />,
};

/** Reading aloud takes about as long as reading. */
const minutesOf = (stories: readonly Teaser[]): number => stories.reduce((sum, { readingMinutes }) => sum + readingMinutes, 0);

/**
 * /saved, /following, /highlights, /history, /catch-up. One file each for everybody: a reader's library is only known
 * once the page is hydrated.
 */
export function LibraryPage({ tab }: { tab: LibraryTab }) {
  const names = useWords();
  const own = useLibraryWords();
  const hydrated = useHydrated();
  return (
    <>
      <Title of={names[tab]} />
      <Masthead />
      <main id="main" className="page coming">
        <header className="list-head">
          <h1 tabIndex={-1}>{names[tab]}</h1>
        </header>
        {hydrated ? <Own tab={tab} /> : <LibraryTabs current={tab} counts={{}} />}
        <noscript>
          <p className="standfirst">{own.libraryNeedsScript}</p>
        </noscript>
      </main>
    </>
  );
}

function Own({ tab }: { tab: LibraryTab }) {
  const saved = useLibrary("saved").size;
  const following = useLibrary("followed").size;
  const highlights = useLibrary("highlight").size;
  const ready = useReady();
  const isSynced = useSyncState() !== undefined;
  const View = VIEWS[tab];
  const styled = useLazyStyles(true);
  return (
    <>
      <LibraryTabs current={tab} counts={{ saved, following, highlights }} />
      <TroubleNotice />
      {isSynced && <SyncStatus />}
      {ready && styled && <View key={tab} />}
      {ready && styled && <LibraryExport loadPrint={loadPrint} />}
      {/* Last, so that nothing shifts when it appears. */}
      {ready && styled && tab === "following" && <DeviceAlerts />}
    </>
  );
}

/** Says that the library is not stored, and why. */
function TroubleNotice() {
  const own = useLibraryWords();
  const trouble = useStorageError();
  return <Status>{trouble && <p className="correction">{own.trouble[trouble]}</p>}</Status>;
}
