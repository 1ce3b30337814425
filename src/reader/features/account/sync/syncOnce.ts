import * as v from "valibot";
import { cachePrefix } from "#content/serviceWorker.ts";
import { type KeptEarlier, SyncResponseSchema } from "#content/library/sync.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { postApi } from "../../../data/api.ts";
import { address } from "../../../edition/address.ts";
import { loadMore } from "../../../i18n/loadCatalogue.ts";
import { noteSignedIn } from "../../../data/signedIn.ts";
import { librarySettings } from "../../../data/library/librarySettings.ts";
import { library } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";
import { readKey, requireEncryption } from "./deviceKey.ts";
import { DeviceError, exchange, toSend } from "./exchange.ts";
import { type LibraryKey, wrapTaken } from "./libraryKey.ts";
import { type Send, type Unread, withEncryption } from "./withEncryption.ts";
import { noteSync, syncState } from "./syncState.ts";

/**
 * Syncs the library with the account, unless sync is off or there is nothing to
 * do. The result is noted for all tabs.
 * @param pull whether to ask the server even if nothing has changed on this device
 * @returns whether the library is in sync
 */
export function syncOnce(pull: boolean): Promise<boolean> {
  const asked = Date.now();
  return withSyncLock(async () => {
    const before = syncState();
    if (!before) return true;
    const { history } = librarySettings();
    const database = await library().database();
    const hasNews = !database || (await toSend(database, history)).length > 0;
    // While this tab waited, another one may have asked.
    if (!hasNews && (!pull || (before.at ?? 0) > asked)) return before.trouble === undefined;
    let unread: Unread = { unopened: before.unopened ?? 0, newer: before.newer ?? 0 };
    const send: Send = async (request) => {
      const answer = await sendToServer(request);
      // Everything is fetched again, and counted again.
      if (request.since === 0) unread = { unopened: 0, newer: 0 };
      return answer;
    };
    try {
      if (!database) throw new DeviceError();
      const key = await readKey(database);
      // The server accepts only encrypted records.
      if (!key) throw new ApiError("key-needed");
      await exchange(
        library(),
        withEncryption(key, send, ({ unopened, newer }) => {
          unread = { unopened: unread.unopened + unopened, newer: unread.newer + newer };
        }),
        history,
        libraryOf("highlight").size === 0 ? undefined : await labelOfNotes(),
      );
      await requireEncryption(database, key, shareKey);
      noteStill({ at: Date.now(), ...nonZero(unread) });
      return true;
    } catch (error) {
      const trouble = troubleOf(error);
      noteStill({ ...(before.at !== undefined && { at: before.at }), ...nonZero(unread), trouble });
      if (trouble === "signed-out") noteSignedIn(false);
      return false;
    }
  });
}

/** Marks a note of another device in the language of the page. Without its words, which may not load, the note has no label. */
async function labelOfNotes(): Promise<(note: string) => string> {
  const words = await loadMore(document.documentElement.lang).catch(() => undefined);
  return (note) => words?.highlights.onOtherDevice(note) ?? note;
}

/** Runs work in one tab of the edition at a time. */
export function withSyncLock<T>(work: () => Promise<T>): Promise<T> {
  // Without a secure connection there are no locks. Two exchanges at once are redundant, but do no harm.
  return "locks" in navigator ? navigator.locks.request(`${cachePrefix(address().base)}sync`, work) : work();
}

/** Removes the account's key from this device, once no exchange needs it. */
export const forgetKey = (): Promise<void> => withSyncLock(async () => (await library().database())?.delete("account", "key"));

const sendToServer: Send = async (request) => {
  const answer = v.safeParse(SyncResponseSchema, await postApi("library", request));
  if (!answer.success) throw new ApiError("server-error", answer.issues);
  return answer.output;
};

const shareKey = async (key: LibraryKey) =>
  postApi("library/key/earlier", { key: key.id, earlier: await wrapTaken(key) } satisfies KeptEarlier);

const nonZero = ({ unopened, newer }: Unread) => ({ ...(unopened > 0 && { unopened }), ...(newer > 0 && { newer }) });

/** Notes the state, unless the reader has switched sync off meanwhile. */
function noteStill(state: Parameters<typeof noteSync>[0]): void {
  if (syncState()) noteSync(state);
}

function troubleOf(error: unknown): string {
  if (error instanceof ApiError) return error.code;
  if (error instanceof DeviceError) return "device";
  throw error;
}
