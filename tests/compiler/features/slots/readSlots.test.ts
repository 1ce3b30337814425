import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Problem } from "#compiler/draft/problem.ts";
import { readSlots } from "#compiler/features/slots/readSlots.ts";
import { slotsIn } from "#content/slots.ts";
import { makeSettings } from "../../../support/makeSettings.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";

const SITE = { url: "https://example.org/paper/", base: "/paper/" };

function slotsOf(files: Record<string, string>, settings: object = {}) {
  const content = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, name)), { recursive: true });
    writeFileSync(join(content, name), text);
  }
  const problems: Problem[] = [];
  const slots = readSlots(content, makeSettings(settings), SITE, (problem) => problems.push(problem));
  return { slots, problems };
}

describe("the slots of a paper", () => {
  it("are none without files", () => {
    expect(slotsOf({})).toEqual({ slots: undefined, problems: [] });
  });

  it("hold what the file says, with what the settings say of it", () => {
    const { slots, problems } = slotsOf(
      { "slots/in-story.html": "<p>Read <b>on</b>.</p>\n", "slots/footer.html": '<img src="https://pixel.example/p.png" alt="">' },
      { slots: { "in-story": { after: 5, height: 90 }, footer: { consent: true } }, origins: { "img-src": ["https://pixel.example"] } },
    );
    expect(problems).toEqual([]);
    expect(slots?.slots).toEqual([
      { name: "footer", html: '<img src="https://pixel.example/p.png" alt="">', consent: true, hosts: ["pixel.example"] },
      { name: "in-story", html: "<p>Read <b>on</b>.</p>", consent: false, after: 5, hosts: [] },
    ]);
    expect(slots?.origins).toEqual({ "img-src": ["https://pixel.example"] });
    expect(slots?.styles).toContain(".slot[data-slot=in-story]{min-block-size:90px}");
    expect(slots?.styles).toContain("@media print{.slot{display:none!important}}");
  });

  it("have scripts of the paper from its folder public, below the site's base", () => {
    const { slots, problems } = slotsOf({
      "slots/head.html": '<script defer src="/js/count.js"></script>',
      "public/js/count.js": "count()",
    });
    expect(problems).toEqual([]);
    expect(slots?.slots[0]?.html).toMatch(/^<script defer="" src="\/paper\/assets\/count-[\w-]{8}\.js"><\/script>$/u);
    expect(slots?.files).toMatchObject([{ file: expect.stringMatching(/^assets\/count-/u) }]);
  });

  it.each([
    ["<p>One</p>\n<script>alert(1)</script>", "line 2", "has a script in its text, which pages do not run"],
    ['<p style="color:red">One</p>', "line 1", "has styles of its own, which pages do not apply"],
    ["<style>p{}</style>", "line 1", "has styles of its own"],
    ['<button onclick="x()">One</button>', "line 1", "has onclick, which pages do not run"],
    ['<a href=" javascript:x()">One</a>', "line 1", "has a javascript: address"],
    ['<script src="https://stats.example/s.js"></script>', "line 1", "loads from https://stats.example, which no setting allows"],
    ['<iframe src="/article/one"></iframe>', "line 1", "frames a page of the paper"],
    ['<script src="/cuont.js"></script>', "line 1", "names /cuont.js, which is not in the folder public"],
    ['<script src="/%zz.js"></script>', "line 1", "names /%zz.js, which is not in the folder public"],
    ["<p>One</p", "line 1", "is not valid HTML (eof-in-tag)"],
    ['<template><div onclick="x()"></div></template>', "line 1", "has onclick"],
    ["<title>One</title>", "line 1", "has <title>, which belongs in the head"],
  ])("are left out where the policy would stop them: %s", (html, place, message) => {
    const { slots, problems } = slotsOf({ "slots/after-story.html": html, "public/count.js": "" });
    expect(slots).toBeUndefined();
    expect(problems).toMatchObject([
      { severity: "warning", file: "slots/after-story.html", place, message: expect.stringContaining(message) },
    ]);
    expect(problems[0]?.message).toMatch(/^The slot after-story .*, so its place stays empty\.$/u);
  });

  it("say which origin is missing, and the file that was probably meant", () => {
    const { problems } = slotsOf({
      "slots/footer.html": '<script src="https://stats.example/s.js"></script><script src="/cuont.js"></script>',
      "public/count.js": "",
    });
    expect(problems[0]?.remedy).toBe('Add "https://stats.example" to "origins": { "script-src": […] } in edition.json.');
    expect(problems[1]?.nearest).toBe("/count.js");
  });

  it("name a file that is no slot, and a setting without a file", () => {
    const { problems } = slotsOf({ "slots/after-stroy.html": "<p>One</p>" }, { slots: { footer: {} } });
    expect(problems).toMatchObject([
      { file: "slots/after-stroy.html", nearest: "after-story.html" },
      { file: "edition.json", place: "slots.footer" },
    ]);
  });

  it("are those of its folder in another language, and the paper's where it has no file of the name", () => {
    const { slots, problems } = slotsOf(
      {
        "slots/head.html": '<meta name="counts" content="all">',
        "slots/footer.html": "<p>Support us</p>",
        "slots/sidebar.html": "<p>Sailing today</p>",
        "slots/nl/footer.html": "<p>Steun ons</p>",
        "slots/nl/after-story.html": "<p>Schrijf ons</p>",
        "slots/nl/sidebar.html": "",
        "slots/ar/footer.html": '<p style="color:red">خطأ</p>',
      },
      { languages: { nl: {}, ar: {}, de: {} }, slots: { "after-story": { height: 90 } } },
    );
    const shown = (prefix: string) => slotsIn(slots, prefix).map(({ name, html }) => [name, html]);
    const head = ["head", '<meta name="counts" content="all">'];
    expect(shown("/nl")).toEqual([head, ["after-story", "<p>Schrijf ons</p>"], ["footer", "<p>Steun ons</p>"]]);
    // One with a fault leaves its place empty: the paper's would be in another language.
    expect(shown("/ar")).toEqual([head, ["sidebar", "<p>Sailing today</p>"]]);
    expect(problems).toMatchObject([{ file: "slots/ar/footer.html", place: "line 1" }]);
    expect(shown("/de")).toEqual(shown(""));
    expect(slots?.styles).toContain(".slot[data-slot=after-story]{min-block-size:90px}");
  });

  it("are not looked for in the folder of a language without an edition, which is named", () => {
    const files = { "slots/nd/footer.html": "<p>1</p>", "slots/en/footer.html": "<p>2</p>", "slots/parts/notes.txt": "" };
    const { slots, problems } = slotsOf(files, { languages: { nl: {} } });
    expect(slots).toBeUndefined();
    expect(problems).toMatchObject([
      { severity: "warning", file: "slots/en/footer.html", remedy: "Move it to slots/." },
      {
        severity: "warning",
        file: "slots/nd/footer.html",
        message: 'The paper has no edition in a language "nd", so this is left out.',
        remedy: "Name it after an edition (nl), or add the language to languages in edition.json.",
      },
    ]);
  });
});
