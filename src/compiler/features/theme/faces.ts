import { createFontStack, type FontMetrics } from "@capsizecss/core";
import { fromBuffer } from "@capsizecss/unpack";
import { create } from "fontkitten";
import type { Typeface, TypeRole } from "#content/brand.ts";
import type { OwnFace, ThemeSettings } from "./themeSchema.ts";
import type { ThemeFolder } from "./themeFolder.ts";

/** Typefaces by their roles, and their @font-face rules. */
export type Faces = { typefaces: Partial<Record<TypeRole, Typeface>>; faces: string };

/** The families of Broadsheet's typefaces. "hyper" is used only if a theme asks for it. */
const LISTS = { text: "var(--serif)", sans: "var(--sans)", hyper: "var(--hyper)" };

/** The file of each that pages load first. */
const CUTS = { text: "text-core", sans: "sans-core", hyper: "hyper-core" };

/** The widths of their figures, as in tokens.css. */
const FIGURES = { text: undefined, sans: "0.612em", hyper: "0.648em" };

/** The family names of a paper's own typefaces, which differ by role. */
const NAMES: Record<TypeRole, string> = { display: "Own Display", text: "Own Text", sans: "Own Sans" };

/** Reads the typefaces that a theme names. A role with an unreadable file keeps Broadsheet's typeface. */
export async function readFaces({ typefaces = {} }: Pick<ThemeSettings, "typefaces">, folder: ThemeFolder): Promise<Faces> {
  const made: Faces = { typefaces: {}, faces: "" };
  for (const role of ["display", "text", "sans"] as const) {
    const asked = typefaces[role];
    if (asked === undefined) continue;
    if (typeof asked === "string") {
      const figure = role === "text" ? FIGURES[asked] : undefined;
      made.typefaces[role] = {
        families: LISTS[asked],
        file: { cut: CUTS[asked] },
        replaces: true,
        ...(figure !== undefined && { figure }),
      };
    } else {
      const own = await ownFace(role, asked, folder);
      if (own === undefined) continue;
      made.typefaces[role] = own.typeface;
      made.faces += own.faces;
    }
  }
  return made;
}

/** A font file that was read. */
type Cut = {
  is: OwnFace["files"][number];
  file: string;
  metrics: FontMetrics;
  /** Whether it has Latin letters: widths are known only for these. */
  isLatin: boolean;
  /** The width of a figure in em. */
  figure: number;
  /** The mean width of a capital in em. */
  capital: number;
};

async function ownFace(
  role: TypeRole,
  { files, standIn, weight }: OwnFace,
  folder: ThemeFolder,
): Promise<{ typeface: Typeface; faces: string } | undefined> {
  const cuts: Cut[] = [];
  for (const [at, is] of files.entries()) {
    const cut = await readCut(is, `typefaces.${role}.files.${at}.file`, folder);
    if (!cut) return undefined;
    cuts.push(cut);
  }
  const [first] = cuts;
  if (!first) return undefined;
  const name = NAMES[role];
  const own = cuts.map(({ file, is }) => face({ family: name, ...is, src: `url(./${file.replace("assets/", "")})` }));
  const system = SYSTEMS[standIn ?? (role === "sans" ? "sans" : "serif")];
  const latin = cuts.filter(({ isLatin }) => isLatin);
  const styles = [...new Set(latin.map(({ is }) => is.style))];
  const standIns = styles.map((style) =>
    standInFace(
      `${name} ${system.familyName}`,
      system,
      latin.filter(({ is }) => is.style === style),
    ),
  );
  const families = [name, ...(latin.length > 0 ? [`${name} ${system.familyName}`] : [])].map((each) => `"${each}"`).join(",");
  const figure = role === "text" && latin[0] ? { figure: `${Math.round(latin[0].figure * 1e4) / 1e4}em` } : {};
  return {
    typeface: { families, file: first.file, replaces: false, ...figure, ...(role === "display" && weight !== undefined && { weight }) },
    faces: [...own, ...standIns].join(""),
  };
}

async function readCut(is: Cut["is"], place: string, folder: ThemeFolder): Promise<Cut | undefined> {
  const bytes = folder.read(is.file, place);
  if (!bytes) return undefined;
  try {
    const font = create(Buffer.from(bytes));
    if (!("glyphForCodePoint" in font)) throw new Error("It is a collection of fonts.");
    const metrics = await fromBuffer(Buffer.from(bytes));
    const width = (sign: string): number => font.glyphForCodePoint(sign.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
    const capital = CAPITALS.reduce((sum, letter) => sum + width(letter), 0) / CAPITALS.length;
    const isLatin = font.hasGlyphForCodePoint("a".codePointAt(0) ?? 0);
    return { is, file: folder.publish(is.file, bytes), metrics, isLatin, figure: width("0"), capital };
  } catch {
    return folder.refuse(is.file, place, "is not a readable font");
  }
}

type System = FontMetrics & {
  local: string[];
  /** The mean width of a capital in em. */
  capital: number;
};

/** The most frequent letters of European languages. */
const CAPITALS = Array.from("ETAOINSRHLDC");

/** From how much narrower or wider on, compared with the other letters, the capitals of a stand-in have a size of their own. */
const CAPITALS_DIFFER = 0.1;

/**
 * The system fonts shown until a paper's own are loaded, with their metrics.
 * Liberation has the same widths as Arial and Times.
 */
const SYSTEMS: Record<"serif" | "sans", System> = {
  serif: {
    familyName: "Times",
    fullName: "Times New Roman",
    postscriptName: "TimesNewRomanPSMT",
    local: ["Liberation Serif", "Times New Roman"],
    capital: 0.639,
    capHeight: 1341,
    ascent: 1825,
    descent: -443,
    lineGap: 87,
    unitsPerEm: 2048,
    xHeight: 940,
    xWidthAvg: 832,
    subsets: { latin: { xWidthAvg: 832 }, thai: { xWidthAvg: 832 } },
  },
  sans: {
    familyName: "Arial",
    fullName: "Arial",
    postscriptName: "ArialMT",
    local: ["Liberation Sans", "Arial", "Roboto"],
    capital: 0.653,
    capHeight: 1409,
    ascent: 1854,
    descent: -434,
    lineGap: 67,
    unitsPerEm: 2048,
    xHeight: 1082,
    xWidthAvg: 913,
    subsets: { latin: { xWidthAvg: 913 }, thai: { xWidthAvg: 913 } },
  },
};

type FaceValues = Partial<Record<"sizeAdjust" | "ascentOverride" | "descentOverride" | "lineGapOverride", string | number | undefined>>;

/**
 * A fallback: a system font with the metrics of a paper's own, so that the layout does not shift when that is loaded. Where
 * capitals differ in width from the other letters, as in condensed faces, they have a face of another size.
 */
function standInFace(family: string, system: System, cuts: Cut[]): string {
  const [first] = cuts;
  if (!first) return "";
  const { fontFaces } = createFontStack([first.metrics, system], { fontFaceFormat: "styleObject" });
  const values: FaceValues = fontFaces[0]?.["@font-face"] ?? {};
  const style = first.is.style === "italic" ? " Italic" : "";
  const weights = cuts.flatMap(({ is }) => is.weight.split(" ").map(Number));
  const range = [...new Set([Math.min(...weights), Math.max(...weights)])].join(" ");
  const local = system.local.map((name) => `local("${name}${style}")`).join(",");
  const sized = (by: number, letters?: string): string =>
    face({ family, weight: range, style: style === "" ? "normal" : "italic", src: local + overrides(values, by), range: letters });
  const wider = (first.capital / system.capital / Number.parseFloat(`${values.sizeAdjust ?? 100}`)) * 100;
  return sized(1) + (Math.abs(wider - 1) > CAPITALS_DIFFER ? sized(wider, "U+41-5A,U+C0-D6,U+D8-DE") : "");
}

/** @param by how much larger the letters are; the heights of lines stay as they are */
function overrides({ sizeAdjust, ascentOverride, descentOverride, lineGapOverride }: FaceValues, by: number): string {
  const all = { "ascent-override": ascentOverride, "descent-override": descentOverride, "line-gap-override": lineGapOverride };
  const scaled = (value: string | number, factor: number): string =>
    factor === 1 ? `${value}` : `${Math.round(Number.parseFloat(`${value}`) * factor * 1e4) / 1e4}%`;
  return [
    sizeAdjust === undefined && by === 1 ? "" : `;size-adjust:${scaled(sizeAdjust ?? "100%", by)}`,
    ...Object.entries(all).map(([name, value]) => (value === undefined ? "" : `;${name}:${scaled(value, 1 / by)}`)),
  ].join("");
}

type Face = { family: string; weight: string; style: "normal" | "italic"; src: string; range?: string | undefined };

function face({ family, weight, style, src, range }: Face): string {
  const unicode = range === undefined ? "" : `;unicode-range:${range}`;
  const swap = src.startsWith("url") ? ";font-display:swap" : "";
  return `@font-face{font-family:"${family}";font-weight:${weight}${style === "italic" ? ";font-style:italic" : ""}${swap};src:${src}${unicode}}`;
}
