import { cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { exitCode } from "#cli/terminal/printReport.ts";
import { compile } from "#compiler/compile.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import { readTheme } from "#compiler/features/theme/readTheme.ts";
import { makeSettings } from "../../../support/makeSettings.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";

const SQUARE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><path d="M0 0h10v10H0z" fill="#a8071a"/></svg>';
const WIDE = SQUARE.replace("0 0 10 10", "0 0 60 10").replace('width="10"', 'width="60"');

/** A content folder with these files in `theme/`; fonts are the reader's own. */
async function themed(files: Record<string, string>, settings = makeSettings()) {
  const content = temporaryFolder();
  mkdirSync(join(content, "theme"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(content, "theme", name), text);
  cpSync("src/reader/styles/fonts/hyper-core.woff2", join(content, "theme", "face.woff2"));
  const problems: Problem[] = [];
  const brand = await readTheme(content, settings, (problem) => problems.push(problem));
  return { brand, problems, messages: problems.map(({ message }) => message) };
}

const json = (theme: object) => ({ "theme.json": JSON.stringify(theme) });

describe("the theme of a paper", () => {
  it("is none without the folder", async () => {
    expect(await readTheme(temporaryFolder(), makeSettings(), () => {})).toBeUndefined();
  });

  it("makes every icon of one drawing, without its scripts", async () => {
    const drawing = SQUARE.replace("<path", "<script>alert(1)</script><path");
    const { brand, problems } = await themed({ ...json({ icon: "icon.svg" }), "icon.svg": drawing });
    expect(problems).toEqual([]);
    expect(brand?.icon).toBe("drawing");
    const files = new Map(brand?.files.map(({ file, bytes }) => [file, bytes]));
    expect(Buffer.from(files.get("icon.svg") ?? []).toString()).not.toContain("script");
    for (const size of [192, 512])
      expect(await sharp(files.get(`icon-${size}.png`)).metadata()).toMatchObject({ width: size, height: size });
    const masked = await sharp(files.get("icon-maskable-512.png")).raw().toBuffer({ resolveWithObject: true });
    expect([...masked.data.subarray(0, 3)], "the paper reaches the edge").toEqual([0xfd, 0xfd, 0xfb]);
    const middle = (256 * 512 + 256) * masked.info.channels;
    expect([...masked.data.subarray(middle, middle + 3)]).toEqual([0xa8, 0x07, 0x1a]);
  });

  it("takes a logo for day and night, and makes the picture of shared links of it", async () => {
    const theme = { logo: { light: "day.svg", dark: "night.svg" } };
    const { brand, problems } = await themed({ ...json(theme), "day.svg": WIDE, "night.svg": WIDE.replace("#a8071a", "#ffcccc") });
    expect(problems).toEqual([]);
    expect(brand?.rules).toMatch(/--logo:url\(\.\/day-[\w-]{8}\.svg\)/u);
    expect(brand?.rules).toMatch(/\[data-theme=dark\]\{--logo:url\(\.\/night-/u);
    expect(brand?.rules).toContain("aspect-ratio:60/10");
    expect(brand?.sharePicture).toMatchObject({ width: 1200, height: 630, url: expect.stringMatching(/^\/assets\/share-/u) });
  });

  it("names what is not there, with the nearest name, and goes on without", async () => {
    const { brand, problems } = await themed({ ...json({ icon: "icno.svg", corners: "round" }), "icon.svg": SQUARE });
    expect(problems).toMatchObject([{ severity: "warning", file: "theme/theme.json", place: "icon", nearest: "icon.svg" }]);
    expect(brand?.tokens).toMatchObject({ radius: "8px" });
  });

  it("leaves out each part that is wrong, and keeps the others", async () => {
    const { brand, problems } = await themed(
      json({ colours: {}, density: "tight", corners: "square", colors: { light: { paper: "papaya", ink: "rgb(4" } } }),
    );
    expect(problems.map(({ place, nearest }) => [place, nearest])).toEqual([
      ["colors.light.paper", undefined],
      ["colors.light.ink", undefined],
      ["density", undefined],
      ["colours", "colors"],
    ]);
    expect(brand?.tokens).toEqual({ radius: "0", "radius-panel": "0", "radius-pill": "0" });
  });

  it("is all as before where its file is no JSON", async () => {
    const { brand, problems } = await themed({ "theme.json": "{ nothing" });
    expect(problems).toMatchObject([
      { severity: "warning", file: "theme/theme.json", place: "line 1, column 3", remedy: "Correct it there." },
    ]);
    expect(brand).toMatchObject({ rules: "", custom: "", tokens: {}, faces: "" });
  });

  it("sets a role in a face of its own, with system fonts in its measures until it is here", async () => {
    const typefaces = { text: { files: [{ file: "face.woff2", weight: "400 700" }], standIn: "sans" } };
    const { brand, problems } = await themed(json({ typefaces }));
    expect(problems).toEqual([]);
    expect(brand?.typefaces.text).toMatchObject({
      families: '"Own Text","Own Text Arial"',
      file: expect.stringMatching(/^assets\/face-/u),
    });
    expect(brand?.faces).toMatch(/font-family:"Own Text";font-weight:400 700;font-display:swap;src:url\(\.\/face-[\w-]{8}\.woff2\)/u);
    // What the reader measured for the same face, by hand (fonts.css): 99.6 %, 99 %, 32 %.
    const [, size = 0, ascent = 0, descent = 0] =
      /"Own Text Arial".*size-adjust:([\d.]+)%;ascent-override:([\d.]+)%;descent-override:([\d.]+)%/u.exec(brand?.faces ?? "") ?? [];
    expect(Math.abs(Number(size) - 99.6)).toBeLessThan(4);
    expect(Math.abs(Number(ascent) - 99)).toBeLessThan(4);
    expect(Math.abs(Number(descent) - 32)).toBeLessThan(3);
    // And the width of a column, which tokens.css has for this face.
    expect(brand?.typefaces.text?.figure).toBe("0.648em");
  });

  it("refuses a font that is none", async () => {
    const { brand, messages } = await themed({
      ...json({ typefaces: { sans: { files: [{ file: "bad.woff2" }] } } }),
      "bad.woff2": "no font",
    });
    expect(messages).toEqual(["The file bad.woff2 is not a readable font; this part of the theme is left out."]);
    expect(brand?.typefaces).toEqual({});
  });

  it("colours sections that there are, in each theme as it can be read", async () => {
    const settings = makeSettings({ sections: [{ name: "World" }, { name: "Sport" }] });
    const { brand, problems } = await themed(json({ sections: { world: "#0b6e4f", sprot: "#000000", sport: "#ffee00" } }), settings);
    expect(brand?.rules).toMatch(/--section-world:light-dark\(#0b6e4f,#[0-9a-f]{6}\)/u);
    expect(brand?.rules).not.toContain("sport");
    expect(problems).toMatchObject([
      { place: "sections.sprot", nearest: "sport" },
      { place: "sections.sport", message: expect.stringContaining("(#ffee00)"), remedy: expect.stringMatching(/#[0-9a-f]{6}/u) },
    ]);
  });

  it("brings the paper's own style sheet, with its files, and without what pages do not load", async () => {
    const css = `@import "other.css";
.nameplate { background: url("dots.svg"); color: var(--ink) }
.foot { background: url(https://example.org/x.png); margin: 0 }
.lead { background: url(none.svg) }`;
    const { brand, problems } = await themed({ "custom.css": css, "dots.svg": SQUARE });
    expect(brand?.custom).toMatch(
      /^\.nameplate\{background:url\(\.\/dots-[\w-]{8}\.svg\);color:var\(--ink\)\}\.foot\{margin:0\}\.lead\{\}$/u,
    );
    expect(problems.map(({ file, place }) => [file, place])).toEqual([
      ["theme/custom.css", "line 1"],
      ["theme/custom.css", "line 3"],
      ["theme/custom.css", "line 4"],
    ]);
  });

  it("is warned of rules of its style sheet that shut readers out, as of colours of its theme", async () => {
    const css = `:root { --ink-faint: #c8c8c8 }
a:focus-visible { outline: none }
.kicker { color: #bbb; background: #fff }
.standfirst { color: #888 }
[data-theme="dark"] .standfirst { color: #333 }
.meta { font-size: 8px }
.chip { block-size: 18px; min-block-size: 0 }
.button:focus { outline: 0; box-shadow: 0 0 0 2px var(--blue) }
.lead h2 { color: var(--blue) }
.toast { color: #fff; background: #000 }
@media print { .foot { color: #ccc } }`;
    const { brand, problems } = await themed({ "custom.css": css });
    expect(brand?.custom).toContain("outline:none");
    const lines = problems.map(({ file, place, severity }) => [file, place, severity].join());
    expect([...new Set(lines)]).toEqual([1, 2, 3, 4, 5, 6, 7].map((line) => `theme/custom.css,line ${line},warning`));
    expect(problems.find(({ place }) => place === "line 2")).toMatchObject({ message: expect.stringContaining("a:focus-visible") });
  });

  it("cannot end the element that its style sheet stands in", async () => {
    const { brand } = await themed({ "custom.css": '.foot::after { content: "</style><p>out"; }' });
    expect(brand?.custom).toBe('.foot::after{content:"<\\/style><p>out"}');
  });

  it("is none where a file has the folder's name", async () => {
    const content = temporaryFolder();
    writeFileSync(join(content, "theme"), "");
    expect(await readTheme(content, makeSettings(), () => {})).toBeUndefined();
  });

  it("that is broken in all its parts leaves a paper that appears, and fails a strict check", async () => {
    const content = temporaryFolder();
    cpSync("tests/fixtures/papers/meridian", content, { recursive: true });
    for (const file of readdirSync(join(content, "theme"))) writeFileSync(join(content, "theme", file), "\u0000 { <");
    for (const file of readdirSync(join(content, "slots"))) writeFileSync(join(content, "slots", file), "<script>");
    const out = temporaryFolder();
    const { built, problems } = await compile({ content, out, encode: false });
    expect(built?.pageCount).toBeGreaterThan(5);
    expect(built).toMatchObject({ slots: undefined });
    const files = new Set(problems.filter(({ severity }) => severity === "warning").map(({ file }) => file));
    expect([...files].toSorted()).toEqual([
      "slots/after-story.html",
      "slots/footer.html",
      "slots/head.html",
      "slots/in-story.html",
      "slots/sidebar.html",
      "theme/custom.css",
      "theme/theme.json",
    ]);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect([exitCode(problems, false), exitCode(problems, true)]).toEqual([0, 1]);
  });
});

it("shows the capitals of a condensed face in a width of their own until it is loaded, in lines as high", async () => {
  const content = temporaryFolder();
  cpSync("themes/tabloid", join(content, "theme"), { recursive: true });
  const faces = (await readTheme(content, makeSettings(), () => {}))?.faces ?? "";
  const [all, capitals] = [...faces.matchAll(/"Own Display Arial"[^}]*/gu)].map(([rule]) => ({
    size: Number(/size-adjust:([\d.]+)/u.exec(rule)?.[1]),
    ascent: Number(/ascent-override:([\d.]+)/u.exec(rule)?.[1]),
    range: /unicode-range:(.*)/u.exec(rule)?.[1],
  }));
  expect([all?.range, capitals?.range]).toEqual([undefined, "U+41-5A,U+C0-D6,U+D8-DE"]);
  expect(capitals?.size).toBeLessThan((all?.size ?? 0) * 0.85);
  expect((capitals?.size ?? 0) * (capitals?.ascent ?? 0)).toBeCloseTo((all?.size ?? 0) * (all?.ascent ?? 0), 0);
});

describe.each(readdirSync("themes"))("the theme %s, which papers copy", (name) => {
  const files = readdirSync(join("themes", name));

  it("has no fault, and changes the colours of every scheme", async () => {
    const content = temporaryFolder();
    cpSync(join("themes", name), join(content, "theme"), { recursive: true });
    const problems: Problem[] = [];
    const brand = await readTheme(content, makeSettings(), (problem) => problems.push(problem));
    expect(problems).toEqual([]);
    expect(Object.values(brand?.colors ?? {}).map(({ blue }) => blue)).toEqual(Array.from({ length: 3 }, () => expect.any(String)));
    expect(brand?.icon).toBe("drawing");
  });

  it("has light fonts, with their licence", () => {
    const fonts = files.filter((file) => file.endsWith(".woff2"));
    for (const font of fonts) expect(statSync(join("themes", name, font)).size, font).toBeLessThan(40_000);
    expect(files.filter((file) => /^OFL-.*\.txt$/u.test(file))).toHaveLength(1);
  });
});
