import { object, safeParse, string } from "valibot";
import type { Interests } from "#content/alerts/deviceAlerts.ts";
import { settings } from "./scope.ts";

const RowSchema = object({ id: string(), value: object({ name: string() }) });

/** Reads what is followed and muted on this device from the library's database (reader/data/library/libraryDatabase.ts). */
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
      // A removed record is a row without a value.
      return known.success ? [[known.output.id, known.output.value.name] as const] : [];
    });
  };
  try {
    return { followed: new Map(await rows("followed")), muted: new Set((await rows("muted")).map(([id]) => id)) };
  } finally {
    // An open connection would block the migration of the next version.
    database.close();
  }
}

/** @throws if there is no library: opening it here would create an empty one */
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
