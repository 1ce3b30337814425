import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { Browser, emailsIn, newReader, openAccounts } from "../support/accounts.ts";
import { accountsProcess, freePort } from "../support/accountsProcess.ts";

const address = process.env["TEST_DATABASE_URL"];

describe.runIf(address !== undefined)("two instances on one PostgreSQL, at TEST_DATABASE_URL", () => {
  test("start together on an empty database, share accounts and limits, and one stops without harm", { timeout: 120_000 }, async () => {
    const name = `instances_${randomBytes(6).toString("hex")}`;
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    await client.query(`create database ${name}`);
    const databaseUrl = new URL(address ?? "");
    databaseUrl.pathname = `/${name}`;
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-instances-"));
    const ports = [await freePort(), await freePort()];
    const origin = `http://localhost:${ports[0]}`;
    const env = { DATABASE_URL: databaseUrl.href, BROADSHEET_URL: origin, BROADSHEET_SECRET: "the same thirty-two characters all over" };
    // Each has a folder of its own, as on machines of their own.
    const [one, other] = await Promise.all(ports.map((port, index) => accountsProcess({ folder: join(folder, String(index)), port, env })));
    if (one === undefined || other === undefined) throw new Error("Two were started.");
    try {
      const emailTo = (to: string) => emailsIn(join(folder, "0"), to).at(-1);
      const { browser, email } = await newReader({ browser: () => new Browser(origin), emailTo });
      const atOther = (path: string) => `${other.origin}/api${path}`;
      expect(await (await browser.ask("GET", atOther("/account"))).json()).toMatchObject({ account: { email } });

      const guess = async (index: number) => {
        const path = index % 2 === 0 ? "/sign-in" : atOther("/sign-in");
        return (await browser.ask("POST", path, { email, password: "a guess of many" })).status;
      };
      const statuses: number[] = [];
      for (let index = 0; index < 22; index++) statuses.push(await guess(index));
      expect(statuses.filter((status) => status === 429)).toHaveLength(2);

      const underWay = browser.ask("POST", "/library", { since: 0, records: [] });
      const ending = one.end("SIGTERM");
      expect((await underWay).status).toBe(200);
      expect(await ending).toBe(0);
      expect((await browser.ask("POST", atOther("/library"), { since: 0, records: [] })).status).toBe(200);
    } finally {
      await Promise.all([one, other].map(({ end }) => end("SIGKILL")));
      await client.query(`drop database ${name} with (force)`);
      await client.end();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe.runIf(address !== undefined)("an instance whose PostgreSQL, at TEST_DATABASE_URL, is gone", () => {
  test.each(["ends", "says nothing"])(
    "says that it is not ready where it %s, and goes on when it is back",
    { timeout: 60_000 },
    async (how) => {
      const { port, hostname } = new URL(address ?? "");
      const open = new Set<Socket>();
      let isDown = false;
      const between = createServer((socket) => {
        const database = connect(Number(port), hostname);
        for (const one of [socket, database]) open.add(one.on("error", () => {}));
        if (isDown && how === "ends") return void socket.destroy();
        if (!isDown) socket.pipe(database).pipe(socket);
      });
      const way = new URL(address ?? "");
      const at = await freePort();
      await new Promise<void>((listening) => between.listen(at, "127.0.0.1", listening));
      way.host = `127.0.0.1:${at}`;
      const accounts = await openAccounts({ DATABASE_URL: way.href });
      const ready = async () => (await accounts.browser().ask("GET", "/ready")).status;
      try {
        expect(await ready()).toBe(200);
        isDown = true;
        for (const socket of open)
          if (how === "ends") socket.destroy();
          else socket.unpipe();
        expect(await ready()).toBe(503);
        expect((await accounts.browser().ask("GET", "/health")).status).toBe(200);
        isDown = false;
        for (const socket of open) socket.destroy();
        await expect.poll(ready, { timeout: 20_000 }).toBe(200);
      } finally {
        await accounts.close();
        between.close();
      }
    },
  );
});
