import { useEffect, useState } from "react";
import { readLinks, useOutsideLinks } from "../../../device/outsideLinks.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { useLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { forgetReader } from "./forgetReader.ts";
import { syncOnce, withSyncLock } from "./syncOnce.ts";
import { SyncStatus } from "./SyncStatus.tsx";
import { useSyncWords } from "./syncWords.ts";
import { useUnsent } from "./useUnsent.ts";
import { Status } from "../../../ui/Status.tsx";

type Props = {
  /** Also called if the session could not be ended; the page says why. */
  onClose: () => void;
  /** Ends the session. */
  signOut: () => Promise<unknown>;
  onLeft: () => void;
};

/** Shown before a reader who syncs signs out: what is removed from this device, and what would be lost with it. */
export function LeavePanel({ onClose, signOut, onLeft }: Props) {
  const words = useSyncWords();
  const counts = useUnsent();
  // Links to other sites are not synced (decision 44), and are removed from the device with the library.
  const links = useOutsideLinks()?.size ?? 0;
  const [sending, setSending] = useState(true);
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    void Promise.allSettled([syncOnce(true), readLinks()]).then(() => setSending(false));
  }, []);
  const styled = useLazyStyles(true);
  if (!words || !counts || !styled) return null;
  const unsent = counts.waiting + counts.tooLarge + counts.noRoom;
  const lost = unsent + links;
  const leave = () => {
    setLeaving(true);
    void withSyncLock(async () => {
      await signOut();
      await forgetReader();
    }).then(onLeft, onClose);
  };
  return (
    <Dialog title={words.leaveTitle} onClose={onClose}>
      <p>{words.leaveText}</p>
      <p>{words.leaveKey}</p>
      <Status>{sending ? <p>{words.sending}</p> : lost > 0 ? <p>{words.lost(lost)}</p> : <p>{words.allSent}</p>}</Status>
      {!sending && unsent > 0 && <SyncStatus />}
      <div className="bar">
        <button className="button" type="button" aria-disabled={sending || leaving} onClick={() => !sending && !leaving && leave()}>
          {words.leave}
        </button>
        <button className="button quiet" type="button" onClick={onClose}>
          {words.stay}
        </button>
      </div>
      <p className="hint">{words.leaveHint}</p>
    </Dialog>
  );
}
