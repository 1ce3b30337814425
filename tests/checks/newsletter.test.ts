import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { compile } from "#compiler/compile.ts";
import { migrateNewsletter } from "../../src/server/database/migrate.ts";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { addSubscribers } from "../../src/server/newsletter/subscriberStore.ts";
import { databases } from "../support/databases.ts";
import { ownDatabase } from "../support/ownDatabase.ts";
import { type SmtpStandIn, smtpStandIn } from "../support/smtpStandIn.ts";

const ADDRESSES = 10_000;

/** How many letters have arrived when the sender is killed. */
const KILLS = [2000, 5000, 8000];

const folder = mkdtempSync(join(tmpdir(), "broadsheet-newsletter-"));
const [content, site] = [join(folder, "content"), join(folder, "site")];
let mail: SmtpStandIn;

beforeAll(async () => {
  for (const each of [join(content, "articles"), site]) mkdirSync(each, { recursive: true });
  writeFileSync(join(content, "edition.json"), JSON.stringify({ name: "The Post", url: "https://post.example/" }));
  writeFileSync(join(content, "newsletter.json"), "{}");
  writeFileSync(join(content, "articles", "tide.md"), `---\nheadline: Tide\ndate: ${new Date().toISOString()}\n---\n\nIt rises.\n`);
  await compile({ content, out: site, encode: false, now: Date.now() + 60_000 });
  writeFileSync(join(site, "index.html"), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.for(databases)(
  "10,000 addresses get a letter each in $name, through three kills of the sender and two senders at once",
  async ({ name, env }, { task }) => {
    const own = await ownDatabase(env);
    const accounts = join(folder, name.replaceAll(" ", "-"));
    const database = openDatabase({ databaseUrl: own.env["DATABASE_URL"], folder: accounts });
    await migrateNewsletter(database);
    await addSubscribers(
      database.db,
      Array.from({ length: ADDRESSES }, (_, at) => ({ email: `reader-${at}@example.org`, edition: "", since: 1 })),
    );
    await database.close();
    mail = await smtpStandIn();
    await mail.start();
    const started = performance.now();
    for (const count of KILLS) {
      const { child } = sender(accounts, own.env);
      await vi.waitUntil(() => mail.emails.length >= count || child.exitCode !== null, { timeout: 600_000, interval: 5 });
      expect(child.exitCode, "the sender is still at it").toBeNull();
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    const last = [sender(accounts, own.env), sender(accounts, own.env)];
    await Promise.all(last.map(({ child }) => once(child, "close")));
    const said = await run(sender(accounts, own.env));
    await mail.stop();
    await own.drop();

    const received = mail.emails.map((email) => /^To: (\S+)/mu.exec(email)?.[1] ?? "");
    const times = new Map<string, number>();
    for (const to of received) times.set(to, (times.get(to) ?? 0) + 1);
    const twice = [...times].filter(([, count]) => count > 1);
    const missing = Array.from({ length: ADDRESSES }, (_, at) => `reader-${at}@example.org`).filter((to) => !times.has(to));
    const uncertain: string[] = said.match(/reader-\d+@example\.org/gu) ?? [];
    const seconds = Math.round((performance.now() - started) / 1000);
    task.meta.figure = `${received.length} letters in ${seconds} s, ${twice.length} twice, ${missing.length} missing, ${uncertain.length} named as uncertain`;
    expect(twice).toEqual([]);
    expect(uncertain.length).toBeLessThanOrEqual(KILLS.length);
    expect(missing.filter((to) => !uncertain.includes(to))).toEqual([]);
    expect(said).toContain(`${ADDRESSES - uncertain.length} letters sent.`);
  },
);

type Sender = { child: ChildProcess; said: () => string };

/** `broadsheet newsletter send` as a process of its own, as fast as it can. */
function sender(accounts: string, env: Record<string, string>): Sender {
  const options = ["--content", content, "--site", site, "--accounts", accounts, "--rate", "1000000"];
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", "newsletter", "send", ...options], {
    env: { ...process.env, SMTP_URL: mail.address, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += String(part)));
  return { child, said: () => said };
}

async function run({ child, said }: Sender): Promise<string> {
  await once(child, "close");
  return said();
}
