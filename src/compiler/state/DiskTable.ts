import type Libsql from "libsql";

/**
 * A table of texts by their keys that lies on the disk, for what grows with an
 * archive: memory holds a few of its pages, however long it gets.
 */
export class DiskTable {
  readonly #get: Libsql.Statement;
  readonly #set: Libsql.Statement;
  readonly #all: Libsql.Statement;

  /** @param name a word that is no word of SQL's */
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

  /** In the order of the keys, one at a time. Nothing may be set meanwhile. */
  *entries(): Generator<[key: string, value: string]> {
    for (const row of this.#all.iterate()) {
      const [key = "", value = ""] = textsOf(row);
      yield [key, value];
    }
  }
}

const textsOf = (row: unknown): string[] => (Array.isArray(row) ? row.filter((value) => typeof value === "string") : []);
