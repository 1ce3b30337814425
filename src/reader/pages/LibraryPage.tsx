import { FollowingView } from "../library/following/FollowingView.tsx";
import { HistoryView } from "../library/history/HistoryView.tsx";
import { LibraryTabs, type LibraryTab } from "../library/LibraryTabs.tsx";
import { useLibraryWords } from "../library/libraryWords.ts";
import { SavedView } from "../library/saved/SavedView.tsx";
import { useLibrary, useReady } from "../library/store/useLibrary.ts";
import { TroubleNotice } from "../library/TroubleNotice.tsx";
import { Masthead } from "../shell/Masthead.tsx";
import { Title } from "../shell/Title.tsx";
import { useAlive } from "../shell/useAlive.ts";
import { useWords } from "../words/words.ts";
import "../list/list.css";
import "../library/library.css";

const VIEWS = { saved: SavedView, following: FollowingView, history: HistoryView };

/** /saved, /following, /history. One file each for everybody: what belongs to the reader is only known once the page is alive. */
export function LibraryPage({ tab }: { tab: LibraryTab }) {
  const words = useWords();
  const own = useLibraryWords();
  const alive = useAlive();
  return (
    <>
      <Title of={words[tab]} />
      <Masthead />
      <main id="main" className="page">
        <header className="list-head">
          <h1 tabIndex={-1}>{words[tab]}</h1>
        </header>
        {alive ? <Own tab={tab} /> : <LibraryTabs current={tab} counts={{}} />}
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
  const View = VIEWS[tab];
  return (
    <>
      <LibraryTabs current={tab} counts={{ saved, following }} />
      <TroubleNotice />
      {useReady() && <View key={tab} />}
    </>
  );
}
