import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { fakeSpeech } from "../reader/features/listen/fakeSpeech.ts";
import { FONTS_MOVE, layoutShift } from "../support/layoutShift.ts";
import { alive, journey, someOf, type Visit, WIDTHS } from "../support/journey.ts";

const STORY = "/article/voyager-1-makes-sense-again";
const VOICES = [
  { name: "Cloud", lang: "en-US", localService: false, default: true },
  { name: "Alan", lang: "en-GB" },
  { name: "Moira", lang: "en-IE" },
];

describe.each(WIDTHS)("listening, %i px wide", (width) => {
  journey("loads nothing before it is asked for, and asks no one but the site for its own code", async ({ visit, site }) => {
    const { page } = await open(visit, width);
    await page.waitForLoadState("networkidle");
    const asked = site.asked.length;
    expect(site.asked.filter((path) => /player/iu.test(path))).toEqual([]);
    await tool(page).click();
    await player(page).waitFor();
    // The browser fetches the paper's icon when it likes, also for its media controls.
    expect(site.asked.slice(asked).filter((path) => !/^\/(?:assets\/|pictures\/|data\/|icon\.svg$)/u.test(path))).toEqual([]);
  });

  journey("reads by a voice of the device itself, marks the sentence and keeps it in view", async ({ visit }) => {
    const { page } = await open(visit, width);
    await tool(page).click();
    await expect.poll(() => said(page)).toEqual(["Voyager 1 is making sense again after five months of noise"]);
    expect(await spokenBy(page)).toEqual(["Alan"]);
    for (let sentence = 0; sentence < 12; sentence += 1) {
      await finish(page);
      await expect.poll(() => said(page).then((all) => all.length)).toBe(sentence + 2);
    }
    const last = (await said(page)).at(-1);
    await expect.poll(() => marked(page)).toEqual([last]);
    await expect.poll(() => markInWindow(page)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(400);
  });

  journey("leaves a reader alone who scrolls away, until they are back", async ({ visit }) => {
    const { page } = await open(visit, width);
    await tool(page).click();
    await expect.poll(() => markInWindow(page)).toBe(true);
    await settled(page);
    await page.mouse.wheel(0, 3000);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1500);
    const there = await settled(page);
    const [before] = await marked(page);
    await finish(page);
    await expect.poll(() => marked(page)).not.toEqual([before]);
    expect(await settled(page)).toBe(there);
    await player(page)
      .getByRole("link", { name: /^Voyager 1/u })
      .click();
    await expect.poll(() => markInWindow(page)).toBe(true);
  });

  journey("goes on over other pages, rests, skips and ends by its own buttons, which axe finds nothing wrong with", async ({ visit }) => {
    const { page } = await open(visit, width);
    await tool(page).click();
    await player(page).getByRole("button", { name: "Pause" }).waitFor();
    await page.locator(".nameplate").first().click();
    await page.waitForURL(/\/$/u);
    const { violations } = await new AxeBuilder({ page }).include(".player").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await player(page).getByRole("button", { name: "Large player" }).click();
    const large = page.getByRole("dialog", { name: "Listen" });
    await large.getByRole("button", { name: "Next paragraph" }).click();
    await expect.poll(() => said(page).then((all) => all.at(-1))).toMatch(/^Engineers found/u);
    await large.getByRole("button", { name: "Pause" }).click();
    await large.getByRole("combobox", { name: "Speed" }).selectOption("1.5");
    await large.getByRole("combobox", { name: "Voice" }).selectOption("Moira");
    await large.getByRole("button", { name: "Close" }).click();
    await player(page).getByRole("button", { name: "Play", exact: true }).click();
    await expect.poll(() => spokenBy(page).then((voices) => voices.at(-1))).toBe("Moira");
    await player(page).getByRole("button", { name: "Stop listening" }).click();
    expect(await player(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await page.reload();
    expect(await page.evaluate(() => localStorage.getItem("broadsheet-listen"))).toBe('{"rate":1.5,"voices":{"en":"urn:Moira"}}');
  });

  journey("leaves what is told its place above the player", async ({ visit }) => {
    const { page } = await open(visit, width);
    await tool(page).click();
    await player(page).getByRole("button", { name: "Pause" }).waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const toast = page.locator(".toast");
    await toast.waitFor();
    const foot = async () => {
      const [told, below] = [await toast.boundingBox(), await player(page).boundingBox()];
      return (below?.y ?? 0) - ((told?.y ?? Infinity) + (told?.height ?? 0));
    };
    await expect.poll(foot).toBeGreaterThanOrEqual(0);
  });

  journey("tells the device's media keys what is read, and obeys them", async ({ visit }) => {
    const { page } = await open(visit, width);
    await page.evaluate(() => {
      const set = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
      navigator.mediaSession.setActionHandler = (key, press) => {
        Object.assign(window, { [`press-${key}`]: press });
        set(key, press);
      };
    });
    const press = (key: string) => page.evaluate((name) => Reflect.get(window, `press-${name}`)(), key);
    const state = () => page.evaluate(() => navigator.mediaSession.playbackState);
    await tool(page).click();
    await expect.poll(state).toBe("playing");
    expect(await page.evaluate(() => navigator.mediaSession.metadata?.title)).toBe(
      "Voyager 1 is making sense again after five months of noise",
    );
    await press("pause");
    await expect.poll(state).toBe("paused");
    await press("play");
    await expect.poll(state).toBe("playing");
    await press("nexttrack");
    await expect.poll(() => said(page).then((all) => all.at(-1))).toMatch(/^Engineers found/u);
    await press("stop");
    await expect.poll(state).toBe("none");
    expect(await player(page).count()).toBe(0);
  });

  journey("reads the front page, skips by headline, and goes on where it was after a reload", async ({ visit }) => {
    const { page } = await open(visit, width, "/");
    const offer = page.getByRole("button", { name: /^Listen to the front page \(\d+ min\)$/u });
    await offer.waitFor();
    const shift = await layoutShift(page);
    await offer.click();
    await expect.poll(() => said(page).then((all) => all.at(-1))).toMatch(/^Voyager 1 is making sense/u);
    await player(page).getByRole("button", { name: "Large player" }).click();
    const large = page.getByRole("dialog", { name: "Listen" });
    const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await large.locator(".large-keys button").evaluateAll((keys) => keys.map((key) => key.clientHeight >= 80))).not.toContain(false);
    await large
      .getByRole("button", { name: /^Venice prepares/u })
      .first()
      .click();
    await expect.poll(() => said(page).then((all) => all.at(-1))).toMatch(/^Venice prepares/u);
    await finish(page);
    await expect.poll(() => said(page).then((all) => all.at(-1))).not.toMatch(/^Venice prepares/u);
    await page.reload();
    await alive(page);
    const toast = page.locator(".toast");
    await toast.getByText(/^Continue “Venice prepares .+ \(\d+ min left\)$/u).waitFor();
    await toast.getByRole("button", { name: "Continue" }).click();
    await player(page)
      .getByText(/Story \d+ of \d+/u)
      .waitFor();
    expect(await said(page)).not.toContain("Venice prepares to charge day visitors from Thursday");
    expect(shift).toBeLessThanOrEqual(FONTS_MOVE);
    await player(page).getByRole("button", { name: "Stop listening" }).click();
    await page.getByRole("button", { name: /^Continue “Venice/u }).waitFor();
    await page.evaluate(() => document.fonts.ready);
    const line = page.locator(".listen-front");
    expect(await line.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    expect(await line.getByRole("button").count()).toBe(2);
  });

  journey("works by the keyboard alone", async ({ visit }) => {
    const { page } = await open(visit, width);
    await page.keyboard.press("l");
    await player(page).getByRole("button", { name: "Pause" }).waitFor();
    expect(await tool(page).getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("l");
    await player(page).getByRole("button", { name: "Play", exact: true }).waitFor();
    expect(await tool(page).getAttribute("aria-pressed")).toBe("false");
  });
});

const WINDOWS = [
  { width: 320, height: 256 },
  { width: 360, height: 640, letters: 2 },
  { width: 800, height: 360, letters: 2 },
  { width: 360, height: 780, letters: 2 },
  { width: 1280, height: 800, letters: 2 },
];

describe.each(someOf(WINDOWS, 3))(
  "the player in a window of $width by $height, with letters times $letters",
  ({ width, height, letters = 1 }) => {
    journey.for([["with a voice"], ["without one"]])("covers at most a third, and all of it is there, %s", async ([voice], { visit }) => {
      const { page, context } = await visit("/", { width, viewport: { width, height } });
      await context.addInitScript(fakeSpeech, { voices: voice === "without one" ? [] : VOICES, late: 200 });
      const browser = await context.newCDPSession(page);
      await browser.send("Page.setFontSizes", { fontSizes: { standard: 16 * letters, fixed: 13 * letters } });
      await page.goto(new URL(STORY, page.url()).href);
      await alive(page);
      await page.keyboard.press("l");
      const last = voice === "without one" ? "Try again" : "Pause";
      await player(page).getByRole("button", { name: last }).waitFor();
      await player(page).getByText("Looking for a voice").waitFor({ state: "detached" });
      const { share, cut } = await player(page).evaluate(async (section) => {
        await Promise.all(section.getAnimations().map(({ finished }) => finished));
        const whole = section.getBoundingClientRect();
        const parts = [...section.querySelectorAll("button, select, .meta")].filter((part) => part.checkVisibility());
        return {
          share: whole.height / innerHeight,
          cut: parts.flatMap((part) => {
            const { left, right, top, bottom } = part.getBoundingClientRect();
            const inside = left >= 0 && right <= innerWidth && top >= whole.top && bottom <= Math.min(whole.bottom, innerHeight);
            return inside && part.scrollWidth <= part.clientWidth + 1 ? [] : [part.outerHTML];
          }),
        };
      });
      expect(cut).toEqual([]);
      expect(share).toBeLessThanOrEqual(1 / 3);
    });
  },
);

describe("where a browser cannot speak", () => {
  journey("listening is not offered", async ({ visit }) => {
    const { page } = await visit(STORY, {
      prepare: (context) => context.addInitScript(() => Reflect.deleteProperty(window, "speechSynthesis")),
    });
    expect(await page.getByRole("button", { name: "Share" }).count()).toBe(1);
    expect(await tool(page).count()).toBe(0);
  });
});

/** The story in a browser whose voices are ours, since a test machine has none. */
async function open(visit: Visit, width: number, path = STORY) {
  return visit(path, { width, prepare: (context) => context.addInitScript(fakeSpeech, { voices: VOICES, late: 200 }) });
}

const tool = (page: Page) => page.getByRole("button", { name: "Listen", exact: true });
const player = (page: Page) => page.getByRole("region", { name: "Listen" });
const finish = (page: Page) => page.evaluate(() => Reflect.get(speechSynthesis, "finish")());
const marked = (page: Page) => page.evaluate(() => [...(CSS.highlights.get("spoken") ?? [])].map(String));

/** What could be heard. */
async function heard(page: Page): Promise<{ text: string; voice: string }[]> {
  return page.evaluate(() => Reflect.get(speechSynthesis, "said").filter(({ volume }: { volume: number }) => volume > 0));
}

const said = async (page: Page) => (await heard(page)).map(({ text }) => text);
const spokenBy = async (page: Page) => (await heard(page)).map(({ voice }) => voice);

function markInWindow(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get("spoken") ?? [];
    if (!(range instanceof Range)) return false;
    const { top, bottom } = range.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
}

/** Where the page stands once nothing scrolls any more. A scroll that never began does not end either, so that there is no event to wait for. */
async function settled(page: Page): Promise<number> {
  let before = -1;
  for (let now = 0; now !== before; await page.waitForTimeout(100)) {
    before = now;
    now = await page.evaluate(() => scrollY);
  }
  return before;
}
