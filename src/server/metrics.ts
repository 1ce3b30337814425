import { timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { routePath } from "hono/route";
import { sql } from "kysely";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "./database/tables.ts";
import { hashed } from "./hashed.ts";
import { Problem } from "./problem.ts";
import { METHODS } from "./request.ts";

/** What is counted for the operator. Nothing in it tells of a reader: no address, no account, no path that is not a route's own. */
export type Metrics = {
  noteRequest: (context: Context, milliseconds: number) => void;
  noteEmail: (result: "sent" | "failed") => void;
  /** `later` is tried again, `gone` has no device any more. */
  notePush: (result: "sent" | "later" | "gone" | "failed") => void;
  noteSync: (records: { received: number; given: number }) => void;
  /**
   * All of it, for whoever shows the token.
   * @throws Problem 404 where none is set, 401 where it is another
   */
  answer: (context: Context) => Promise<Response>;
};

/** Counts in this process alone. @param token undefined keeps it to itself */
export function openMetrics(db: Database, token: string | undefined): Metrics {
  const register = new Registry();
  const registers = [register];
  const requests = new Histogram({
    name: "http_request_duration_seconds",
    help: "Until an answer of the API began.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const emails = new Counter({
    name: "broadsheet_emails_total",
    help: "Emails that the mail server took or that were written into the folder, and those that failed.",
    labelNames: ["result"],
    registers,
  });
  const records = new Counter({
    name: "broadsheet_sync_records_total",
    help: "Records of libraries that devices sent and were given.",
    labelNames: ["direction"],
    registers,
  });
  const pushes = new Counter({
    name: "broadsheet_pushes_total",
    help: "Alerts that a push service took, is to be asked again about, has no device for, and refused.",
    labelNames: ["result"],
    registers,
  });
  if (token !== undefined) {
    collectDefaultMetrics({ register });
    countRows(db, register);
  }
  return {
    noteRequest: (c, milliseconds) => {
      // The last that matched; where only the guard before all routes did, the path is whoever asked's.
      const route = routePath(c, -1);
      const method = METHODS.includes(c.req.method) ? c.req.method : "other";
      requests.observe({ method, route: route.endsWith("*") ? "none" : route, status: c.res.status }, milliseconds / 1000);
    },
    noteEmail: (result) => emails.inc({ result }),
    notePush: (result) => pushes.inc({ result }),
    noteSync: ({ received, given }) => {
      records.inc({ direction: "received" }, received);
      records.inc({ direction: "given" }, given);
    },
    answer: async (c) => {
      if (token === undefined) throw new Problem(404, "not-found", "There is nothing at this address.");
      if (!isSame(c.req.header("authorization") ?? "", `Bearer ${token}`))
        throw new Problem(401, "no-token", "This requires the token that the operator set.", { "WWW-Authenticate": "Bearer" });
      return c.text(await register.metrics(), 200, { "Content-Type": register.contentType });
    },
  };
}

/** Of the database, so the same in every instance. */
function countRows(db: Database, register: Registry): void {
  const counts = [
    ["broadsheet_accounts", "Accounts with a confirmed address.", sql<Row>`select count(*) as count from "user" where "emailVerified"`],
    ["broadsheet_sessions", "Sessions, until their end is noticed.", sql<Row>`select count(*) as count from session`],
    ["broadsheet_alert_devices", "Devices that alerts go to.", sql<Row>`select count(*) as count from alert_device where gone_at is null`],
  ] as const;
  for (const [name, help, query] of counts)
    register.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        async collect() {
          this.set(Number((await query.execute(db)).rows[0]?.count));
        },
      }),
    );
}

type Row = { count: number };

/** In a time that does not tell how far the two are alike. */
const isSame = (given: string, expected: string): boolean => timingSafeEqual(Buffer.from(hashed(given)), Buffer.from(hashed(expected)));
