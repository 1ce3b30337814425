import type { Context } from "hono";
import { routePath } from "hono/route";
import { sql } from "kysely";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "./database/tables.ts";
import { requireOperator } from "./operatorToken.ts";
import { METHODS } from "./request.ts";

/** Metrics for the operator. Nothing in them identifies a reader: no address, no account, no path but those of routes. */
export type Metrics = {
  noteRequest: (context: Context, milliseconds: number) => void;
  noteEmail: (result: "sent" | "failed") => void;
  /** `later` is retried; for `gone`, there is no device any more. */
  notePush: (result: "sent" | "later" | "gone" | "failed") => void;
  noteSync: (records: { received: number; given: number }) => void;
  /**
   * All metrics, for a request with the token.
   * @throws Problem 404 if no token is set, 401 if the request's differs
   */
  answer: (context: Context) => Promise<Response>;
};

/** Counts in this process only. @param token without one, metrics are not served */
export function openMetrics(db: Database, token: string | undefined): Metrics {
  const register = new Registry();
  const registers = [register];
  const requests = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time until a response of the API began.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const emails = new Counter({
    name: "broadsheet_emails_total",
    help: "Emails that the mail server accepted or that were written to files, and those that failed.",
    labelNames: ["result"],
    registers,
  });
  const records = new Counter({
    name: "broadsheet_sync_records_total",
    help: "Library records that devices sent and received.",
    labelNames: ["direction"],
    registers,
  });
  const pushes = new Counter({
    name: "broadsheet_pushes_total",
    help: "Alerts by result: accepted by the push service, to be sent again, without a device, or failed.",
    labelNames: ["result"],
    registers,
  });
  if (token !== undefined) {
    collectDefaultMetrics({ register });
    countRows(db, register);
  }
  return {
    noteRequest: (c, milliseconds) => {
      // The last route that matched. If only the middleware did, its path ends with "*", and the request's may be anything.
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
      requireOperator(c, token);
      return c.text(await register.metrics(), 200, { "Content-Type": register.contentType });
    },
  };
}

/** Counts rows of the database, with the same result in every instance. */
function countRows(db: Database, register: Registry): void {
  const counts = [
    ["broadsheet_accounts", "Accounts with a confirmed address.", sql<Row>`select count(*) as count from "user" where "emailVerified"`],
    ["broadsheet_sessions", "Sessions, including expired ones not yet deleted.", sql<Row>`select count(*) as count from session`],
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
