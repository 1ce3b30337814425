import { expect, it } from "vitest";
import { layersTogether, together } from "#loading/styles/layersTogether.ts";

it("puts the rules of a layer together in their order, behind the order of the layers", () => {
  const css =
    '@layer components{.a{color:red}@media (width>=48rem){.a{color:blue}}}@font-face{font-family:"X"}@layer base{p{margin:0}}@layer components{@media (width>=48rem){.b{color:blue}}.c{color:red}}';
  expect(together(css)).toBe(
    '@layer tokens,base,layout,components,states,print;@font-face{font-family:"X"}@layer base{p{margin:0}}' +
      "@layer components{.a{color:red}@media (width>=48rem){.a{color:blue}.b{color:blue}}.c{color:red}}",
  );
});

it("says nothing of layers where there are none, and no space too many in custom properties", () => {
  expect(together("@font-face{font-family:X}")).toBe("@font-face{font-family:X}");
  expect(together("@layer tokens{:root{--a: calc(1px * 2 + 1px), var(--b)}}")).toContain("--a:calc(1px*2 + 1px),var(--b)");
});

it("refuses a layer that has no place in the order", () => {
  expect(() => together("@layer extra{.a{color:red}}")).toThrow("The layer extra has no place in the order.");
});

it("is done to the style sheets of a build, and to nothing else", () => {
  const css = "@layer base{p{margin:0}}@layer base{a{margin:0}}";
  const file = (fileName: string, type = "asset") => ({ type, fileName, source: css });
  const bundle = {
    sheet: file("a.css"),
    page: file("a.html"),
    code: file("b.css", "chunk"),
    bytes: { ...file("c.css"), source: new Uint8Array() },
  };
  const { generateBundle } = layersTogether();
  if (typeof generateBundle !== "function") throw new Error("The plugin has no such function.");
  void Reflect.apply(generateBundle, {}, [{}, bundle]);
  expect(bundle.sheet.source).toContain("@layer base{p{margin:0}a{margin:0}}");
  expect([bundle.page.source, bundle.code.source, bundle.bytes.source]).toEqual([css, css, new Uint8Array()]);
});
