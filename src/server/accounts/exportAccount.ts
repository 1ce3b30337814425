import type { Context } from "hono";
import { stream } from "hono/streaming";
import { exportedAlerts } from "../alerts/alertStore.ts";
import { isDiskFull } from "../database/diskFull.ts";
import { keyOfAccount } from "../library/storedKey.ts";
import { exportedRecords } from "../library/libraryReads.ts";
import { exportedMembership } from "../members/memberStore.ts";
import { subscriptionOf } from "../newsletter/subscriberStore.ts";
import { passkeysOf } from "../passkeys/passkeyStore.ts";
import type { Server } from "../server.ts";
import { requireSession } from "./session.ts";

/** Streams an account and its library as JSON. The library is encrypted, as the server stores it. */
export async function exportAccount(server: Server, c: Context): Promise<Response> {
  const { auth, database } = server;
  const { user } = await requireSession(auth, c.req.raw);
  await server.limitFor("export", user.id).catch((error: unknown) => {
    // An export changes nothing, so a full disk must not prevent it.
    if (!isDiskFull(error)) throw error;
  });
  server.atOnce(c, `export of ${user.id}`, 2);
  const account = { email: user.email, emailVerified: user.emailVerified, createdAt: user.createdAt };
  const passkeys = await passkeysOf(database.db, user.id);
  const key = await keyOfAccount(database.db, user.id);
  const alerts = await exportedAlerts(database.db, user.id);
  const newsletter = await subscriptionOf(database.db, user.email);
  const membership = await exportedMembership(database.db, user.email);
  const head = JSON.stringify({ account, passkeys, alerts, newsletter, membership, key }).slice(0, -1);
  c.header("Content-Disposition", 'attachment; filename="account.json"');
  c.header("Content-Type", "application/json");
  return stream(
    c,
    async (out) => {
      await out.write(`${head},"library":[`);
      let comma = "";
      for await (const records of exportedRecords(database.db, user.id)) {
        if (out.aborted) return;
        await out.write(comma + records.join(","));
        comma = ",";
      }
      await out.write("]}");
    },
    async (error) => {
      server.log.error(error);
      // A properly ended body would look like the whole account.
      c.env.outgoing.destroy();
    },
  );
}
