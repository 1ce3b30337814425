import * as v from "valibot";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/record.ts";

/** What was written; or that what lies on the device is to be read anew, or is gone. */
const WordSchema = v.union([v.array(LibraryRecordSchema), v.picklist(["reread", "emptied"])]);

type Word = LibraryRecord[] | "reread" | "emptied";

/**
 * Word between the tabs of an edition of what is new on the device. A tab with
 * another version of the app may say what this one does not understand.
 */
export function tabs(name: string, onWord: (word: Word) => void): { tell: (word: Word) => void; close: () => void } {
  if (typeof BroadcastChannel !== "function") return { tell: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  let open = true;
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const word = v.safeParse(WordSchema, data);
    if (word.success) onWord(word.output);
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
