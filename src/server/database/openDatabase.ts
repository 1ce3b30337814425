import { chmodSync, closeSync, createReadStream, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { type Driver, Kysely, PostgresDialect, sql, SqliteDialect } from "kysely";
import Libsql from "libsql";
import pg from "pg";
import type { ServerSettings } from "../serverSettings.ts";
import type { Tables } from "./tables.ts";

export type OpenDatabase = {
  db: Kysely<Tables>;
  type: "sqlite" | "postgres";
  /**
   * Makes sure that texts which were deleted, such as the address of an account, are in no file of the database any more: by the time
   * it resolves or, if the database was rebuilt for that only recently, with a later call, which may come without texts.
   */
  purge: (texts: string[]) => Promise<void>;
  /** Finishes what is under way, and closes the database. */
  close: () => Promise<void>;
};

/** Opens PostgreSQL if its address is given, else the embedded database in the server's folder. */
export function openDatabase({ databaseUrl, folder }: Pick<ServerSettings, "databaseUrl" | "folder">): OpenDatabase {
  return databaseUrl === undefined ? embedded(folder) : postgres(databaseUrl);
}

function embedded(folder: string): OpenDatabase {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "accounts.db");
  // Created with this mode, so that no other user can ever read it; its journal gets the same mode (sqlite.org/wal.html).
  closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
  const database = new Libsql(file);
  // Acknowledged writes are on the disk (synchronous), reads do not wait for writes (journal), and deleted data is overwritten.
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000", "foreign_keys = ON", "secure_delete = ON"]) {
    database.exec(`PRAGMA ${pragma}`);
  }
  const db = new Kysely<Tables>({ dialect: new EmbeddedDialect({ database }) });
  const close = async () => {
    // Otherwise the journal would keep deleted data.
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    await db.destroy();
  };
  return { db, type: "sqlite", purge: purger(db, file), close };
}

/** Milliseconds between two rebuilds of the database at least. It answers nobody meanwhile, and readers can cause them. */
const REBUILD_INTERVAL = 30 * 60 * 1000;

/**
 * `secure_delete` overwrites a deleted row, and not its copies: the journal has the
 * earlier states of its page until the next checkpoint, and pages between which
 * SQLite has moved rows keep them in their free space, rarely, until a VACUUM.
 */
function purger(db: Kysely<Tables>, file: string): OpenDatabase["purge"] {
  const checkpoint = sql`PRAGMA wal_checkpoint(TRUNCATE)`;
  let last = -Infinity;
  return async (texts) => {
    await checkpoint.execute(db);
    // Also found in an address that ends with it. Noted in the file, so that a restart does not forget it.
    if (texts.length > 0 && (await holds(file, texts))) await sql`PRAGMA user_version = 1`.execute(db);
    const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(db);
    if (rows[0]?.user_version !== 1 || Date.now() - last < REBUILD_INTERVAL) return;
    last = Date.now();
    await sql`VACUUM`.execute(db);
    await sql`PRAGMA user_version = 0`.execute(db);
    await checkpoint.execute(db);
  };
}

async function holds(file: string, texts: string[]): Promise<boolean> {
  const wanted = texts.map((text) => Buffer.from(text));
  const longest = Math.max(...wanted.map(({ length }) => length));
  let rest = Buffer.alloc(0);
  for await (const part of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    const bytes = Buffer.concat([rest, part]);
    if (wanted.some((text) => bytes.includes(text))) return true;
    rest = bytes.subarray(-longest);
  }
  return false;
}

class EmbeddedDialect extends SqliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    const rollback = driver.rollbackTransaction.bind(driver);
    // A full disk ends the transaction by itself (sqlite.org/lang_transaction.html, section 3): a failed rollback must not hide the cause.
    driver.rollbackTransaction = (connection) => rollback(connection).catch(() => {});
    return driver;
  }
}

function postgres(connectionString: string): OpenDatabase {
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 5_000 });
  // An idle connection that fails is replaced at the next query.
  pool.on("error", () => {});
  // A connection in use that fails rejects its query. Unhandled, its error event would end the process as well.
  pool.on("connect", (client) => client.on("error", () => {}));
  // int8 is returned as text by default; revisions and times fit into a number.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  // Its autovacuum reclaims deleted rows.
  return { db, type: "postgres", purge: () => Promise.resolve(), close: () => db.destroy() };
}
