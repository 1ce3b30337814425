import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Brand, PLAIN } from "#content/brand.ts";
import { brandedSheets, brandedTokens } from "#prerender/brandedStyles.ts";

const tokens = readFileSync("src/reader/styles/tokens.css", "utf8");
const branded = (brand: Partial<Brand>) => brandedTokens(tokens, { ...PLAIN, ...brand }, "/assets/");
const LAYERS = "@layer tokens,base,layout,components,states,print;";

describe("the reader's styles with a paper's looks", () => {
  it("have its colours by day, by night and in sepia, and else the reader's", () => {
    const css = branded({ colors: { light: { paper: "#fff1e5" }, sepia: { paper: "#eeeecc" }, dark: { blue: "#88ccff" } } });
    expect(css).toContain("--paper:light-dark(#fff1e5,#131518)");
    expect(css).toContain("--blue:light-dark(#2743bf,#88ccff)");
    expect(css).toMatch(/\[data-theme="sepia"\]\{color-scheme: ?light;--paper:#eeeecc;--paper-raised: ?#fdf6e7/u);
    expect(css).toMatch(/--ink: ?CanvasText/u);
  });

  it("have another red for more contrast, both where the reader and where the system asks", () => {
    expect(branded({ contrastRed: { light: "#700000", dark: "#ffdddd" } }).match(/--red:light-dark\(#700000,#ffdddd\)/gu)).toHaveLength(2);
  });

  it("begin each list of a role with the paper's own face, in scripts of their own too, and leave what the reader chose", () => {
    const css = branded({ typefaces: { text: { families: '"Own Text"', file: "x", replaces: false, figure: "0.6em" } } });
    expect(css.match(/--serif:"Own Text",/gu)).toHaveLength(2);
    expect(css).toContain("--figure:0.6em");
    expect(css).toMatch(/--reading: ?var\(--dyslexic\)/u);
    expect(branded({ typefaces: { display: { families: "var(--sans)", file: { cut: "sans-core" }, replaces: true } } })).toContain(
      "--display:var(--sans);",
    );
  });

  it("have the faces of a typeface of the settings in every page if the paper has made it its own", () => {
    const typefaces = { text: { families: "var(--hyper)", file: { cut: "hyper-core" }, replaces: true } };
    const sheet = { file: "assets/typefaces.css", text: "@font-face{font-family:H}" };
    const sheets = { first: LAYERS, rest: LAYERS, typefaces: sheet };
    expect(brandedSheets(sheets, PLAIN).first).not.toContain("@font-face");
    expect(brandedSheets(sheets, { ...PLAIN, typefaces }).first).toContain(sheet.text);
    expect(branded({ typefaces })).toMatch(/^@import "\.\/typefaces\.css";/u);
  });

  it("have its spaces and corners", () => {
    expect(branded({ tokens: { "s-6": "*0.8", radius: "0" } })).toMatch(/--s-6:calc\(\(clamp\([^;]*\)\)\*0\.8\);/u);
  });

  it("put its rules above those of components, and its style sheet above all", () => {
    const { first, rest } = brandedSheets(
      { first: `${LAYERS}*{margin:0}`, rest: `${LAYERS}.x{color:red}` },
      { ...PLAIN, faces: "@font-face{}", rules: ".a{}", custom: ".b{}" },
    );
    const order = "@layer tokens,base,layout,components,theme,states,print,custom;";
    expect(first).toBe(`${order}*{margin:0}@font-face{}`);
    expect(rest).toBe(`${order}.x{color:red}@layer theme{.a{}}@layer custom{.b{}}`);
  });
});
