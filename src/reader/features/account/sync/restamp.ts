import { nextStamp } from "#content/library/stamp.ts";
import { isAhead } from "#content/library/sync.ts";
import { greatest, newDevice } from "../../../data/library/change.ts";
import { recordIn } from "../../../data/library/deviceLibrary.ts";
import type { LibraryDatabase, Row } from "../../../data/library/libraryDatabase.ts";
import { knownIn, NEW } from "./ledger.ts";

/**
 * Gives records stamped by a clock ahead of the server's a new stamp of now, in the
 * order in which they were written; the device's clock continues from there. The new
 * stamps come after all that the server has sent: its versions of the same records
 * lost to the wrong stamps here, and would otherwise win. The store must be reread
 * afterwards.
 * @param now the server's clock, in milliseconds since 1970
 */
export async function restamp(database: LibraryDatabase, now: number): Promise<void> {
  const transaction = database.transaction(["records", "about", "account"], "readwrite");
  const records = transaction.objectStore("records");
  const about = transaction.objectStore("about");
  const account = transaction.objectStore("account");
  const device = (await about.get("device")) ?? newDevice();
  const known = knownIn(await account.get("known"));
  const all = (await records.getAll()).flatMap(recordIn).toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
  const ahead = all.filter((record) => isAhead(record, now));
  let last = greatest([known.fair, ...all.slice(0, all.length - ahead.length).map(({ stamp }) => stamp)]);
  const rows = ahead.map((record): Row => {
    last = nextStamp(last, now, device);
    return { ...record, stamp: last, unsent: NEW };
  });
  await Promise.all([
    ...rows.map((row) => records.put(row)),
    last && about.put(last, "last"),
    account.put({ ...known, fair: last }, "known"),
    transaction.done,
  ]);
}
