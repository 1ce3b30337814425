import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, inject, test } from "vitest";
import { checkFeeds } from "../../scripts/corpora/feeds/checkFeeds.ts";
import { checkPages } from "../../scripts/corpora/pages/checkPages.ts";
import { checkHostile } from "../../scripts/corpora/hostile/checkHostile.ts";
import { broadsheet } from "../support/installation.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

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

test.runIf(existsSync(join(CORPORA, "pages")))("saved pages have the texts that people marked in them", async ({ task }) => {
  const { faults, pages, published, f1, ofAll } = await checkPages(CORPORA);
  task.meta.figure = `F1 ${f1.toFixed(3)} of ${published} of ${pages} pages, ${ofAll.toFixed(3)} of all; the others are skipped by name`;
  expect(faults).toEqual([]);
});

const POSTS = join(CORPORA, "markdown/18f/content/posts");

test.runIf(existsSync(POSTS))("an archive of 509 stories is built, with a page for each of them", async () => {
  const site = join(temporaryFolder(), "site");
  await broadsheet(inject("installation"), "build", "--content", POSTS, "--out", site, "--no-compress");
  const pagesOf = (folder: string) => readdirSync(join(site, folder)).filter((name) => name.endsWith(".html"));
  expect(pagesOf("article")).toHaveLength(509);
});
