import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { type Accounts, openAccounts } from "./accounts.ts";
import { alertSite } from "./alertSite.ts";
import { ownDatabase } from "./ownDatabase.ts";
import { openPushService } from "./pushService.ts";
import { hashPasswordsQuickly } from "./quickPasswords.ts";

/** A Tuesday in Vienna, at one in the afternoon. */
export const NOON = Date.parse("2026-03-10T12:00:00Z");

/**
 * A server of alerts for the tests of a block, with a site, a push service and a database of its own. Each test begins at noon, with a site
 * without stories.
 * @param env the database, as `databases` has it
 * @param more of the server's environment
 */
export function alertServer(env: Record<string, string>, more: Record<string, string> = {}) {
  let parts: Awaited<ReturnType<typeof openParts>>;
  let accounts: Accounts;
  let opened: ReturnType<typeof openDatabase> | undefined;
  hashPasswordsQuickly();
  /** Opens one more instance, on the same database. */
  const open = (also: Record<string, string> = {}): Promise<Accounts> =>
    openAccounts({ ...parts.database.env, PUSH_SERVICES: parts.service.origin, ...more, ...also }, "en", parts.site.folder);
  const openAgain = () => openDatabase({ databaseUrl: parts.database.env["DATABASE_URL"], folder: accounts.folder });
  beforeAll(async () => {
    // The server also deletes expired rows at start, in the background, by this time.
    vi.useFakeTimers({ toFake: ["Date"], now: NOON });
    parts = await openParts(env);
    accounts = await open();
  });
  afterAll(async () => {
    await opened?.close();
    await accounts.close();
    await Promise.all([parts.service.close(), parts.database.drop()]);
    parts.site.remove();
  });
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: NOON });
    parts.site.build({ stories: [] });
  });
  afterEach(() => vi.useRealTimers());
  return {
    get site() {
      return parts.site;
    },
    get service() {
      return parts.service;
    },
    get database() {
      return parts.database;
    },
    get accounts() {
      return accounts;
    },
    /** The tables, through a connection of the test's own. */
    get db() {
      return (opened ??= openAgain()).db;
    },
    open,
    openAgain,
  };
}

async function openParts(env: Record<string, string>) {
  return { site: alertSite(), service: await openPushService(), database: await ownDatabase(env) };
}
