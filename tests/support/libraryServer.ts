import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import * as v from "valibot";
import { expect } from "vitest";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { SEALED, type Sealed, SyncRequestSchema } from "#content/library/sync.ts";
import { ApiError } from "#reader/data/ApiError.ts";
import type { Ask } from "#reader/features/account/sync/exchange.ts";
import { type LibraryKey, newKey } from "#reader/features/account/sync/libraryKey.ts";
import { type Send, withEncryption } from "#reader/features/account/sync/withEncryption.ts";
import { createAuth } from "../../src/server/accounts/auth.ts";
import { readWords } from "../../src/compiler/features/words/readWords.ts";
import { migrate } from "../../src/server/database/migrate.ts";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { changeKey } from "../../src/server/library/storedKey.ts";
import { nextRevision, RECORD_OVERHEAD } from "../../src/server/library/accountLibrary.ts";
import { syncLibrary } from "../../src/server/library/syncLibrary.ts";
import { emailMessages } from "../../src/server/mail/emailMessages.ts";
import { mailer } from "../../src/server/mail/mailer.ts";
import { Problem } from "../../src/server/problemResponse.ts";
import { serverSettings } from "../../src/server/serverSettings.ts";

/** The server's side of the sync with a database, without network, sessions and limits. */
export async function openLibraryServer(env: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-library-"));
  const settings = serverSettings(env, "http://localhost/", folder);
  const database = openDatabase(settings);
  const paper = { name: "The Test", address: settings.address, home: settings.address, messages: emailMessages(readWords("en").mail) };
  const auth = createAuth({
    settings,
    database,
    paperFor: () => Promise.resolve(paper),
    post: mailer(settings, "The Test", pino({ level: "silent" })),
    inBackground: () => {},
  });
  await migrate(database, auth.options);
  const told = (error: unknown) => {
    throw error instanceof Problem ? new ApiError(error.code, error) : error;
  };
  /** A new account without a key, as the server sees it. */
  const reader = async (clock: () => number, room = 100_000) => {
    const { internalAdapter } = await auth.$context;
    const email = `library-${crypto.randomUUID()}@example.org`;
    const { id: user } = await internalAdapter.createUser({ email, name: "reader", emailVerified: true }, { method: "sign-up" });
    const send: Send = async (asked) => {
      const request = v.parse(SyncRequestSchema, JSON.parse(JSON.stringify(asked)));
      const limits = { now: clock(), room: { records: room, bytes: settings.libraryBytes } };
      return structuredClone(await syncLibrary(database.db, user, request, limits).catch(told));
    };
    return {
      user,
      send,
      /** Replaces a key with another, as a device that has it does. */
      changeKey: async (before?: LibraryKey, forget = false): Promise<LibraryKey> => {
        const key = newKey(before);
        const made = { expects: before?.id ?? null, id: key.id, phrase: "x", earlier: "x", forget };
        await changeKey(database.db, user, made, clock()).catch(told);
        return key;
      },
      /** Stores records unencrypted, as early versions did. */
      storePlain: async (records: LibraryRecord[]): Promise<void> => {
        const { revision } = await nextRevision(database.db, user, clock());
        const rows = records.map(({ kind, id, stamp, value }) => ({ user_id: user, kind, id, stamp, value: JSON.stringify(value) }));
        await database.db
          .insertInto("library")
          .values(rows.map((row) => ({ ...row, revision, sealed_by: "" })))
          .execute();
        const bytes = rows.reduce((sum, { value }) => sum + Buffer.byteLength(value) + RECORD_OVERHEAD, 0);
        await database.db.updateTable("library_revision").set({ records: rows.length, bytes }).where("user_id", "=", user).execute();
      },
      /** Adds records to the library as somebody who controls the server can: unencrypted, or with any key. */
      forge: async (records: (LibraryRecord | (Sealed & { key: string }))[]): Promise<void> => {
        const { revision } = await nextRevision(database.db, user, clock());
        const rows = records.map((record) => {
          const { id, stamp } = record;
          const rest =
            "key" in record
              ? { kind: SEALED, value: record.value, sealed_by: record.key }
              : { kind: record.kind, value: JSON.stringify(record.value), sealed_by: "" };
          return { user_id: user, revision, id, stamp, ...rest };
        });
        await database.db.insertInto("library").values(rows).execute();
      },
      /** Everything that the database contains of the library. */
      rows: () => database.db.selectFrom("library").selectAll().where("user_id", "=", user).execute(),
      size: () =>
        database.db.selectFrom("library_revision").select(["records", "bytes"]).where("user_id", "=", user).executeTakeFirstOrThrow(),
    };
  };
  return {
    /** The requests of devices that share a new account with a key. @param clock the server's time, in milliseconds since 1970 */
    account: async (clock: () => number, room?: number): Promise<Ask> => {
      const { send, changeKey } = await reader(clock, room);
      return withEncryption(await changeKey(), send, (unread) => expect.fail(`Records could not be read: ${JSON.stringify(unread)}`));
    },
    reader,
    /** Copies the libraries. @returns a function that restores them, as from a backup */
    backup: async (): Promise<() => Promise<void>> => {
      const tables = ["library", "library_revision", "given_revision"] as const;
      const rows = await Promise.all(tables.map((table) => database.db.selectFrom(table).selectAll().execute()));
      return async () => {
        for (const [index, table] of tables.entries()) {
          await database.db.deleteFrom(table).execute();
          const before = rows[index] ?? [];
          if (before.length > 0) await database.db.insertInto(table).values(before).execute();
        }
      };
    },
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
