import type Libsql from "libsql";

/**
 * A table of texts by keys, on disk, for data that grows with an archive: only
 * a fixed number of its pages is in memory, however large it gets.
 */
export class DiskTable {
  readonly #get: Libsql.Statement;
  readonly #set: Libsql.Statement;
  readonly #all: Libsql.Statement;

  /** @param name an identifier that is not an SQL keyword */
  constructor(database: Libsql.Database, name: string) {
    database.exec(`CREATE TABLE ${name} (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`);
    this.#get = database.prepare(`SELECT value FROM ${name} WHERE key = ?`).raw();
    this.#set = database.prepare(`INSERT OR REPLACE INTO ${name} VALUES (?, ?)`);
    this.#all = database.prepare(`SELECT key, value FROM ${name} ORDER BY key`).raw();
  }

  get(key: string): string | undefined {
    return textsOf(this.#get.get(key))[0];
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  set(key: string, value: string): void {
    this.#set.run(key, value);
  }

  /** The entries in order of key, one at a time. Nothing may be set during the iteration. */
  *entries(): Generator<[key: string, value: string]> {
    for (const row of this.#all.iterate()) {
      const [key = "", value = ""] = textsOf(row);
      yield [key, value];
    }
  }
}

const textsOf = (row: unknown): string[] => (Array.isArray(row) ? row.filter((value) => typeof value === "string") : []);
