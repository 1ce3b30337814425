import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { checkFeeds } from "../../scripts/corpora/feeds/checkFeeds.ts";
import { checkHostile } from "../../scripts/corpora/hostile/checkHostile.ts";

/** Public lists and archives that are not part of the repository. Where they are not beside it, `npm run checks` says that these did not run. */
const CORPORA = resolve("../shared/corpora");

test.runIf(existsSync(CORPORA))("no payload of the public lists runs in any field of an article", async ({ task }) => {
  const { faults, payloads, raw, ran } = await checkHostile(CORPORA);
  task.meta.figure = `${ran} of ${payloads} ran; ${raw} run where nothing cleans them`;
  expect(faults).toEqual([]);
});

test.runIf(existsSync(CORPORA))("feeds have the title, link and date that other parsers expect", async ({ task }) => {
  const { faults, shares } = await checkFeeds(CORPORA);
  task.meta.figure = shares.join(", ");
  expect(faults).toEqual([]);
});
