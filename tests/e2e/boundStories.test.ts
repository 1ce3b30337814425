import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { assetPath } from "../support/assetPath.ts";
import { epubcheck, hasEpubcheck } from "../support/epubcheck.ts";
import { missing } from "../support/faults.ts";
import { alive, journey, type Visit, WIDTHS } from "../support/journey.ts";

/** With notes and pictures of the same names, and from right to left. */
const FIRST = "voyager-1-makes-sense-again";
const OTHERS = ["webb-first-pictures", "penicillin-ar"];

describe.each(WIDTHS)("saved stories, %i px wide", (width) => {
  journey("are printed together with their pictures, and nothing else is", async ({ visit }) => {
    const page = await libraryOf(visit, width);
    await page.getByRole("button", { name: "Print" }).click();
    const paper = page.locator(".print-edition");
    await expect.poll(() => page.locator("body").getAttribute("data-printed")).toMatch(/^true(?:,true)+$/u);
    expect(await paper.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await paper.getByRole("article").filter({ visible: true }).count()).toBe(3);
    expect(await paper.locator("header li").filter({ visible: true }).count()).toBe(3);
    expect(await page.locator("body > :not(.print-edition)").filter({ visible: true }).count()).toBe(0);
    expect(await paper.evaluate(linksAstray)).toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await paper.waitFor({ state: "detached" });
    expect(await page.getByRole("main").isVisible()).toBe(true);
  });

  journey("stay where they are when what prints them does not come", async ({ visit, site }) => {
    const page = await libraryOf(visit, width, /404/u);
    site.faults.set(assetPath(/^export-.*\.js$/u), missing);
    await page.getByRole("button", { name: "Print" }).click();
    await page.getByText("This part did not load. Check the connection and try again.").waitFor();
    expect(await page.locator(".items").getByRole("heading").count()).toBe(3);
  });

  journey("are bound into an e-book that is whole", async ({ visit }) => {
    const page = await libraryOf(visit, width);
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "As an e-book (EPUB)" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("stories.epub");
    expect(await (await download.createReadStream()).reduce((bytes, chunk: Buffer) => bytes + chunk.length, 0)).toBeGreaterThan(100_000);
    if (hasEpubcheck) expect(epubcheck(await download.path())).toBe("");
  });
});

journey(
  "saved stories are sent to an e-reader where the device takes books, and nothing is said where that is cancelled",
  async ({ visit }) => {
    const page = await libraryOf(visit, 360);
    const send = page.getByRole("button", { name: "Send to my e-reader" });
    expect(await send.count()).toBe(0);
    await page.addInitScript(() => {
      const isBook = ({ files = [] }: ShareData) => files.every(({ type }) => type === "application/epub+zip");
      Object.defineProperty(navigator, "canShare", { value: isBook });
      Object.defineProperty(navigator, "share", {
        value: () => {
          Reflect.set(window, "shares", Number(Reflect.get(window, "shares") ?? 0) + 1);
          return Promise.reject(new DOMException("", "AbortError"));
        },
      });
    });
    await page.reload();
    await alive(page);
    await page.getByText("Export your library").click();
    await send.click();
    await expect.poll(() => page.evaluate(() => Reflect.get(window, "shares") as unknown), { timeout: 30_000 }).toBe(1);
    await expect.poll(() => send.getAttribute("aria-disabled")).not.toBe("true");
    expect(await page.locator("fieldset", { has: send }).getByRole("status").textContent()).toBe("");
  },
);

/** @returns the page of what is saved, with what takes stories along open */
async function libraryOf(visit: Visit, width: number, expected?: RegExp): Promise<Page> {
  const { page, forgive } = await visit(`/article/${FIRST}`, { width });
  if (expected) forgive(expected);
  await save(page);
  await page.addInitScript(notePrinting);
  const home = new URL("/", page.url()).href;
  for (const slug of OTHERS) {
    await page.goto(`${home}article/${slug}`);
    await alive(page);
    await save(page);
  }
  await page.goto(`${home}saved`);
  await alive(page);
  await page.getByText("Export your library").click();
  return page;
}

async function save(page: Page) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
}

/** Instead of asking for a printer, notes which pictures would be on the paper. Runs in the page. */
function notePrinting() {
  window.print = () => {
    const pictures = [...document.querySelectorAll<HTMLImageElement>(".print-edition img")];
    document.body.dataset["printed"] = pictures.map(({ complete, naturalWidth }) => complete && naturalWidth > 0).join();
  };
}

/** The links within the stories, as they are on paper, that do not lead to a place in the same story. Runs in the page. */
function linksAstray(paper: Element): string[] {
  const links = [...paper.querySelectorAll<HTMLAnchorElement>(".story a[href^='#']")].filter((link) => link.checkVisibility());
  if (links.length === 0) return ["There is no link to follow."];
  return links
    .filter(({ hash, parentElement }) => !parentElement?.closest(".story")?.contains(document.getElementById(hash.slice(1))))
    .map((link) => link.outerHTML);
}
