import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, inject } from "vitest";
import { alive, journey } from "../support/journey.ts";
import { alerts } from "../support/hostile/browse.ts";
import { poke, showRaw, watchAlerts } from "../support/hostile/alerts.ts";
import { hostileContent } from "../support/hostile/hostileContent.ts";
import { broadsheet } from "../support/installation.ts";
import { openSite } from "../support/site.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const FIXTURE = join(import.meta.dirname, "../fixtures/hostile/payloads.json");
const payloads = v.parse(v.array(v.string()), JSON.parse(readFileSync(FIXTURE, "utf8")));

journey("each of the payloads runs where it is shown as it is", async ({ browser, onTestFinished }) => {
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
});

journey(
  "none of them runs in any field of an article, also where no policy of the page would stop it",
  async ({ browser, onTestFinished }) => {
    const folder = temporaryFolder();
    const paths = hostileContent(join(folder, "content"), payloads);
    await broadsheet(inject("installation"), "build", "--content", join(folder, "content"), "--out", join(folder, "site"));
    const site = await openSite(join(folder, "site"));
    const context = await browser.newContext({ bypassCSP: true, serviceWorkers: "block" });
    onTestFinished(async () => {
      await context.close();
      await site.close();
    });
    const found = await alerts(context, site, ["/", "/topics", ...paths], alive);
    expect(found).toEqual({ alerted: [], couldRun: [], shown: paths.length });
  },
);
