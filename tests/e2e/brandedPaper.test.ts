/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { barriers } from "../support/accessibility/barriers.ts";
import { broadsheet } from "../support/installation.ts";
import { alive, journey, WIDTHS } from "../support/journey.ts";
import { openSite } from "../support/site.ts";

/** A paper of another name, from right to left, with its own looks and slots, of which nothing stands in src. */
const branded = journey
  .extend("folder", { scope: "file" }, async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
    onCleanup(() => rmSync(folder, { recursive: true, force: true }));
    const out = join(folder, "site");
    await broadsheet(
      inject("installation"),
      "build",
      "--content",
      "tests/fixtures/papers/meridian",
      "--out",
      out,
      "--strict",
      "--no-compress",
    );
    return out;
  })
  .extend("paper", { scope: "file" }, async ({ folder }, { onCleanup }) => {
    const site = await openSite(folder);
    onCleanup(() => site.close());
    return site;
  });

const styleOf = (page: Page, selector: string, name: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);

const STORY = "/article/harbour";

describe.each(WIDTHS)("a paper with looks of its own, %i px wide", (width) => {
  branded("has its colours, faces and logo on every page kind, by day and by night", async ({ visit, paper }) => {
    const { page, forgive } = await visit("/", { width, site: paper });
    forgive(/status of 404/u);
    for (const path of ["/", STORY, "/section/sea", "/search", "/offline", "/nothing-here"]) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(new URL(path, paper.address).href);
      await alive(page);
      expect(await styleOf(page, "html", "background-color"), path).toBe("rgb(244, 248, 246)");
      expect(await styleOf(page, ".masthead .nameplate", "background-image"), path).toMatch(/logo-[\w-]{8}\.svg/u);
      for (const place of [".masthead", ".foot"]) {
        const box = await page.locator(`${place} .nameplate`).boundingBox();
        expect((box?.width ?? 0) / (box?.height ?? 1), `${place} of ${path}`).toBeCloseTo(300 / 80, 0);
        expect(box?.height, `${place} of ${path}`).toBeGreaterThan(20);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await styleOf(page, "html", "background-color"), path).toBe("rgb(11, 23, 22)");
      expect(await styleOf(page, ".masthead .nameplate", "background-image"), path).toMatch(/logo-dark-/u);
    }
  });
});

describe("a paper with looks of its own", () => {
  branded("is set in its own faces once they are here", async ({ visit, paper }) => {
    const { page } = await visit(STORY, { site: paper });
    await expect
      .poll(() => page.evaluate(() => [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family)))
      .toEqual(expect.arrayContaining([expect.stringContaining("Own Display"), expect.stringContaining("Own Text")]));
    expect(await styleOf(page, "h1", "font-family")).toMatch(/^"Own Display"/u);
    expect(await styleOf(page, ".prose p", "font-family")).toMatch(/^"Own Text"/u);
    expect(await styleOf(page, ".foot", "border-block-start-width")).toBe("4px");
  });

  branded("keeps its colours where the reader chooses a theme, in the browser's frame too", async ({ visit, paper }) => {
    const { page } = await visit(STORY, { site: paper });
    for (const [theme, rgb, hex] of [
      ["sepia", "rgb(241, 234, 217)", "#f1ead9"],
      ["dark", "rgb(11, 23, 22)", "#0b1716"],
    ] as const) {
      await page.evaluate((name) => localStorage.setItem("broadsheet-settings", JSON.stringify({ theme: name })), theme);
      await page.reload();
      expect(await styleOf(page, "html", "background-color")).toBe(rgb);
      expect(await page.locator('meta[name="theme-color"]').first().getAttribute("content")).toBe(hex);
    }
  });

  branded("has no barriers in any theme, with more contrast or without", async ({ visit, paper }) => {
    const { page } = await visit(STORY, { site: paper });
    for (const theme of ["light", "sepia", "dark"])
      for (const contrast of ["auto", "more"]) {
        await page.evaluate((chosen) => localStorage.setItem("broadsheet-settings", JSON.stringify(chosen)), { theme, contrast });
        await page.reload();
        await page.locator(".foot .slot button").first().waitFor();
        expect(await barriers(page), `${theme}, contrast ${contrast}`).toEqual([]);
      }
  });

  branded("has icons, manifest and the picture of shared links of its own", async ({ visit, paper, folder }) => {
    const manifest: { name: string; theme_color: string } = JSON.parse(readFileSync(join(folder, "manifest.webmanifest"), "utf8"));
    expect(manifest).toMatchObject({ name: "خط الزوال", theme_color: "#f4f8f6" });
    expect(readFileSync(join(folder, "icon.svg"), "utf8")).toContain("#00695c");
    const { page } = await visit("/", { site: paper });
    expect(await page.locator('meta[property="og:image"]').getAttribute("content")).toMatch(
      /^https:\/\/meridian\.example\/assets\/share-/u,
    );
  });

  branded("opens without a connection in its own looks", async ({ visit, paper, folder }) => {
    const settings: { shell: string[]; digests: Record<string, string> } = JSON.parse(
      /^self\.broadsheet=(.*);\n/u.exec(readFileSync(join(folder, "sw.js"), "utf8"))?.[1] ?? "",
    );
    for (const file of settings.shell) expect(readFileSync(join(folder, file)).length, file).toBeGreaterThan(0);
    expect(settings.shell.filter((file) => file.endsWith(".woff2"))).toEqual(
      expect.arrayContaining([expect.stringMatching(/cairo-arabic-/u), expect.stringMatching(/amiri-arabic-/u)]),
    );
    const { page, context, overlook } = await visit(STORY, { site: paper, worker: true });
    overlook(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/u);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.goto(`${paper.address}never-seen`);
    expect(await styleOf(page, "html", "background-color")).toBe("rgb(244, 248, 246)");
  });
});

describe("the slots of a paper", () => {
  branded("are in the page, run their scripts, and move nothing", async ({ visit, paper }) => {
    const { page } = await visit(STORY, { site: paper });
    expect(await page.locator("html").getAttribute("data-counted")).toBe("1");
    await page.locator(".prose > .slot form").waitFor();
    expect(await page.locator("#after-story-note").innerText()).toBe("اكتب إلينا، ونحن نقرأ.");
    const { page: before } = await visit(STORY, { site: paper, javaScriptEnabled: false });
    for (const slot of [".prose > .slot", "main > [data-slot=after-story]"]) {
      const [without, withScripts] = await Promise.all([before, page].map((one) => one.locator(slot).boundingBox()));
      expect(without?.height, slot).toBeGreaterThanOrEqual(48);
      expect(withScripts?.height, slot).toBe(without?.height);
    }
  });

  branded("below and beside a story stand in line with its text, and inside the page's frame", async ({ visit, paper }) => {
    const { page } = await visit(STORY, { site: paper });
    const sidesOf = async (selector: string) => {
      const { x = 0, width = 0 } = (await page.locator(selector).first().boundingBox()) ?? {};
      return { left: Math.round(x), right: Math.round(x + width) };
    };
    for (const width of [800, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const text = await sidesOf(".prose > p");
      expect(await sidesOf("[data-slot=after-story]"), `${width}`).toEqual(text);
      const beside = await sidesOf("[data-slot=sidebar]");
      if (width === 800) expect(beside).toEqual(text);
      // The paper is from right to left.
      else expect(beside).toEqual({ left: (await sidesOf(".foot .page")).left, right: beside.right });
      expect(beside.right - beside.left).toBeGreaterThan(200);
    }
  });

  branded("are on the pages that a reader moves to, with their scripts, and the head's run once", async ({ visit, paper }) => {
    const { page } = await visit("/", { site: paper });
    await page.locator(`main a[href$="${STORY}"]`).first().click();
    await page.locator(".prose > .slot form").waitFor();
    await page.getByText("اكتب إلينا، ونحن نقرأ.").waitFor();
    expect(await page.locator("html").getAttribute("data-counted")).toBe("1");
  });

  branded("that ask are loaded when the reader says yes, which the device keeps and the reader can take back", async ({ visit, paper }) => {
    const { page } = await visit(STORY, { site: paper, others: ["https://map.example"] });
    await page.route("https://map.example/**", (route) => route.fulfill({ contentType: "text/html", body: "<p>map</p>" }));
    const frame = page.locator(".foot iframe");
    const yes = page.getByRole("button", { name: "تحميله هنا وفي الصفحات الأخرى" });
    await yes.waitFor();
    expect(await frame.count()).toBe(0);
    await yes.click();
    await frame.waitFor();
    await page.reload();
    await frame.waitFor();
    await page.getByRole("button", { name: "إيقاف التحميل" }).click();
    await yes.waitFor();
    expect(await frame.count()).toBe(0);
  });

  branded("are neither printed nor read aloud", async ({ visit, paper }) => {
    const { page } = await visit(STORY, { site: paper });
    await page.emulateMedia({ media: "print" });
    expect(await styleOf(page, ".prose > .slot", "display")).toBe("none");
  });
});

describe("the blocks of a paper", () => {
  const TRAM = "/article/tram";
  const ANSWERS = ["كل يوم", "في أيام العطلة", "لن أركبه"] as const;
  const poll = (page: Page) => page.locator('.prose > [data-block="poll"]');
  const scriptsOf = (page: Page) =>
    page.evaluate(() => performance.getEntriesByType("resource").flatMap(({ name }) => /assets\/block.*/u.exec(name) ?? []));

  branded("are read without JavaScript", async ({ visit, paper }) => {
    const { page } = await visit(TRAM, { site: paper, javaScriptEnabled: false });
    expect(await poll(page).locator("p").innerText()).toBe("متى ستركب الترام الجديد؟");
    expect(await poll(page).locator("li").allInnerTexts()).toEqual(ANSWERS);
    expect(await poll(page).locator("button").count()).toBe(0);
  });

  branded.for(WIDTHS)("are hydrated where they stand, and moved nowhere, %i px wide", async (width, { visit, paper }) => {
    const { page: before } = await visit(TRAM, { width, site: paper, javaScriptEnabled: false });
    const { page } = await visit(TRAM, { width, site: paper });
    await poll(page).getByRole("button").first().waitFor();
    expect(await poll(page).locator("li").allInnerTexts()).toEqual(ANSWERS);
    const [without, hydrated] = await Promise.all([before, page].map((one) => poll(one).boundingBox()));
    expect(hydrated?.height).toBeCloseTo(without?.height ?? 0, 0);
    expect(await scriptsOf(page)).toEqual([expect.stringMatching(/block-poll-/u)]);
  });

  branded("take an answer, which the device keeps", async ({ visit, paper }) => {
    const { page } = await visit(TRAM, { site: paper });
    const answer = poll(page).getByRole("button", { name: ANSWERS[1] });
    await answer.click();
    await poll(page).getByRole("button", { name: ANSWERS[1], pressed: true }).waitFor();
    await page.reload();
    await poll(page).getByRole("button", { name: ANSWERS[1], pressed: true }).waitFor();
    expect(await poll(page).getByRole("button", { pressed: true }).count()).toBe(1);
  });

  branded("load nothing on pages that have none, and come with the page that a reader moves to", async ({ visit, paper }) => {
    const { page } = await visit(STORY, { site: paper });
    await page.goto(paper.address);
    await page.locator(`main a[href$="${STORY}"]`).first().waitFor();
    expect(await scriptsOf(page)).toEqual([]);
    await page.locator(`main a[href$="${TRAM}"]`).first().click();
    await poll(page).getByRole("button").first().waitFor();
    expect(await poll(page).locator("li").allInnerTexts()).toEqual(ANSWERS);
  });

  branded("have no barriers", async ({ visit, paper }) => {
    const { page } = await visit(TRAM, { site: paper });
    await poll(page).getByRole("button", { name: ANSWERS[0] }).click();
    expect(await barriers(page)).toEqual([]);
  });

  branded("are found by the search, and stand in feeds of whole stories", async ({ visit, paper, folder }) => {
    const { page } = await visit(`/search?q=${encodeURIComponent("العطلة")}`, { site: paper });
    await page.locator(`main a[href*="${TRAM}"]`).first().waitFor();
    expect(readFileSync(join(folder, "feed.xml"), "utf8")).toContain(ANSWERS[1]);
  });

  branded("stay where the script does not come", async ({ visit, paper }) => {
    const { page, context, forgive } = await visit("/", { site: paper });
    forgive(/Failed to load resource/u);
    await context.route(/block-poll/u, (route) => route.abort());
    const refused = page.waitForEvent("console", (message) => message.text().includes("Failed to load resource"));
    await page.locator(`main a[href$="${TRAM}"]`).first().click();
    await refused;
    await poll(page).locator("li").first().waitFor();
    expect(await poll(page).locator("li").allInnerTexts()).toEqual(ANSWERS);
  });
});
