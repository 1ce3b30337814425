/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { buildSample } from "../support/buildSample.ts";
import { journey, WIDTHS } from "../support/journey.ts";
import { portOf } from "../support/portOf.ts";
import { answerFile, openSite } from "../support/site.ts";

/** A host of its own that has an edition's data under /paper/, and lets the pages of others read it. */
const elsewhere = journey
  .extend("host", { scope: "file" }, async ({}, { onCleanup }) => {
    const asked: string[] = [];
    let files = "";
    const server = createServer((request, response) => {
      const path = request.url ?? "";
      asked.push(path);
      response.setHeader("Access-Control-Allow-Origin", "*");
      void answerFile(files, "/paper/", request, response);
    });
    onCleanup(() => void server.close());
    return { origin: `http://127.0.0.1:${await portOf(server)}`, asked, show: (folder: string) => (files = folder) };
  })
  .extend("folder", { scope: "file" }, async ({ host }, { onCleanup }) => {
    const folder = await buildSample(onCleanup, "--data", `${host.origin}/paper/`);
    host.show(join(folder, "data"));
    return folder;
  })
  .extend("paper", { scope: "file" }, async ({ folder }, { onCleanup }) => {
    const site = await openSite(folder);
    onCleanup(() => site.close());
    return site;
  });

describe.each(WIDTHS)("an edition whose data lives on another host, %i px wide", (width) => {
  elsewhere("is read from there, and from nowhere else", async ({ visit, paper, host }) => {
    const { page } = await visit("/article/operation-rescue", { width, site: paper, others: [host.origin] });
    await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
    await page.getByRole("link", { name: /LabHost/u }).click();
    await expect.poll(() => page.locator("article.story h1").innerText()).toContain("LabHost");
    await page.goBack();
    await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();

    expect(host.asked).toContain("/paper/edition.json");
    expect(host.asked).toContain("/paper/article/labhost-closed.json");
    expect(paper.asked.filter((path) => path.startsWith("/data/"))).toEqual([]);
  });
});
