import * as v from "valibot";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/libraryRecord.ts";
import { channelOf } from "../../device/channelOf.ts";

const RecordsSchema = v.array(LibraryRecordSchema);

/** The records that were written; or that the device's must be read again, or were deleted. */
type Message = LibraryRecord[] | "reread" | "emptied";

/**
 * Messages between the tabs of an edition about changes on the device. A tab with
 * another version of the app may send what this one does not understand.
 */
export function tabs(name: string, onMessage: (message: Message) => void): { post: (message: Message) => void; close: () => void } {
  const channel = channelOf(name);
  if (!channel) return { post: () => {}, close: () => {} };
  let open = true;
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (data === "reread" || data === "emptied") return onMessage(data);
    const fresh = v.safeParse(RecordsSchema, data);
    if (fresh.success) onMessage(fresh.output);
  });
  return {
    post: (message) => {
      // Unlike a window, a channel reaches only its own origin.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      if (open && message.length > 0) channel.postMessage(message);
    },
    close: () => {
      open = false;
      channel.close();
    },
  };
}
