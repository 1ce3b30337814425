import type { Page, Route } from "playwright-core";
import { describe, expect } from "vitest";
import { storageKey } from "#reader/features/settings/storageKey.ts";
import { alive, journey, LATER, someOf, WIDTHS } from "../support/journey.ts";
import { layoutShift } from "../support/layoutShift.ts";

const PAGES = [
  "/",
  "/article/voyager-1-makes-sense-again",
  "/article/kigali-amendment",
  "/article/penicillin-ar",
  "/topic/engineering",
  "/topics",
  "/archive",
  "/article/operation-rescue",
  "/no-such-page",
];

const WITH_PICTURE = "/article/voyager-1-makes-sense-again";
const WITHOUT_PICTURE = "/article/operation-rescue";

/** Pages whose HTML is one for everybody: what they show comes once the page is alive. */
const OWN_PAGES = ["/search?q=nasa", "/saved", "/following", "/highlights", "/history", "/catch-up", "/offline"];

/** Heads of lists whose title, count or chips wrap another way in a font that stands in, at the width of a phone. */
const HEADS = ["/topic/biodiversity", "/topic/europol", "/place/new-zealand", "/section/business", "/author/climate-desk"];

/** How long a font is on its way, in milliseconds. */
const LATE = 700;

describe.each(WIDTHS)("the first paint, %i px wide", (width) => {
  journey.for(someOf(PAGES, 5))("of %s is as it stays when all styles are there", { timeout: 60_000 }, async (path, { visit }) => {
    const shots = [];
    for (const allStyles of [false, true]) {
      const { page, context, forgive } = await visit("/icon.svg", { width, waits: false, javaScriptEnabled: false });
      if (path === "/no-such-page") forgive(/404/u);
      if (!allStyles)
        await context.route("**/*.css", async (route) => route.fulfill({ contentType: "text/css", body: await facesOf(route) }));
      await page.goto(new URL(path, page.url()).href);
      await page.evaluate(() => document.fonts.ready);
      shots.push((await page.screenshot({ animations: "disabled" })).toString("base64"));
    }
    const { page } = await visit("/icon.svg", { waits: false });
    expect(await difference(page, shots)).toBe(0);
  });

  journey("is not held up by fonts and late styles, on the first visit and on the next", async ({ visit }) => {
    const { page, context } = await visit("/icon.svg", { width, waits: false });
    // What of the faces and of the sheet that comes late holds when something is painted first.
    await context.addInitScript(() => {
      window.name = "";
      new PerformanceObserver((list, observer) => {
        if (list.getEntriesByName("first-contentful-paint").length === 0) return;
        const sheet = document.querySelector<HTMLLinkElement>("link[as=style]");
        window.name = `${document.querySelector("style")?.media}, ${sheet?.rel}`;
        observer.disconnect();
      }).observe({ type: "paint", buffered: true });
    });
    for (const path of [WITHOUT_PICTURE, WITH_PICTURE]) {
      await page.goto(new URL(path, page.url()).href);
      await expect.poll(() => facesIn(page)).toContain("Newsreader Text");
      await expect.poll(() => page.evaluate(() => window.name)).toBe("not all, preload");
      await expect.poll(() => page.locator(LATER).count()).toBe(0);
    }
  });

  journey("does without fonts on the first page over a slow connection, and has them from the next page on", async ({ visit }) => {
    const { page, context } = await visit("/icon.svg", { width, waits: false, connection: "3g" });
    let fonts = 0;
    context.on("request", (request) => void (fonts += Number(request.resourceType() === "font")));
    const open = async (path: string) => {
      await page.goto(new URL(path, page.url()).href);
      await alive(page);
      await expect.poll(() => page.locator("link[rel=preload][as=style], [data-first]").count()).toBe(0);
    };
    await open(WITHOUT_PICTURE);
    expect(fonts).toBe(0);
    await page.getByRole("contentinfo").getByRole("link").first().click();
    await expect.poll(() => facesIn(page)).toContain("Newsreader Text");
    expect(fonts).toBeGreaterThan(2);

    // What stands in for them is less readable in Arabic, and for a typeface that was chosen.
    await open("/article/penicillin-ar");
    await expect.poll(() => facesIn(page)).toContain("Noto Naskh Arabic");
    await page.evaluate((key) => localStorage.setItem(key, '{"font":"dyslexic"}'), storageKey);
    await open(WITHOUT_PICTURE);
    await expect.poll(() => facesIn(page)).toContain("OpenDyslexic");
  });

  journey("lays out what is below the window once that is painted, at once where a place is to be found", async ({ visit }) => {
    const { page, context } = await visit("/icon.svg", { width, waits: false });
    // Whether what is below was left out when the body began.
    await context.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        window.name = String("first" in document.documentElement.dataset);
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    const whole = () => expect.poll(() => page.locator(LATER).count()).toBe(0);
    const story = new URL(WITHOUT_PICTURE, page.url()).href;
    await page.goto(story);
    expect(await page.evaluate(() => window.name)).toBe("true");
    await whole();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    const y = await page.evaluate(() => Math.round(scrollY));
    await page.reload();
    expect(await page.evaluate(() => window.name)).toBe("false");
    await whole();
    // The fonts come a moment after it: the browser then keeps the text where it is, to a few pixels of the page.
    await expect.poll(() => page.evaluate((before) => Math.abs(scrollY - before), y)).toBeLessThanOrEqual(8);
    for (const part of ["#p-3", "#:~:text=Europol"]) {
      await page.goto("about:blank");
      await page.goto(story + part);
      expect(await page.evaluate(() => window.name)).toBe("false");
    }
  });

  journey("has all its styles when its reader does something, whatever is still to come", async ({ visit }) => {
    const { page, context } = await visit("/icon.svg", { width, waits: false });
    await context.route("**/*.woff2", () => new Promise(() => {}));
    await page.goto(new URL(WITHOUT_PICTURE, page.url()).href);
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator("link[rel=preload][as=style], [data-first]").count()).toBe(0);
    await expect.poll(() => page.locator(".skip").evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  });

  journey("with a picture fetches that first, and then its fonts, which hold when all are there", async ({ visit, site }) => {
    const { page, context } = await visit("/icon.svg", { width, waits: false });
    let letCome = () => {};
    const held = new Promise<void>((resolve) => {
      letCome = resolve;
    });
    await context.route("**/display-core-*.woff2", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(new URL(WITH_PICTURE, page.url()).href, { waitUntil: "commit" });
    await expect.poll(() => site.asked.some((path) => path.includes("/sans-core-"))).toBe(true);
    const [picture, font] = [/^\/pictures\//u, /\.woff2$/u].map((kind) => site.asked.findIndex((path) => kind.test(path)));
    expect(picture).toBeGreaterThan(-1);
    expect(picture).toBeLessThan(font ?? 0);
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    await page.waitForLoadState("load");
    for (const family of ["Newsreader Text", "Public Sans"]) expect(await facesIn(page)).not.toContain(family);
    letCome();
    await expect.poll(() => facesIn(page)).toContain("Newsreader Text");
  });

  journey("waits for the sheet of the typeface that its reader has chosen, and needs no other", async ({ visit }) => {
    const { page, context } = await visit("/icon.svg", { width, waits: false });
    await context.route(/\/assets\/(?!typefaces-)[^/]*\.css$/u, (route) => route.fulfill({ contentType: "text/css", body: "" }));
    await context.addInitScript((key) => localStorage.setItem(key, '{"font":"dyslexic"}'), storageKey);
    await page.goto(new URL(WITHOUT_PICTURE, page.url()).href);
    await expect.poll(() => facesIn(page)).toContain("OpenDyslexic");
    const sheetBeforePaint = await page.evaluate(() => {
      const sheet = performance.getEntriesByType("resource").find(({ name }) => name.includes("/typefaces-"));
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      return sheet && paint && sheet.startTime + sheet.duration <= paint.startTime;
    });
    expect(sheetBeforePaint).toBe(true);
  });

  journey.for([...someOf(PAGES.slice(0, 5), 3), ...someOf(HEADS, 2)])(
    "of %s does not move when its fonts come late",
    async (path, { visit }) => {
      const { page, context } = await visit("/icon.svg", { width, waits: false });
      await context.route("**/*.woff2", (route) => new Promise((resolve) => setTimeout(() => resolve(route.continue()), LATE)));
      await page.goto(new URL(path, page.url()).href);
      await expect.poll(() => facesIn(page)).not.toEqual([]);
      await page.evaluate(() => document.fonts.ready);
      expect(await layoutShift(page)).toBeLessThanOrEqual(0.01);
    },
  );

  journey.for(someOf(PAGES.slice(0, 5), 2))("of %s does not move when its fonts are there", async (path, { visit }) => {
    const { page } = await visit(path, { width });
    const opened = [
      { again: () => page.reload(), most: 0 },
      { again: () => page.goto(page.url()), most: 0.01 },
    ];
    for (const { again, most } of opened) {
      await again();
      await page.evaluate(() => document.fonts.ready);
      await expect.poll(() => page.locator(LATER).count()).toBe(0);
      expect(await layoutShift(page)).toBeLessThanOrEqual(most);
    }
  });

  journey.for(someOf(OWN_PAGES, 4))("of %s does not move when what belongs to its reader comes", async (path, { visit }) => {
    const { page } = await visit(path, { width });
    await page.waitForLoadState("networkidle");
    expect(await layoutShift(page)).toBeLessThanOrEqual(0.02);
  });
});

/** What a style sheet says of fonts, and nothing else: without scripts a page has them from there. */
async function facesOf(route: Route): Promise<string> {
  const sheet = await (await route.fetch()).text();
  return (sheet.match(/@font-face\s*\{[^}]*\}/gu) ?? []).join("");
}

/** The families of which a font has come. */
async function facesIn(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family));
}

/** How many pixels of two pictures (PNG in base64) differ in more than the shade that smooths an edge. */
async function difference(page: Page, pictures: string[]): Promise<number> {
  return page.evaluate(async (both) => {
    const [one = [], other = []] = await Promise.all(
      both.map(async (picture) => {
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        drawing?.drawImage(bitmap, 0, 0);
        return drawing?.getImageData(0, 0, bitmap.width, bitmap.height).data;
      }),
    );
    return [...one].filter((value, place) => Math.abs(value - (other[place] ?? Infinity)) > 24).length;
  }, pictures);
}
