import { useState } from "react";
import { accountPath } from "#content/paths.ts";
import type { SyncWords } from "../../../i18n/wordTypes.ts";
import { PageLink } from "../../../ui/PageLink.tsx";
import { Timestamp } from "../../../ui/Timestamp.tsx";
import { useWords } from "../../../i18n/words.ts";
import { library } from "../../../data/library/library.ts";
import { retryRefused } from "./ledger.ts";
import { syncOnce } from "./syncOnce.ts";
import { lacksKey, type SyncState, useSyncState } from "./syncState.ts";
import { useSyncWords } from "./syncWords.ts";
import { type Counts, useUnsent } from "./useUnsent.ts";
import { Status } from "../../../ui/Status.tsx";
import "../../../ui/button.css";
import "../../../ui/correction.css";

/** The status of sync: when it last completed, or why it did not, what the server does not accept, and a button to try again. */
export function SyncStatus() {
  const words = useSyncWords();
  const state = useSyncState();
  const counts = useUnsent();
  return <Status className="own-part">{words && state && counts && <StatusText words={words} state={state} counts={counts} />}</Status>;
}

function StatusText({ words, state, counts }: { words: SyncWords; state: SyncState; counts: Counts }) {
  const { tryAgain: tryAgainText } = useWords();
  const [trying, setTrying] = useState(false);
  const tryAgain = () => {
    setTrying(true);
    void syncAll().finally(() => setTrying(false));
  };
  const { at, trouble, unopened = 0, newer = 0 } = state;
  const { waiting, tooLarge, noRoom } = counts;
  const isWell = trouble === undefined && tooLarge + noRoom + unopened + newer === 0;
  const needsKey = lacksKey(state);
  return (
    <div className={isWell ? "hint" : "correction"}>
      {trouble !== undefined && (
        <p>
          <b>{words.notInStep}</b> {reasonOf(trouble, words)}
        </p>
      )}
      {trouble !== undefined && waiting > 0 && <p>{words.waiting(waiting)}</p>}
      {tooLarge > 0 && <p>{words.tooLarge(tooLarge)}</p>}
      {noRoom > 0 && <p>{words.noRoom(noRoom)}</p>}
      {newer > 0 && <p>{words.newer}</p>}
      {unopened > 0 && <p>{words.unopened(unopened)}</p>}
      <p>
        {at === undefined ? (
          trouble === undefined && words.beginning
        ) : (
          <>
            {words.lastInStep} <Timestamp date={new Date(at).toISOString()} style="moment" />
          </>
        )}
      </p>
      {needsKey && (
        <p>
          <PageLink className="more-link" to={accountPath}>
            {words.toAccount}
          </PageLink>
        </p>
      )}
      {!isWell && !needsKey && (
        <button className="button quiet" type="button" aria-disabled={trying} onClick={() => !trying && tryAgain()}>
          {tryAgainText}
        </button>
      )}
    </div>
  );
}

function reasonOf(trouble: string, words: SyncWords): string {
  const reasons: Record<string, string> = words.reasons;
  return reasons[trouble] ?? words.serverFailed;
}

async function syncAll(): Promise<void> {
  const database = await library().database();
  if (database) await retryRefused(database);
  await syncOnce(true);
}
