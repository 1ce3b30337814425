import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFailed, onTestFinished, vi } from "vitest";
import { dev } from "#cli/dev.ts";
import { newArticle } from "#cli/newArticle.ts";
import { launchChromium } from "../support/chromium.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => Promise.all([browser.close(), shared?.then(({ close }) => close())]));

const PORT = 5390;

const STORY = "articles/voyager-1-makes-sense-again.md";

/** Of the sample edition, as many stories as a front page needs: each change builds them anew. */
const SOME = /[\\/]articles[\\/](?!(?:voyager|heartbleed|operation|penicillin|curiosity|kigali)[^\\/]*$)/u;

type Served = { address: string; content: string; close: () => Promise<void> };

/** Some of the sample edition's content in a folder of its own, served by `broadsheet dev`. @param meanwhile is done before it is served */
async function serve(port: number, meanwhile?: (content: string) => Promise<void>): Promise<Served> {
  const content = mkdtempSync(join(tmpdir(), "broadsheet-"));
  cpSync("content", content, { recursive: true, filter: (file) => !SOME.test(file) });
  const [server] = await Promise.all([dev({ content, port }), meanwhile?.(content)]);
  const close = async () => {
    await server.close();
    rmSync(content, { recursive: true, force: true });
  };
  return { address: server.address, content, close };
}

/** What the tests share, since starting takes longer than a test. Each changes files that the others do not read. */
let shared: Promise<Served> | undefined;

/** A page of what is served. */
async function atWork(path: string, served = (shared ??= serve(PORT))) {
  const { address, content, close } = await served;
  // A second try begins with what it was.
  onTestFailed(async () => {
    if (served !== shared) return;
    shared = undefined;
    await close();
  });
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(address + path.slice(1));
  const change = (file: string, from: RegExp, to: string) =>
    writeFileSync(join(content, file), readFileSync(join(content, file), "utf8").replace(from, to));
  return { page, address, content, change };
}

describe("broadsheet dev", () => {
  it("shows a changed story in the open page at once, where the reader was", async () => {
    const { page, change } = await atWork("/article/voyager-1-makes-sense-again");
    await page.getByRole("heading", { level: 1, name: "Voyager 1 is making sense again after five months of noise" }).waitFor();
    await page.evaluate(() => {
      scrollTo(0, 500);
      document.body.dataset["mark"] = "same page";
    });
    change(STORY, /^standfirst:.*$/mu, "standfirst: It speaks.");
    await page.getByText("It speaks.").waitFor();
    expect(await page.evaluate(() => document.body.dataset["mark"])).toBe("same page");
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
  });

  it("shows the paper’s looks, and each change of them in the open page", async () => {
    const { page, content } = await atWork("/article/voyager-1-makes-sense-again");
    await page.getByRole("heading", { level: 1 }).waitFor();
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await paper()).toBe("rgb(253, 253, 251)");
    mkdirSync(join(content, "theme"));
    writeFileSync(join(content, "theme/theme.json"), JSON.stringify({ colors: { light: { paper: "#fff1e5" } } }));
    await expect.poll(paper, { timeout: 10_000 }).toBe("rgb(255, 241, 229)");
    writeFileSync(join(content, "theme/custom.css"), ".masthead { border-block-end: 7px solid var(--ink); }");
    await expect
      .poll(() => page.locator(".masthead").evaluate((element) => getComputedStyle(element).borderBlockEndWidth), { timeout: 10_000 })
      .toBe("7px");
    mkdirSync(join(content, "slots"));
    writeFileSync(join(content, "slots/after-story.html"), "<p>Write to us.</p>");
    await page.getByText("Write to us.").waitFor();
  });

  it("shows a block of the paper, and each change of its component in the open page", async () => {
    const { page, content, change } = await atWork("/article/voyager-2-heard-again");
    await page.getByRole("heading", { level: 1 }).waitFor();
    cpSync("tests/fixtures/papers/meridian/blocks", join(content, "blocks"), { recursive: true });
    change("articles/voyager-2-heard-again.md", /$/u, "\n:::poll\nquestion: Who listens?\nanswers: [All, Nobody]\n:::\n");
    await page.locator('[data-block="poll"]').getByRole("button", { name: "Nobody" }).waitFor();
    change("blocks/poll/component.tsx", /<p id=\{label\}>/u, "<p id={label}>Asked today: ");
    await page.getByText("Asked today: Who listens?").waitFor();
    // Broken, it leaves what the block says.
    change("blocks/poll/component.tsx", /return \(/u, "return {");
    await page.locator('[data-block="poll"] > p', { hasText: /^Who listens\?$/u }).waitFor();
  });

  it("shows a story that was changed while the edition was built for the first time", async () => {
    const port = PORT + 10;
    const served = await serve(port, async (content) => {
      const story = join(content, STORY);
      await vi.waitUntil(() => existsSync(join(content, ".broadsheet", "dev", String(port), "data", "article")), {
        interval: 1,
        timeout: 10_000,
      });
      writeFileSync(story, readFileSync(story, "utf8").replace(/^standfirst:.*$/mu, "standfirst: It speaks."));
    });
    onTestFinished(served.close);
    const { page } = await atWork("/article/voyager-1-makes-sense-again", Promise.resolve(served));
    await page.getByText("It speaks.").waitFor();
  });

  it("takes away the worker that a built paper has left at its address", async () => {
    const { address } = await atWork("/");
    const script = await (await fetch(`${address}sw.js`)).text();
    expect(script).toContain("unregister");
    expect(script).not.toMatch(/^import /mu);
  });

  it("shows drafts, such as one that has just been begun, marked and not for search engines", async () => {
    const { page, address, content } = await atWork("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await newArticle("Rain in sight", content);
    const story = `${address}data/article/rain-in-sight.json`;
    await expect.poll(async () => (await fetch(story)).status, { timeout: 10_000 }).toBe(200);
    await page.goto(`${address}article/rain-in-sight`);
    await page.getByRole("heading", { level: 1, name: "[Draft] Rain in sight" }).waitFor();
    expect(await page.locator('meta[name="robots"]').getAttribute("content")).toBe("noindex");
  });

  it("goes on after a story that cannot be read", async () => {
    const { page, address, change } = await atWork("/article/curiosity-lands");
    const story = `${address}data/article/curiosity-lands.json`;
    await page.getByRole("heading", { level: 1 }).waitFor();
    change("edition.json", /"name": "Broadsheet"/u, '"name": "The Evening"');
    change("articles/curiosity-lands.md", /^headline:.*$/mu, "headline: [");
    await expect.poll(async () => (await fetch(story)).status, { timeout: 10_000 }).toBe(404);
    change("articles/curiosity-lands.md", /^headline: \[$/mu, "headline: It speaks");
    await page.getByRole("heading", { level: 1, name: "It speaks" }).waitFor();
    await page.waitForFunction(() => document.title.endsWith("The Evening"));
  });

  it("lays what is wrong over the page, with file, line and remedy, until it is right again", async () => {
    const { page, change } = await atWork("/article/voyager-1-makes-sense-again");
    await page.getByRole("heading", { level: 1 }).waitFor();
    change("edition.json", /"timeZone": "UTC"/u, '"timeZone": "Mars/Olympus"');
    const overlay = page.locator("vite-error-overlay");
    await overlay.getByText(/edition\.json:\d+:\d+ \(timeZone\): timeZone must be a time zone/u).waitFor();
    await page.reload();
    await overlay.getByText("Correct it, or remove it to use the default.").waitFor();
    change("edition.json", /Mars\/Olympus/u, "UTC");
    await overlay.waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 1 }).waitFor();
  });

  it("has a page of the paper that was added, and a front page as an editor arranges it", async () => {
    const { page, address, content } = await atWork("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    writeFileSync(join(content, "front.json"), '{ "lead": "heartbleed" }');
    await page.locator("main .lead", { hasText: "OpenSSL" }).waitFor();
    mkdirSync(join(content, "pages", "help"), { recursive: true });
    writeFileSync(join(content, "pages", "help", "us.md"), "---\ntitle: Help us\ndraft: true\n---\nGive.\n");
    await expect.poll(async () => (await fetch(`${address}data/help/us.json`)).status, { timeout: 10_000 }).toBe(200);
    await page.goto(`${address}help/us`);
    await page.getByRole("heading", { level: 1, name: "[Draft] Help us" }).waitFor();
  });

  it("has a story that was added, and no longer one that was taken away", async () => {
    const { page, address, content } = await atWork("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    writeFileSync(join(content, "articles", "rain.md"), "---\nheadline: Rain\ndatePublished: 2024-04-22T07:10:00Z\n---\nIt rained.\n");
    rmSync(join(content, "articles", "kigali-amendment.md"));
    const status = async (file: string) => (await fetch(`${address}data/article/${file}.json`)).status;
    await expect.poll(() => status("rain"), { timeout: 10_000 }).toBe(200);
    await expect.poll(() => status("kigali-amendment"), { timeout: 10_000 }).toBe(404);
  });
});
