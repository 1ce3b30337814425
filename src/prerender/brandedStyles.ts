import { generate, parse } from "css-tree/dist/csstree.esm";
import type { CssNode, Declaration } from "css-tree";
import { type Brand, type TypeRole } from "#content/brand.ts";
import type { Sheets } from "#loading/styles/criticalStyles.ts";

/** The reader's two style sheets with a paper's own looks: its values of the design tokens, its `@font-face` rules, and its layers. */
export function brandedSheets({ first, rest, ...others }: Sheets, brand: Brand): Sheets {
  const faces = asksForHyper(brand) ? (others.typefaces?.text ?? "") + brand.faces : brand.faces;
  return { ...others, first: branded(first, brand) + faces, rest: branded(rest, brand) + layersOf(brand) };
}

/** The same for tokens.css, which has tokens and layer order if the reader runs from source. @param folder the address of the files */
export function brandedTokens(css: string, brand: Brand, folder: string): string {
  const faces = asksForHyper(brand) ? '@import "./typefaces.css";' : "";
  return faces + branded(css, brand) + (brand.faces + layersOf(brand)).replaceAll("url(./", `url(${folder}`);
}

/** Whether a paper has made a typeface of the reader's settings its own, so that every page needs its faces. */
function asksForHyper({ typefaces }: Brand): boolean {
  return Object.values(typefaces).some(({ families }) => families === "var(--hyper)");
}

/** A paper's theme rules override those of components; its own style sheet overrides everything. */
function layersOf({ rules, custom }: Brand): string {
  return `${rules === "" ? "" : `@layer theme{${rules}}`}${custom === "" ? "" : `@layer custom{${custom}}`}`;
}

function branded(css: string, brand: Brand): string {
  const sheet = parse(css, { parseValue: false, parseCustomProperty: false });
  inRules(sheet, "", brand);
  return generate(sheet);
}

function inRules(node: CssNode, selector: string, brand: Brand): void {
  if (node.type === "Declaration") brandDeclaration(node, selector, brand);
  else if (node.type === "Atrule" && node.name === "layer" && node.block === null && node.prelude)
    node.prelude = { type: "Raw", value: ordered(generate(node.prelude)) };
  else if (node.type === "StyleSheet" || node.type === "Block") node.children.forEach((child) => inRules(child, selector, brand));
  else if (node.type === "Atrule" && node.block && (node.name === "layer" || node.name === "media")) inRules(node.block, selector, brand);
  else if (node.type === "Rule") inRules(node.block, generate(node.prelude).replaceAll('"', ""), brand);
}

/** The order of the layers, including those of a paper. */
const ordered = (layers: string): string =>
  [...layers.split(",").flatMap((layer) => (layer.trim() === "states" ? ["theme", layer] : [layer])), "custom"].join(",");

function brandDeclaration(node: Declaration, selector: string, brand: Brand): void {
  if (!node.property.startsWith("--") || node.value.type !== "Raw") return;
  const name = node.property.slice(2);
  const before = node.value.value.trim();
  const value = colorOf(name, before, selector, brand) ?? typeOf(name, before, selector, brand) ?? sharedOf(name, before, selector, brand);
  if (value !== undefined) node.value = { type: "Raw", value };
}

const LIGHT_AND_DARK = /^light-dark\(\s*([^,]+),\s*([^)]+)\)$/u;

/** Light and dark colours are in one value, those of sepia in a rule of their own; a third rule is for high contrast. */
function colorOf(name: string, before: string, selector: string, { colors, contrastRed }: Brand): string | undefined {
  if (selector === "[data-theme=sepia]") return colors.sepia[name];
  const [, light = "", dark = ""] = LIGHT_AND_DARK.exec(before) ?? [];
  if (dark === "") return undefined;
  if (selector === ":root,[data-theme]" || selector === ":root, [data-theme]")
    return name in colors.light || name in colors.dark
      ? `light-dark(${colors.light[name] ?? light},${colors.dark[name] ?? dark})`
      : undefined;
  return name === "red" && contrastRed ? `light-dark(${contrastRed.light},${contrastRed.dark})` : undefined;
}

const ROLES = new Map<string, TypeRole>([
  ["serif", "text"],
  ["display", "display"],
  ["plate", "display"],
  ["sans", "sans"],
]);

/** Puts a paper's families first in each list. Values that refer to another list stay: readers choose those in their settings. */
function typeOf(name: string, before: string, selector: string, { typefaces }: Brand): string | undefined {
  if (name === "figure" && selector === ":root") return typefaces.text?.figure;
  if (name === "headline-weight" && before === "560" && typefaces.display?.weight !== undefined) return `${typefaces.display.weight}`;
  const own = typefaces.display && !typefaces.display.replaces ? typefaces.display : undefined;
  // Arabic headlines use the text typeface, unless the paper has its own for headlines.
  if (own && name === "headline" && before === "var(--serif)") return "var(--display)";
  if (own && name === "display" && before === "var(--serif)") return `${own.families},var(--serif)`;
  const role = ROLES.get(name);
  const face = role && typefaces[role];
  if (face === undefined || before.startsWith("var(")) return undefined;
  return face.replaces ? face.families : `${face.families},${before}`;
}

function sharedOf(name: string, before: string, selector: string, { tokens }: Brand): string | undefined {
  const value = tokens[name];
  if (value === undefined || selector !== ":root") return undefined;
  return value.startsWith("*") ? `calc((${before})${value})` : value;
}
