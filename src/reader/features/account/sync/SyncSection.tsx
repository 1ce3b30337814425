import { useEffect, useState } from "react";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { SyncStatus } from "./SyncStatus.tsx";
import { lacksKey, noteSync, syncState, useSyncState } from "./syncState.ts";
import { useFocusIfLost } from "../useFocusIfLost.ts";
import { useSyncWords } from "./syncWords.ts";
import "../../../styles/forms.css";

const KeyPanel = lazyPart(() => import("../encryption/KeyPanel.tsx").then((module) => module.KeyPanel));
const KeyTools = lazyPart(() => import("../encryption/KeyTools.tsx").then((module) => module.KeyTools));

/** The account's sync section: the switch, what sync means, its status, and the key that it needs. */
export function SyncSection() {
  const words = useSyncWords();
  const state = useSyncState();
  /** Whether the reader is switching sync on. It stays off until this device has a key. */
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    const before = syncState();
    // Only signed-in readers get here.
    if (before?.trouble === "signed-out") noteSync({ at: before.at });
  }, []);
  const needsKey = lacksKey(state);
  const heading = useFocusIfLost(!(asks || needsKey));
  if (!words) return null;
  const off = () => {
    setAsks(false);
    noteSync(undefined);
  };
  // Over plain HTTP a browser cannot encrypt.
  const canEncrypt = "subtle" in crypto;
  return (
    <section aria-labelledby="sync">
      <h2 id="sync" tabIndex={-1} ref={heading}>
        {words.title}
      </h2>
      <p className="hint">{canEncrypt ? words.whatLeaves : words.key.needsHttps}</p>
      {(canEncrypt || state !== undefined) && (
        <label className="check">
          <input type="checkbox" checked={asks || state !== undefined} onChange={() => (asks || state ? off() : setAsks(true))} />
          {words.switchOn}
        </label>
      )}
      {state && !needsKey && <SyncStatus />}
      {canEncrypt && (asks || needsKey) && <KeyPanel words={words.key} anyAccount={asks} onDone={() => setAsks(false)} onCancel={off} />}
      {state && !needsKey && !asks && <KeyTools words={words.key} />}
    </section>
  );
}
