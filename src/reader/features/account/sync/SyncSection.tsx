import { useEffect } from "react";
import { library } from "../../../data/library/library.ts";
import { startOver } from "./ledger.ts";
import { alone } from "./syncOnce.ts";
import { SyncStatus } from "./SyncStatus.tsx";
import { noteSync, syncState, useSyncState } from "./syncState.ts";
import { useSyncWords } from "./syncWords.ts";
import "../../../styles/forms.css";

/** In the account: whether its library comes along to the reader's other devices, what that means, and how it stands. */
export function SyncSection() {
  const words = useSyncWords();
  const isOn = useSyncState() !== undefined;
  useEffect(() => {
    const state = syncState();
    // Whoever comes here is signed in again.
    if (state?.trouble === "signed-out") noteSync({ at: state.at });
  }, []);
  return (
    words && (
      <section aria-labelledby="sync">
        <h2 id="sync">{words.title}</h2>
        <p className="hint">{words.whatLeaves}</p>
        <label className="check">
          <input type="checkbox" checked={isOn} onChange={() => (isOn ? noteSync(undefined) : switchOn())} />
          {words.switchOn}
        </label>
        {isOn && <SyncStatus />}
      </section>
    )
  );
}

/** What this device was told before, by whichever account, counts no more. */
function switchOn(): void {
  // Who waits for the same lock comes after this.
  void alone(async () => {
    const database = await library().database();
    if (database) await startOver(database);
  });
  noteSync({});
}
