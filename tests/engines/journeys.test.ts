import { mkdir, writeFile } from "node:fs/promises";
import { describe, expect } from "vitest";
import { click } from "../support/engines/click.ts";
import type { Driver } from "../support/engines/driver.ts";
import { ENGINES } from "../support/engines/engines.ts";
import { alive, journeyIn } from "../support/engines/journeyIn.ts";
import { PAGE_KINDS } from "../support/pageKinds.ts";

const STORY = { path: "/article/operation-rescue", heading: "Europol counts 670 suspects and 230 children brought to safety" };
const TOPIC = { path: "/topic/europol", heading: "Europol news" };
const RICH_STORY = "/article/voyager-1-makes-sense-again";

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))("in %s", (_, engine) => {
  const journey = journeyIn(engine);

  journey("a deep link opens its story, drawn in the paper's own faces, and the app takes over", async ({ visit }) => {
    const tab = await visit(STORY.path);
    expect(await heading(tab)).toBe(STORY.heading);
    const loaded = () => [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll('"', ""));
    await expect.poll(() => tab.evaluate(loaded)).toEqual(expect.arrayContaining(["Newsreader Text", "Newsreader Display", "Public Sans"]));
    expect(await tab.evaluate(sideways)).toBe(0);
  });

  journey(
    "a chip leads to its topic and on to a story without a load, and Back to the place and the link that was left",
    async ({ visit }) => {
      const tab = await visit(STORY.path);
      const born = await tab.evaluate(() => performance.timeOrigin);
      const onStory = await click(tab, ".chip", "Europol");
      await arrived(tab, TOPIC);
      expect(await tab.evaluate(() => [document.activeElement?.tagName, scrollY])).toEqual(["H1", 0]);
      const onTopic = await click(tab, "main h3 a", STORY.heading);
      await arrived(tab, STORY);

      await tab.back();
      await arrived(tab, TOPIC);
      await backAt(tab, onTopic, STORY.path);
      await tab.back();
      await arrived(tab, STORY);
      await backAt(tab, onStory, TOPIC.path);
      await tab.forward();
      await arrived(tab, TOPIC);
      expect(await tab.evaluate(() => performance.timeOrigin)).toBe(born);
    },
  );

  journey("Back finds its place also after a reload in the middle", async ({ visit }) => {
    const tab = await visit(STORY.path, { leavesEarly: true });
    const onStory = await click(tab, ".chip", "Europol");
    await arrived(tab, TOPIC);
    await tab.reload();
    await alive(tab);
    await tab.back();
    await arrived(tab, STORY);
    await backAt(tab, onStory, TOPIC.path);
  });

  journey("reading settings show at once and survive a reload", async ({ visit }) => {
    const tab = await visit(STORY.path, { leavesEarly: true });
    const usual = Number(await tab.evaluate(textSize));
    await click(tab, ".actions button", "Text");
    await click(tab, "dialog.settings label", "Sepia");
    await click(tab, "dialog.settings [data-value=xl]");
    await expect.poll(() => tab.evaluate(paper)).toBe("rgb(246, 236, 216)");
    expect(await tab.evaluate(textSize)).toBeGreaterThan(usual * 1.25);
    await tab.press("Escape");
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe("Text");
    await tab.reload();
    expect(await tab.evaluate(paper)).toBe("rgb(246, 236, 216)");
    expect(await tab.evaluate(textSize)).toBeGreaterThan(usual * 1.25);
  });

  journey("sharing copies the link where the device has no sheet for it", async ({ visit, site }) => {
    const tab = await visit(STORY.path);
    await tab.evaluate(() => void Object.defineProperty(navigator, "canShare", { value: undefined }));
    await click(tab, ".actions button", "Share");
    await expect.poll(() => tab.evaluate(() => document.querySelector(".actions")?.textContent)).toContain("Copied");
    await tab.press("Escape");
    await click(tab, ".masthead .tool", "Search");
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
    await tab.press("Control", "v");
    const pasted = () => (document.activeElement instanceof HTMLInputElement ? document.activeElement.value : "");
    await expect.poll(() => tab.evaluate(pasted)).toBe(site.address + STORY.path.slice(1));
  });

  journey("sharing shows the link where the browser will not copy it either", async ({ visit, site }) => {
    const tab = await visit(STORY.path);
    await tab.evaluate(() => {
      Object.defineProperty(navigator, "canShare", { value: undefined });
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    });
    await click(tab, ".actions button", "Share");
    await expect.poll(() => tab.evaluate(() => getSelection()?.toString())).toBe(site.address + STORY.path.slice(1));
  });

  journey("what opens over a page closes with Escape and gives the focus back", async ({ visit }) => {
    const tab = await visit(RICH_STORY);
    for (const [opener, opened] of [
      [".masthead .tool[role=button]", "dialog.menu"],
      [".hero a", "dialog.lightbox"],
      ["#noteref-1", ".note-card"],
      [".prose .name", ".name-card"],
    ] as const) {
      await click(tab, opener);
      await expect.poll(() => tab.evaluate(isShown, opened), { message: opened }).toBe(true);
      await tab.press("Escape");
      await expect.poll(() => tab.evaluate(isShown, opened), { message: opened }).toBe(false);
      await expect.poll(() => tab.evaluate((selector) => document.activeElement?.matches(selector), opener)).toBe(true);
    }
  });

  journey.for([
    [390, 844],
    [1280, 1000],
  ] as const)(
    "front page, story and topic fit a window of %i × %i pixels, and are drawn into build/engines to be looked at",
    async ([width, height], { visit, site }) => {
      const tab = await visit("/", { width, height, leavesEarly: true });
      await mkdir("build/engines", { recursive: true });
      for (const [name, path] of Object.entries({ front: "/", story: RICH_STORY, topic: TOPIC.path })) {
        await tab.open(site.address + path.slice(1));
        await alive(tab);
        await expect.poll(() => tab.evaluate(isDrawn), { message: name }).toBe(true);
        expect(await tab.evaluate(sideways), name).toBe(0);
        await writeFile(`build/engines/${name}-${width}-${engine.name}.png`, await tab.picture());
      }
    },
  );

  journey("without JavaScript every kind of page can be read, offers nothing dead, and its links lead on", async ({ visit, site }) => {
    const tab = await visit("/", { scripts: false });
    for (const { kind, path, text } of PAGE_KINDS) {
      await tab.open(site.address + path.slice(1));
      expect(await tab.evaluate(() => document.querySelector("main")?.innerText), kind).toContain(text);
      expect(await tab.evaluate(sideways), kind).toBe(0);
      expect(await tab.evaluate(deadControls), kind).toEqual([]);
    }
    await tab.open(site.address + STORY.path.slice(1));
    await click(tab, ".chip", "Europol");
    await arrived(tab, TOPIC);
    await tab.back();
    await arrived(tab, STORY);
  });
});

/** The address changes a moment before the page does. */
async function arrived(tab: Driver, { path, heading: wanted }: typeof STORY): Promise<void> {
  await expect.poll(() => heading(tab)).toContain(wanted);
  expect(await tab.evaluate(() => location.pathname)).toBe(path);
}

async function backAt(tab: Driver, scrolled: number, href: string): Promise<void> {
  expect(scrolled, "the link has to be far enough down for the test to tell").toBeGreaterThan(100);
  const place = () => tab.evaluate(() => [Math.round(scrollY), document.activeElement?.getAttribute("href")]);
  await expect.poll(place).toEqual([Math.round(scrolled), href]);
}

function heading(tab: Driver): Promise<unknown> {
  return tab.evaluate(() => document.querySelector("h1")?.innerText);
}

function sideways() {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

/** Its fonts and the pictures of its first screen are there. */
function isDrawn() {
  const inView = [...document.images].filter((image) => image.checkVisibility() && image.getBoundingClientRect().top < innerHeight);
  return document.fonts.status === "loaded" && inView.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
}

function paper() {
  return getComputedStyle(document.documentElement).backgroundColor;
}

function textSize() {
  const text = document.querySelector(".prose p");
  return text ? Number.parseFloat(getComputedStyle(text).fontSize) : Number.NaN;
}

function isShown(selector: string) {
  return document.querySelector(selector)?.checkVisibility() ?? false;
}

/** What can be operated without a script is a link, a form that leads somewhere, or what a browser folds by itself. */
function deadControls() {
  const controls = document.querySelectorAll("button, input, select, textarea, dialog, [role=button], [role=tab], a:not([href])");
  return [...controls].filter((one) => one.checkVisibility() && !one.closest("form[action]")).map((one) => one.outerHTML);
}
