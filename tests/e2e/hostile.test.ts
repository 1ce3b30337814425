/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "parse5";
import * as v from "valibot";
import { expect, inject } from "vitest";
import { alive, journey } from "../support/journey.ts";
import { alerts } from "../support/hostile/browse.ts";
import { poke, showRaw, watchAlerts } from "../support/hostile/alerts.ts";
import { hostileContent } from "../support/hostile/hostileContent.ts";
import { broadsheet } from "../support/installation.ts";
import { openSite } from "../support/site.ts";
import { elementsOf } from "../support/elementsOf.ts";

const FIXTURE = join(import.meta.dirname, "../fixtures/hostile/payloads.json");
const payloads = v.parse(v.array(v.string()), JSON.parse(readFileSync(FIXTURE, "utf8")));

journey("each of the payloads runs where it is shown as it is", async ({ browser, onTestFinished, task }) => {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const alerted = await watchAlerts(context);
  const page = await context.newPage();
  await showRaw(page, payloads);
  await expect
    .poll(async () => {
      for (const frame of page.frames()) if (frame.parentFrame() === page.mainFrame()) await poke(frame, true).catch(() => {});
      return payloads.filter((_, index) => !alerted.has(String(index)));
    })
    .toEqual([]);
  task.meta.figure = `all ${payloads.length} run where nothing cleans them`;
});

/** A site with the payloads in every field, built once. */
const hostile = journey.extend("paper", { scope: "file" }, async ({}, { onCleanup }) => {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-hostile-"));
  onCleanup(() => rmSync(folder, { recursive: true, force: true }));
  const [content, site] = [join(folder, "content"), join(folder, "site")];
  const paths = hostileContent(content, payloads);
  await broadsheet(inject("installation"), "build", "--content", content, "--out", site, "--no-compress");
  return { site, paths };
});

hostile(
  "none of them runs in any field of an article, also where no policy of the page would stop it",
  async ({ browser, paper, onTestFinished, task }) => {
    const site = await openSite(paper.site);
    const context = await browser.newContext({ bypassCSP: true, serviceWorkers: "block" });
    onTestFinished(async () => {
      await context.close();
      await site.close();
    });
    const found = await alerts(context, site, ["/", "/topics", ...paper.paths], alive);
    task.meta.figure = `${found.alerted.length} of ${payloads.length} ran, on ${found.shown} pages`;
    expect(found).toEqual({ alerted: [], couldRun: [], shown: paper.paths.length });
  },
);

hostile("no page and no data file has an address that runs", ({ paper, task }) => {
  const files = [paper.site, inject("sampleSite")].flatMap((site) =>
    readdirSync(site, { recursive: true, encoding: "utf8" }).map((name) => join(site, name)),
  );
  const pages = files.filter((name) => name.endsWith(".html"));
  const data = files.filter((name) => name.endsWith(".json"));
  const running = [
    ...pages.flatMap((name) =>
      elementsOf(parse(readFileSync(name, "utf8"))).flatMap(({ attrs }) =>
        attrs
          .filter(({ name }) => ADDRESS_ATTRIBUTES.includes(name))
          .map(({ value }) => value)
          .filter(runs),
      ),
    ),
    ...data.flatMap((name) => addressesIn(JSON.parse(readFileSync(name, "utf8"))).filter(runs)),
  ];
  task.meta.figure = `${running.length} in ${pages.length} pages and ${data.length} data files`;
  expect([pages.length > 200, data.length > 200]).toEqual([true, true]);
  expect(running).toEqual([]);
});

const ADDRESSES = ["url", "frame", "src", "href", "file", "external_url", "home_page_url", "image"];
const ADDRESS_ATTRIBUTES = ["href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href"];

const runs = (address: string) => /^[\s\p{Cc}]*(?:javascript|vbscript|data:text\/html)/iu.test(address);

function addressesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "string" ? (ADDRESSES.includes(key) ? [inner] : []) : addressesIn(inner),
  );
}
