import * as v from "valibot";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/record.ts";

const RecordsSchema = v.array(LibraryRecordSchema);

/** What was written; or that what lies on the device is to be read anew, or is gone. */
type Word = LibraryRecord[] | "reread" | "emptied";

/**
 * Word between the tabs of an edition of what is new on the device. A tab with
 * another version of the app may say what this one does not understand.
 */
export function tabs(name: string, onWord: (word: Word) => void): { tell: (word: Word) => void; close: () => void } {
  const channel = channelOf(name);
  if (!channel) return { tell: () => {}, close: () => {} };
  let open = true;
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (data === "reread" || data === "emptied") return onWord(data);
    const fresh = v.safeParse(RecordsSchema, data);
    if (fresh.success) onWord(fresh.output);
  });
  return {
    tell: (word) => {
      // A channel is no window: it reaches its own origin only.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      if (open && word.length > 0) channel.postMessage(word);
    },
    close: () => {
      open = false;
      channel.close();
    },
  };
}

/** Some browsers have none, and some refuse it: in private windows, or where a page may store nothing. Then each tab reads for itself. */
function channelOf(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
