import * as v from "valibot";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/record.ts";

const MessageSchema = v.array(LibraryRecordSchema);

/**
 * Word between the tabs of an edition of what is new on the device. A tab with
 * another version of the app may say what this one does not understand.
 * @param onWord what another tab wrote
 */
export function tabs(
  name: string,
  onWord: (fresh: LibraryRecord[]) => void,
): { tell: (fresh: LibraryRecord[]) => void; close: () => void } {
  if (typeof BroadcastChannel !== "function") return { tell: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  let open = true;
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const message = v.safeParse(MessageSchema, data);
    if (message.success) onWord(message.output);
  });
  return {
    tell: (fresh) => {
      // A channel is no window: it reaches its own origin only.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      if (open && fresh.length > 0) channel.postMessage(fresh);
    },
    close: () => {
      open = false;
      channel.close();
    },
  };
}
