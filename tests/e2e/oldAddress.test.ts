import { createServer } from "node:http";
import { describe, expect, inject, test } from "vitest";
import { makeArticle } from "../support/makeArticle.ts";
import { journey, WIDTHS } from "../support/journey.ts";
import { portOf } from "../support/portOf.ts";
import { answerFile } from "../support/site.ts";
import { filesIn } from "../support/temporaryFolder.ts";
import { written } from "../support/written.ts";

describe("an old address", () => {
  journey("leads on where the host redirects", async ({ site }) => {
    for (const old of ["article/304791", "article/304791/"]) {
      const { status, headers } = await fetch(site.address + old, { redirect: "manual" });
      expect(status, old).toBe(301);
      expect(headers.get("location"), old).toBe("/article/operation-rescue");
    }
  });

  journey.for(WIDTHS)("leads on from a host that knows files alone, %i px wide", async (width, { visit, onTestFinished }) => {
    const host = createServer((request, response) => void answerFile(inject("sampleSite"), "/", request, response));
    const address = `http://127.0.0.1:${await portOf(host)}/`;
    onTestFinished(() => void host.close());
    const site = { address, asked: [], faults: new Map(), close: async () => {} };
    const { page } = await visit("/article/304791", { width, site });
    await page.waitForURL("**/article/operation-rescue");
    expect(await page.locator("h1").innerText()).toContain("Europol counts 670 suspects");
  });
});

test("an old address is none of the files that a built site needs", async () => {
  const files = [...filesIn(inject("sampleSite")).keys()];
  expect(files).toContain("sw.js");
  // What is an edition's own is known by its being there, such as its pages, its recordings and the feeds of its languages.
  const pages =
    /^(?:article|topic|section|author|place|archive|latest|corrections|topics|places|thread|about|contact|imprint|privacy)(?:\/|\.html)|^(?:pictures|media|ar|de|en)\/|^podcast\.xml$/u;
  // Neither compressed copies nor the pages that lead on from old addresses themselves.
  const others = /\.(?:br|gz)$|^(?:crime|print)\/.*304791/u;
  const oldUrls = files.filter((file) => !pages.test(file) && !others.test(file)).map((file) => `/${file}`);
  const { redirects } = await written([makeArticle({ slug: "a", oldUrls })]);
  expect(redirects).toEqual([]);
});
