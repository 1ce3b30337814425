import { expect, it } from "vitest";
import { divided, firstSheet } from "#loading/styles/firstSheet.ts";

it("has faces, and rules for every element under their conditions; all else stays", () => {
  const css =
    "@layer base,states;@font-face{font-family:X}@layer base{*,::before{margin:0}p,*{color:red}::selection{color:red}.a ::selection{color:blue}}" +
    "@layer states{@media (forced-colors:active){::highlight(x){color:Mark}a{color:Mark}}@keyframes y{to{opacity:0}}}";
  expect(divided(css)).toEqual({
    first:
      "@layer base,states;@font-face{font-family:X}@layer base{*,::before{margin:0}::selection{color:red}}@layer states{@media (forced-colors:active){::highlight(x){color:Mark}}}",
    rest: "@layer base,states;@layer base{p,*{color:red}.a ::selection{color:blue}}@layer states{@media (forced-colors:active){a{color:Mark}}@keyframes y{to{opacity:0}}}",
  });
});

const HTML = '<link rel="stylesheet" crossorigin href="./assets/index.css"><script src="x.js"></script>';

/** Runs the plugin over the files of a build. @returns what it adds */
function build(bundle: Record<string, object>): object[] {
  const added: object[] = [];
  const context = { emitFile: (file: object) => added.push(file), getFileName: (id: number) => `assets/first-${id}.css` };
  const { generateBundle } = firstSheet();
  if (typeof generateBundle !== "function") throw new Error("The plugin has no such function.");
  void Reflect.apply(generateBundle, context, [{}, bundle]);
  return added;
}

it("is linked before the sheet that it was taken from, in the built page", () => {
  const sheet = { type: "asset", source: "@layer base{*{margin:0}p{margin:0}}" };
  const index = { type: "asset", source: HTML };
  const added = build({ "index.html": index, "assets/index.css": sheet });
  expect(added).toEqual([{ type: "asset", name: "first.css", source: "@layer base{*{margin:0}}" }]);
  expect(sheet.source).toBe("@layer base{p{margin:0}}");
  const link = '<link rel="stylesheet" crossorigin href="./assets/index.css">';
  expect(index.source).toBe(HTML.replace(link, link.replace("index.css", "first-1.css") + link));
});

it("is not made where there is no page, and a page without a sheet is refused", () => {
  expect(build({ "entry.js": { type: "chunk" } })).toEqual([]);
  expect(build({ "index.html": { type: "asset", source: new Uint8Array() } })).toEqual([]);
  expect(() => build({ "index.html": { type: "asset", source: "<p>Tea</p>" } })).toThrow("The built index.html names no style sheet.");
});
