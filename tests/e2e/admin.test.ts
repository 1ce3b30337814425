/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { globSync } from "tinyglobby";
import { describe, expect, inject } from "vitest";
import { parse } from "yaml";
import { dev } from "#cli/dev.ts";
import { broadsheet } from "../support/installation.ts";
import { ferryFiles, perhapsFerry } from "../support/ferryThread.ts";
import { journey, type Visit } from "../support/journey.ts";
import { pickable, takeBack } from "../support/pickedFolder.ts";
import { openSite, type Site } from "../support/site.ts";

const STORY = "content/articles/voyager-1-makes-sense-again.md";
const OTHER = "content/articles/a-years-rain-on-dubai.md";
const PAGE = "content/pages/about.md";

const change = (file: string, from: RegExp, to: string) => writeFileSync(file, readFileSync(file, "utf8").replace(from, to));

/** A repository with a paper of two stories that has a desk, and its site. */
const desk = journey
  .extend("repository", { scope: "file" }, async ({}, { onCleanup }) => {
    const repository = mkdtempSync(join(tmpdir(), "broadsheet-desk-"));
    onCleanup(() => rmSync(repository, { recursive: true, force: true }));
    mkdirSync(join(repository, ".git"));
    for (const file of [STORY, OTHER, PAGE, ...["voyager", "tracks", "rain"].map((name) => `content/pictures/${name}.svg`)])
      cpSync(file, join(repository, file));
    change(join(repository, PAGE), /^title: .*$/mu, "$&\nkicker: kept");
    change(join(repository, OTHER), /^section: world$/mu, "section: World\nweight: 3");
    const settings = JSON.parse(readFileSync("content/edition.json", "utf8"));
    writeFileSync(
      join(repository, "content/edition.json"),
      JSON.stringify({ ...settings, admin: { repository: "ostmark/paper" } }, null, 2),
    );
    await build(repository);
    return repository;
  })
  .extend("paper", { scope: "file" }, async ({ repository }, { onCleanup }) => {
    const site = await openSite(join(repository, "site"));
    onCleanup(() => site.close());
    return site;
  });

/** By paths from where the command runs, as people give them. */
const build = (repository: string) =>
  broadsheet(
    inject("installation"),
    "build",
    "--content",
    relative(".", join(repository, "content")),
    "--out",
    join(repository, "site"),
    "--no-compress",
  );

const drawn = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: "#3154d4" } })
    .png()
    .toBuffer();

/** Opens the desk with the repository picked, and a form of it. */
async function atForm(visit: Visit, site: Site, repository: string, form: string): Promise<Page> {
  // The desk is large, so it is loaded once all that it needs is there.
  const { page, overlook } = await visit("/data/edition.json", { site, waits: false });
  overlook(NOISE);
  await pickable(page, repository);
  await page.goto(`${site.address}admin`);
  await page.getByRole("button", { name: "Work with Local Repository" }).click();
  await openForm(page, form);
  return page;
}

async function openForm(page: Page, form: string): Promise<void> {
  await page.waitForURL(/#\/collections\/\w+$/u);
  await page.evaluate((hash) => (location.hash = hash), `#/collections/${form}`);
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(/#\/collections\/\w+$/u);
}

type Change = { file: string; label: string; field: string; text: string };

/** Changes one field in the form, saves, and finds all else of the file as it was. */
async function fillAlone(page: Page, repository: string, { file, label, field, text }: Change): Promise<void> {
  const parts = (): [Record<string, unknown>, string] => {
    const [, matter = "", body = ""] = readFileSync(join(repository, file), "utf8").split(/^---\n/mu);
    return [parse(matter), body.trim()];
  };
  const [fields, body] = parts();
  const box = page.getByRole("textbox", { name: label, exact: true });
  await expect.poll(() => box.inputValue()).toBe(fields[field]);
  await box.fill(text);
  await save(page);
  await takeBack(page, repository);
  expect(parts()).toEqual([{ ...fields, [field]: text }, body]);
}

/**
 * What the CMS says by itself. It tries fonts of a delivery network, beside its own copies, and news of GitHub's health, and
 * its policy refuses; it asks for pictures before it has read them from the folder, and for the page of a story that is new.
 */
const NOISE =
  /jsdelivr|githubstatus|allow-scripts and allow-same-origin|derived_inert|404.*\/(?:pictures\/\w+\.svg|article\/a-barge-for-the-maas)\)/u;

describe("the desk", { timeout: 180_000 }, () => {
  desk(
    "changes one field of a file, and keeps what its forms do not know: other fields, a section by name, a menu with words of its own",
    async ({ visit, paper, repository }) => {
      const page = await atForm(visit, paper, repository, "articles/entries/voyager-1-makes-sense-again");
      await fillAlone(page, repository, { file: STORY, label: "Headline", field: "headline", text: "Voyager 1 speaks" });
      await openForm(page, "articles/entries/a-years-rain-on-dubai");
      await fillAlone(page, repository, { file: OTHER, label: "Headline", field: "headline", text: "Other words" });
      await openForm(page, "pages/entries/about");
      await fillAlone(page, repository, { file: PAGE, label: "Title", field: "title", text: "Other words" });
      await build(repository);
      await page.goto(`${paper.address}article/voyager-1-makes-sense-again`);
      expect(await page.locator("h1").innerText()).toBe("Voyager 1 speaks");
    },
  );

  desk("begins a story as a draft, and publishes it with its picture when told", async ({ visit, paper, repository }) => {
    const page = await atForm(visit, paper, repository, "articles/new");
    await page.getByRole("textbox", { name: "Headline" }).fill("A barge for the Maas");
    await page.getByRole("textbox", { name: "Text" }).last().fill("It is *blue*.");
    await page.getByRole("checkbox", { name: /Lead picture/u }).click();
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "bridge.png", mimeType: "image/png", buffer: await drawn() });
    await page.getByRole("textbox", { name: "Alternative text" }).fill("Drawing: a bridge");
    await page.getByRole("textbox", { name: "Credit" }).fill("Drawing: Broadsheet");
    const point = page.getByRole("button", { name: "Focal point at 50% from the left, 50% from the top." });
    await expect.poll(async () => (await point.boundingBox())?.height).toBeGreaterThan(100);
    const { width = 0, height = 0 } = (await point.boundingBox()) ?? {};
    await point.click({ position: { x: width * 0.25, y: height * 0.75 } });
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+ArrowRight");
    await save(page);
    await takeBack(page, repository);
    const file = join(repository, "content/articles/a-barge-for-the-maas.md");
    const [, matter = "", text] = readFileSync(file, "utf8").split(/^---\n/mu);
    expect(parse(matter)).toEqual({
      headline: "A barge for the Maas",
      draft: true,
      datePublished: expect.stringMatching(/^2\d{3}-\d\d-\d\dT[\d:.]+Z$/u),
      image: { file: "/pictures/bridge.png", alt: "Drawing: a bridge", credit: "Drawing: Broadsheet", focus: "35% 74%" },
    });
    expect(text?.trim()).toBe("It is *blue*.");

    await page.evaluate(() => (location.hash = "#/collections/articles/entries/a-barge-for-the-maas"));
    await page.getByRole("radio", { name: "Published" }).click();
    await save(page);
    await takeBack(page, repository);
    await build(repository);
    await page.goto(`${paper.address}article/a-barge-for-the-maas`);
    await page.getByRole("img", { name: "Drawing: a bridge" }).waitFor();
    expect(await page.locator(".prose em").innerText()).toBe("blue");
  });

  desk("shows a story in the reader's own styles beside its form", async ({ visit, paper, repository }) => {
    const page = await atForm(visit, paper, repository, "articles/entries/a-years-rain-on-dubai");
    const font = (at: { locator: Page["locator"] }) =>
      at
        .locator("h1")
        .first()
        .evaluate((element) => getComputedStyle(element).fontFamily);
    const preview = page.frameLocator("iframe.preview");
    await preview.locator("article.story h1").waitFor();
    const shown = await font(preview);
    await page.goto(`${paper.address}article/a-years-rain-on-dubai`);
    expect(shown).toBe(await font(page));
  });

  desk("shows the blocks of a text as parts of its own, and keeps them where the text is changed", async ({ visit, paper, repository }) => {
    const page = await atForm(visit, paper, repository, "articles/entries/voyager-1-makes-sense-again");
    await page.getByRole("button", { name: "Edit in Markdown" }).click();
    const text = page.locator(".lexical-root").first();
    for (const block of ["Picture with credit", "Pull quote"]) await text.getByText(block).first().waitFor();
    const blocks = () => readFileSync(join(repository, STORY), "utf8").match(/^(?:!\[|<aside ).*$/gmu);
    const before = blocks();
    expect(before).toHaveLength(2);
    await text.locator("p").first().click();
    await page.keyboard.type("New: ");
    await save(page);
    await takeBack(page, repository);
    expect(readFileSync(join(repository, STORY), "utf8")).toContain("New: ");
    expect(blocks()).toEqual(before);
  });

  desk("writes settings back as they were, but for what was changed", async ({ visit, paper, repository }) => {
    const before = JSON.parse(readFileSync(join(repository, "content/edition.json"), "utf8"));
    const page = await atForm(visit, paper, repository, "paper/entries/edition");
    const tagline = page.getByRole("textbox", { name: "Tagline" });
    await expect.poll(() => tagline.inputValue()).toBe("Sample edition");
    await tagline.fill("Every day");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect
      .poll(async () => {
        await takeBack(page, repository);
        return JSON.parse(readFileSync(join(repository, "content/edition.json"), "utf8")).tagline;
      })
      .toBe("Every day");
    expect(JSON.parse(readFileSync(join(repository, "content/edition.json"), "utf8"))).toEqual({ ...before, tagline: "Every day" });
  });

  desk("writes whether stories are of one thread into threads.json, with a click", async ({ visit, paper, repository }) => {
    for (const [file, text] of Object.entries({ ...ferryFiles, "articles/light.md": perhapsFerry }))
      writeFileSync(join(repository, "content", file), text);
    await build(repository);
    const file = join(repository, "content/threads.json");
    const answer = async (said: string) => {
      const page = await atForm(visit, paper, repository, "paper/entries/threads");
      await page
        .getByRole("radiogroup", { name: /Light for Gullstone reef/u })
        .getByRole("radio", { name: said, exact: true })
        .click();
      await save(page);
      await takeBack(page, repository);
      return JSON.parse(readFileSync(file, "utf8"));
    };
    expect(await answer("One thread")).toEqual({ threads: [{ slug: "f0", stories: ["light"] }] });
    const entry = { slug: "f0", name: "The Harwick ferry", turningPoints: [] };
    writeFileSync(file, JSON.stringify({ threads: [{ slug: "o0", closed: "2024-04-01" }, entry] }));
    expect(await answer("Not one thread")).toEqual({
      threads: [
        { slug: "o0", closed: "2024-04-01" },
        { ...entry, without: ["light"] },
      ],
    });
  });

  desk("is a page for nobody else: no search engine, no sitemap, no copy on a device", async ({ paper, repository, visit }) => {
    const admin = readFileSync(join(repository, "site/admin.html"), "utf8");
    expect(admin).toContain('<meta name="robots" content="noindex">');
    for (const file of ["sitemap.xml", "sw.js", "index.html"])
      expect(readFileSync(join(repository, "site", file), "utf8")).not.toMatch(/\badmin\b/u);
    const { page, overlook } = await visit("/admin", { site: paper, waits: false });
    overlook(NOISE);
    await page.getByRole("button", { name: "Work with Local Repository" }).waitFor();
    expect(paper.asked.map((path) => path.split("?")[0])).toContain("/admin/config.yml");
  });

  desk("is there while the paper is worked on, and shows a save at once", async ({ visit, repository, onTestFinished }) => {
    // As for a paper that no build has made yet.
    rmSync(join(repository, "content/.broadsheet/desk"), { recursive: true });
    const { address, close } = await dev({ content: join(repository, "content"), port: 5391 });
    onTestFinished(close);
    const site = { address, asked: [], faults: new Map(), close };
    const page = await atForm(visit, site, repository, "articles/entries/a-years-rain-on-dubai");
    await page.getByRole("textbox", { name: "Headline" }).fill("Rain in the desert");
    await save(page);
    await takeBack(page, repository);
    await page.goto(`${address}article/a-years-rain-on-dubai`);
    await page.getByRole("heading", { level: 1, name: "Rain in the desert" }).waitFor();
  });

  desk("leaves the policy of every other page as it is without a desk", async ({ repository }) => {
    const policyOf = (file: string) => /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(readFileSync(file, "utf8"))?.[1];
    const without = join(repository, "without");
    const settings = JSON.parse(readFileSync(join(repository, "content/edition.json"), "utf8"));
    cpSync(join(repository, "content"), join(without, "content"), { recursive: true });
    writeFileSync(join(without, "content/edition.json"), JSON.stringify({ ...settings, admin: undefined }));
    await build(without);
    const page = "site/article/a-years-rain-on-dubai.html";
    expect(policyOf(join(repository, page))).toBe(policyOf(join(without, page)));
    expect(globSync("site/admin*/**", { cwd: without })).toEqual([]);
  });
});
