import { Hono } from "hono";
import { requireOperator, requireSet } from "../operatorToken.ts";
import { Problem } from "../problemResponse.ts";
import { bodyOf } from "../request.ts";
import type { Server } from "../server.ts";
import { countedFaults, countFault } from "./faultStore.ts";
import { FaultReportSchema, readFaults } from "./readFaults.ts";

/** Browsers send reports in a form of their own, and not always with an origin. */
export const FAULTS_PATH = "/faults";

/** What goes wrong in readers' browsers: counted for everybody, shown to the operator. There is neither without the operator's token. */
export function faultRoutes(server: Server): Hono {
  const { database, limit, settings } = server;
  const { origin } = new URL(settings.address);
  return new Hono()
    .post(FAULTS_PATH, async (c) => {
      requireSet(settings.metricsToken);
      if ((c.req.header("origin") ?? origin) !== origin)
        throw new Problem(403, "foreign", "Only pages of this site may send this request.");
      await limit(c, "faults");
      for (const fault of readFaults(await bodyOf(c.req, FaultReportSchema))) await countFault(database.db, fault, Date.now());
      return c.body(null, 204);
    })
    .get(FAULTS_PATH, async (c) => {
      requireOperator(c, settings.metricsToken);
      const rows = (await countedFaults(database.db)).map(({ day, count, kind, message, place }) =>
        [day, count, kind, message, place].join("\t"),
      );
      return c.text(["day\tcount\tkind\tmessage\tplace", ...rows, ""].join("\n"));
    });
}
