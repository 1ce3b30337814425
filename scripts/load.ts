import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { createAuth } from "#server/accounts/auth.ts";
import { openDatabase } from "#server/database/openDatabase.ts";
import { migrate } from "#server/database/migrate.ts";
import { mailer } from "#server/mail/mailer.ts";
import { serverSettings } from "#server/serverSettings.ts";
import { changeKey } from "#server/library/storedKey.ts";
import { accountsProcess, freePort } from "../tests/support/accountsProcess.ts";
import { KEY, sealed } from "../tests/support/sealed.ts";

/**
 * Simulates signed-in readers who sync: each sends a change and receives others
 * every ten seconds, for half a minute. It starts a server of its own on this
 * machine: npx tsx scripts/load.ts. With DATABASE_URL it uses PostgreSQL.
 */
const [READERS, EVERY, SECONDS] = [1000, 10_000, 30];

const folder = mkdtempSync(join(tmpdir(), "broadsheet-load-"));
const port = await freePort();
const env = { DATABASE_URL: process.env["DATABASE_URL"] ?? "" };
const cookies = await signedIn();
const server = await accountsProcess({ folder, port, env });
const times: number[] = [];
let failed = 0;
await Promise.all(cookies.map((cookie, index) => read(cookie, index)));
await server.end("SIGTERM");
rmSync(folder, { recursive: true, force: true });
times.sort((a, b) => a - b);
const at = (part: number) => `${Math.round(times[Math.floor(times.length * part)] ?? 0)} ms`;
console.log(
  `${READERS} readers, ${times.length} syncs in ${SECONDS} s, ${failed} failed: half within ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`,
);
process.exitCode = failed === 0 ? 0 : 1;

/** Creates accounts and sessions directly in the database: hashing a thousand passwords is another measurement. */
async function signedIn(): Promise<string[]> {
  const settings = serverSettings(env, `http://localhost:${port}/`, folder);
  const database = openDatabase(settings);
  const paperFor = () => Promise.reject(new Error("No email is sent here."));
  const post = mailer(settings, "Load", pino({ level: "silent" }));
  const auth = createAuth({ settings, database, paperFor, post, inBackground: () => {} });
  await migrate(database, auth.options);
  const { internalAdapter } = await auth.$context;
  const made: string[] = [];
  for (let index = 0; index < READERS; index++) {
    const email = `load-${port}-${Date.now()}-${index}@example.org`;
    const { id: userId } = await internalAdapter.createUser({ email, name: "reader", emailVerified: true }, { method: "sign-up" });
    const answer = await auth.api.signInAs({ body: { userId, remember: true }, headers: new Headers(), asResponse: true });
    await changeKey(database.db, userId, { expects: null, id: KEY, phrase: "x", earlier: "x", forget: false }, Date.now());
    made.push(
      answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";")[0])
        .join("; "),
    );
  }
  await database.close();
  return made;
}

async function read(cookie: string, index: number): Promise<void> {
  const start = performance.now();
  let since = 0;
  for (let turn = 0; turn * EVERY < SECONDS * 1000; turn++) {
    // Requests are spread evenly, as those of readers are.
    const due = start + turn * EVERY + (index / READERS) * EVERY;
    await new Promise((done) => setTimeout(done, Math.max(0, due - performance.now())));
    const id = `story-${index}-${turn}`;
    // As long as the record of a saved story.
    const record = sealed(id, Date.now(), "load", "v".repeat(380));
    const asked = performance.now();
    const answer = await fetch(`${server.origin}/api/library`, {
      method: "POST",
      headers: { Origin: server.origin, "Content-Type": "application/json", Cookie: cookie },
      body: JSON.stringify({ key: KEY, since, records: [record] }),
    }).catch(() => undefined);
    const told: unknown = await answer?.json();
    times.push(performance.now() - asked);
    if (answer?.ok !== true) failed += 1;
    if (typeof told === "object" && told !== null && "revision" in told && typeof told.revision === "number") since = told.revision;
  }
}
