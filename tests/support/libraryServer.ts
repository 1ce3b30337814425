import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import * as v from "valibot";
import { SyncRequestSchema } from "#content/library/sync.ts";
import { ApiError } from "#reader/data/ApiError.ts";
import type { Ask } from "#reader/features/account/sync/exchange.ts";
import { createAuth } from "../../src/server/accounts/auth.ts";
import { readWords } from "../../src/compiler/words/readWords.ts";
import { migrate } from "../../src/server/database/migrate.ts";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { syncLibrary } from "../../src/server/library/syncLibrary.ts";
import { letters } from "../../src/server/mail/letters.ts";
import { mailer } from "../../src/server/mail/mailer.ts";
import { Problem } from "../../src/server/problem.ts";
import { serverSettings } from "../../src/server/serverSettings.ts";

/** The server's half of the sync with a database, without the network, sessions and limits around it. */
export async function openLibraryServer(env: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-library-"));
  const settings = serverSettings(env, "http://localhost/", folder);
  const database = openDatabase(settings);
  const paper = { name: "The Test", address: settings.address, letters: letters(readWords("en").mail) };
  const auth = createAuth({
    settings,
    database,
    paper,
    post: mailer(settings, "The Test", pino({ level: "silent" })),
    inBackground: () => {},
  });
  await migrate(database, auth.options);
  return {
    /** A new account, by how its devices ask. @param clock the server's, in milliseconds since 1970 */
    account: async (clock: () => number, room = 100_000): Promise<Ask> => {
      const { internalAdapter } = await auth.$context;
      const email = `library-${crypto.randomUUID()}@example.org`;
      const { id } = await internalAdapter.createUser({ email, name: "reader", emailVerified: true }, { method: "sign-up" });
      return async (asked) => {
        const request = v.parse(SyncRequestSchema, JSON.parse(JSON.stringify(asked)));
        const answer = await syncLibrary(database.db, id, request, {
          now: clock(),
          room: { records: room, bytes: settings.libraryBytes },
        }).catch((error: unknown) => {
          throw error instanceof Problem ? new ApiError(error.code, error) : error;
        });
        return structuredClone(answer);
      };
    },
    /** The libraries as they are now. @returns puts them back, as a backup does */
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
