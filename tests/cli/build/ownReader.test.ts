import { expect, test } from "vitest";
import { brandedReader } from "#cli/build/brandedReader.ts";
import type { BuiltReader } from "#cli/build/builtReader.ts";
import { wordedReader } from "#cli/build/wordedReader.ts";
import { readWords } from "#compiler/features/words/readWords.ts";
import { PLAIN } from "#content/brand.ts";
import type { WordFiles } from "#content/words/wordFiles.ts";

const reader: BuiltReader = {
  folder: "/reader",
  template: '<link href="./assets/first-1.css"><link href="./assets/style-1.css"><script src="./assets/start.js">',
  styles: { first: ":root{--red:light-dark(#a00,#f66)}", rest: "p{margin:0}" },
  sheets: ["assets/first-1.css", "assets/style-1.css"],
  named: ["assets/start.js", "assets/style-1.css"],
  lateStyles: ["assets/late.css"],
  fonts: ["assets/display.woff2", "assets/text.woff2"],
  plainFont: "assets/sans.woff2",
  fontFile: (cut) => `assets/${cut}.woff2`,
  own: [],
  without: [],
  filesOf: (chunks) => chunks.map((chunk) => `assets/${chunk}.js`),
};

test("a reader without a brand stays as it is", () => {
  expect(brandedReader(reader, undefined)).toBe(reader);
});

test("the paper's style sheets take the place of the reader's, wherever these are named", () => {
  const brand = { ...PLAIN, rules: "p{color:red}", files: [{ file: "logo.svg", bytes: new Uint8Array() }] };
  const { sheets, template, named, own, without, fonts, plainFont } = brandedReader(reader, brand);
  const [first, style] = sheets;
  expect(sheets).toEqual([expect.stringMatching(/^assets\/first-\w{1,5}\.css$/u), expect.stringMatching(/^assets\/style-\w{1,5}\.css$/u)]);
  expect(template).toBe(`<link href="./${first}"><link href="./${style}"><script src="./assets/start.js">`);
  expect(named).toEqual(["assets/start.js", style]);
  expect(own.map(({ file, bytes }) => [file, String(Buffer.from(bytes))])).toEqual([
    [first, reader.styles.first],
    [style, "p{margin:0}@layer theme{p{color:red}}"],
    ["logo.svg", ""],
  ]);
  expect(without).toEqual(["assets/first-1.css", "assets/style-1.css"]);
  expect([...fonts, plainFont]).toEqual(["assets/display.woff2", "assets/text.woff2", "assets/sans.woff2"]);
});

test("the paper's typefaces are preloaded, each once, and a bitmap icon replaces the drawing", () => {
  const face = { families: "Own", replaces: true };
  const typefaces = {
    display: { ...face, file: "assets/own.woff2" },
    text: { ...face, file: "assets/own.woff2" },
    sans: { ...face, file: { cut: "hyper" } },
  };
  const { fonts, plainFont, without } = brandedReader(reader, { ...PLAIN, typefaces, icon: "bitmap" });
  expect([fonts, plainFont]).toEqual([["assets/own.woff2"], "assets/hyper.woff2"]);
  expect(without.at(-1)).toBe("icon.svg");
});

test("the words of each language are two scripts, named by what is in them, which pages name as chunks", () => {
  const files = (page: string, more: string): WordFiles => ({ ...readWords("en"), page, more });
  const worded = wordedReader(reader, files("a", "b"), [files("c", "d")]);
  const [page, more, ...others] = worded.own;
  expect(worded.own.map(({ bytes }) => String(bytes))).toEqual(["a", "b", "c", "d"]);
  expect(page?.file).toMatch(/^assets\/words-\w{8}\.js$/u);
  expect(more?.file).toBe(page?.file.replace(".js", "-more.js"));
  expect(others.map(({ file }) => file)).not.toContain(page?.file);
  expect(worded.filesOf(["app", "words", "app", "more words"])).toEqual(["assets/app.js", page?.file, more?.file]);
});
