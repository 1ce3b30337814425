import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { journey } from "../support/journey.ts";
import { PAGE_KINDS } from "../support/pageKinds.ts";
import { phoneLoad } from "../support/phoneLoad.ts";

/** The bounds of Core Web Vitals, https://web.dev/articles/vitals: three of four visits are to be better. */
const MOST = { paint: 2500, shift: 0.1 };

journey("on a phone on a slow line the largest paint and the shift are within what is called good", async ({ browser, site, task }) => {
  const stories = readdirSync(join(inject("sampleSite"), "data", "article"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => `/article/${name.replace(/\.json$/u, "")}`);
  const paths = [...new Set([...PAGE_KINDS.map(({ path }) => path), ...stories])];
  const loads = [];
  for (const path of paths) loads.push(await phoneLoad(browser, new URL(path, site.address).href));
  const quarter = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.75)] ?? 0;
  const [paint, shift] = [quarter(loads.map((load) => load.paint)), quarter(loads.map((load) => load.shift))];
  task.meta.figure = `${loads.length} pages: largest paint ${paint} ms, shift ${shift}`;
  expect(paint).toBeLessThanOrEqual(MOST.paint);
  expect(shift).toBeLessThanOrEqual(MOST.shift);
});
