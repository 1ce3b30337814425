import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, expect, test, vi } from "vitest";
import { openDatabase } from "../../../src/server/database/openDatabase.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

/** A sequence that looks random and is always the same (Lehmer, 1951). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647);
}

afterEach(() => void vi.restoreAllMocks());

test("what was deleted from the embedded database is in none of its files", async () => {
  const folder = temporaryFolder();
  const { db, purge, close } = openDatabase({ folder });
  const inFiles = (texts: string[]) => {
    const bytes = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), "latin1"))
      .join("");
    return texts.filter((text) => bytes.includes(text));
  };
  await sql`create table reader (email text primary key, device text)`.execute(db);
  const next = numbers(7);
  const [here, gone]: [string[], string[]] = [[], []];
  // Rows come and go, so that SQLite moves them between pages.
  await sql`begin`.execute(db);
  for (let count = 0; count < 3000; count++) {
    if (next() % 2 === 0 || here.length < 10) {
      const email = `reader-${next().toString(36)}@example.org`;
      here.push(email);
      await sql`insert into reader values (${email}, ${"device ".repeat(1 + (next() % 20))})`.execute(db);
    } else {
      const [email = ""] = here.splice(next() % here.length, 1);
      gone.push(email);
      await sql`delete from reader where email = ${email}`.execute(db);
    }
  }
  await sql`commit`.execute(db);
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  // Copies in free space, which secure_delete does not overwrite. Where there are none any more, no VACUUM is needed either.
  expect(inFiles(gone)).not.toEqual([]);
  await purge(gone);
  expect(inFiles(gone)).toEqual([]);
  expect(inFiles(here)).toEqual(here);
  await close();
});

test("readers who delete their accounts cannot keep the embedded database busy: it is rebuilt half an hour after the last time, also past a restart", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "accounts.db");
  const [now, minute] = [Date.now(), 60_000];
  const wait = (minutes: number) => vi.spyOn(Date, "now").mockReturnValue(now + minutes * minute);
  const first = openDatabase({ folder });
  await sql`create table reader (email text)`.execute(first.db);
  await sql`insert into reader values ('joanna@example.org')`.execute(first.db);
  // VACUUM makes the file smaller.
  const fill = async ({ db }: typeof first) => {
    await sql`create table filling (bytes blob)`.execute(db);
    await sql`insert into filling values (zeroblob(1000000))`.execute(db);
    await sql`drop table filling`.execute(db);
  };
  await fill(first);
  await first.purge(["anna@example.org"]);
  expect(statSync(file).size).toBeLessThan(100_000);
  await fill(first);
  wait(29);
  await first.purge(["anna@example.org"]);
  expect(statSync(file).size).toBeGreaterThan(1_000_000);
  wait(31);
  await first.purge([]);
  expect(statSync(file).size).toBeLessThan(100_000);
  await fill(first);
  await first.purge(["anna@example.org"]);
  await first.close();
  const second = openDatabase({ folder });
  await second.purge([]);
  expect(statSync(file).size).toBeLessThan(100_000);
  await second.close();
});
