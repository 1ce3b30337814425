/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { barriers } from "../support/accessibility/barriers.ts";
import { builtPaper } from "../support/builtPaper.ts";
import { journey } from "../support/journey.ts";
import { openSite } from "../support/site.ts";

const story = (headline: string, game: string) =>
  `---\nheadline: ${headline}\ndate: 2026-01-01\n---\nThe text of it.\n\n${game}\n\nAnd an end.\n`;

const QUIZ = `:::quiz
title: The tide
questions:
  - question: Who moves it?
    answers: [The wind, The moon, The ships]
    right: 2
    explanation: It is the zyzzyva of the seas.
  - question: Which are seas?
    answers: [Baltic, Rhine, North]
    right: [1, 3]
:::`;

const games = journey
  .extend("folder", { scope: "file" }, async ({}, { onCleanup }) => {
    const settings = '{"threads": false, "feeds": {"fullText": true}}';
    return builtPaper({ "edition.json": settings, "quiz.md": story("A quiz", QUIZ) }, onCleanup);
  })
  .extend("paper", async ({ folder }, { onCleanup }) => {
    const site = await openSite(folder);
    onCleanup(() => site.close());
    return site;
  });

games("no file of the site has a solution as text, and only pages with a game name its styles", ({ folder }) => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const holding = (what: RegExp) =>
    files.filter((file) => what.test(readFileSync(join(file.parentPath, file.name), "latin1"))).map(({ name }) => name);
  expect(holding(/zyzzyva/iu)).toEqual([]);
  expect(holding(/Who moves it/u)).toEqual(expect.arrayContaining(["quiz.html", "quiz.json", "feed.xml"]));
  expect(holding(/<link[^>]*quiz-[\w-]+\.css/u)).toEqual(["quiz.html"]);
});

describe("a quiz", () => {
  games("is played with keys alone, and is as it was after a reload", async ({ visit, paper }) => {
    const { page } = await visit("/article/quiz", { site: paper });
    await page.getByRole("radio", { name: "The wind" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Right. It is the zyzzyva of the seas.").waitFor({ state: "attached" });
    await page.keyboard.press("Enter");
    for (const key of ["Space", "Tab", "Tab", "Space", "Tab", "Enter", "Enter"]) await page.keyboard.press(key);
    const score = page.getByRole("group", { name: "2 of 2 right" });
    expect(await score.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.reload();
    await score.waitFor();
    await score.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => page.getByRole("radio", { name: "The wind" }).isEnabled()).toBe(true);
  });

  games("is played by touch on a phone", async ({ visit, paper }) => {
    const { page } = await visit("/article/quiz", { site: paper, width: 360, hasTouch: true });
    const first = page.getByRole("group", { name: "Who moves it?" });
    await first.getByText("The wind").tap();
    await first.getByRole("button", { name: "Check answer" }).tap();
    expect(await first.innerText()).toMatch(/The wind\s+Your answer\s+The moon\s+Right answer\s+The ships\s+Not right\./u);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  games("can be read without JavaScript, which its solutions need", async ({ visit, paper }) => {
    const { page } = await visit("/article/quiz", { site: paper, width: 360, javaScriptEnabled: false });
    expect(await page.locator(".quiz").innerText()).toMatch(
      /The tide.*only with JavaScript.*Who moves it\?.*The ships.*Which are seas\?.*North$/su,
    );
    expect(await page.locator(".quiz :is(button, input)").filter({ visible: true }).count()).toBe(0);
  });
});

games("a question can be answered from the moment that its script is here", async ({ visit, paper }) => {
  const { page, context } = await visit("/", { width: 360, site: paper });
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await context.route(/quiz[^/]*\.js$/iu, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${paper.address}article/quiz`);
  const first = page.getByRole("group", { name: "Who moves it?" });
  expect(await first.getByRole("button").isDisabled()).toBe(true);
  expect(await first.getByLabel("The moon").isDisabled()).toBe(true);
  release();
  await first.getByLabel("The moon").check();
  await first.getByRole("button", { name: "Check" }).click();
  await first.getByText("It is the zyzzyva of the seas.").waitFor();
});
