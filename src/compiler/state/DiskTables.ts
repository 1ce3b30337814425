import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Libsql from "libsql";
import { DiskTable } from "./DiskTable.ts";

/** The memory for pages, in kilobytes. */
const CACHE = 8_000;

/** Tables in a private temporary file, which is deleted on close. */
export class DiskTables {
  readonly #folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  readonly #database: Libsql.Database;

  constructor() {
    this.#database = new Libsql(join(this.#folder, "tables.db"));
    // The tables need not survive a crash, so journal and syncing are off.
    for (const pragma of ["journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", `cache_size = -${CACHE}`])
      this.#database.exec(`PRAGMA ${pragma}`);
    this.#database.exec("BEGIN");
  }

  table(name: string): DiskTable {
    return new DiskTable(this.#database, name);
  }

  close(): void {
    this.#database.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
