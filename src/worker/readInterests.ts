import { object, safeParse, string } from "valibot";
import type { Interests } from "#content/alerts/deviceAlerts.ts";
import { settings } from "./scope.ts";

const RowSchema = object({ id: string(), value: object({ name: string() }) });

/** What is followed and muted on this device, from the library's own database (reader/data/library/libraryDatabase.ts). Nothing is changed there. */
export async function readInterests(): Promise<Interests> {
  const database = await opened(`broadsheet-library:${settings.base}`);
  const rows = async (kind: string) => {
    const all = await done(
      database
        .transaction("records")
        .objectStore("records")
        .getAll(IDBKeyRange.bound([kind], [kind, []])),
    );
    return all.flatMap((row: unknown) => {
      const known = safeParse(RowSchema, row);
      // What was taken away has left a row without a value.
      return known.success ? [[known.output.id, known.output.value.name] as const] : [];
    });
  };
  try {
    return { followed: new Map(await rows("followed")), muted: new Set((await rows("muted")).map(([id]) => id)) };
  } finally {
    // An open connection would be in the way of the next version's migration.
    database.close();
  }
}

/** @throws where there is no library: opening it here would make an empty one */
function opened(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.addEventListener("upgradeneeded", () => request.transaction?.abort());
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The database does not answer.")));
  });
}
