import { useEffect, useState } from "react";
import { librarySettings } from "../../../data/library/librarySettings.ts";
import { library } from "../../../data/library/library.ts";
import { toSend } from "./exchange.ts";
import { NO_ROOM, TOO_LARGE, unsentRecords } from "./ledger.ts";
import { subscribeSync } from "./syncState.ts";

/** How many records the server does not have: those waiting to be sent, those too large for it, and those the account has no room for. */
export type Counts = { waiting: number; tooLarge: number; noRoom: number };

/** Undefined until they are counted. */
export function useUnsent(): Counts | undefined {
  const [counts, setCounts] = useState<Counts>();
  useEffect(() => {
    let isWanted = true;
    const count = () => void countUnsent().then((found) => isWanted && setCounts(found));
    count();
    const unsubscribe = [library().subscribe(count), subscribeSync(count)];
    return () => {
      isWanted = false;
      for (const stop of unsubscribe) stop();
    };
  }, []);
  return counts;
}

async function countUnsent(): Promise<Counts> {
  const database = await library().database();
  if (!database) return { waiting: 0, tooLarge: 0, noRoom: 0 };
  const [waiting, tooLarge, noRoom] = await Promise.all([
    toSend(database, librarySettings().history),
    unsentRecords(database, TOO_LARGE),
    unsentRecords(database, NO_ROOM),
  ]);
  return { waiting: waiting.length, tooLarge: tooLarge.length, noRoom: noRoom.length };
}
