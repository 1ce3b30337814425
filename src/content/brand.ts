import type { SharePicture } from "./edition/edition.ts";

/** The themes that a reader may choose from, each with colours of its own. */
export const THEMES = ["light", "sepia", "dark"] as const;

export type Theme = (typeof THEMES)[number];

/** Design tokens by their names in src/reader/styles/tokens.css, without "--". */
export type Tokens = Record<string, string>;

/** A role of type: headlines, text for reading, controls. */
export type TypeRole = "display" | "text" | "sans";

/** The typeface of a role: the paper's own, or another one of the reader's. */
export type Typeface = {
  /** The families that come first in the role's `font-family`. */
  families: string;
  /** The width of a digit of a text typeface in em, by which column widths are computed. */
  figure?: string;
  /** The weight of headlines. */
  weight?: number;
  /** The file that pages name, below the site's base; or the name of one of the reader's fonts. */
  file: string | { cut: string };
  /** Whether the typeface replaces the reader's, all of whose fonts for the role are then left out. */
  replaces: boolean;
};

/** A paper's own design, read from the folder `theme/`, and put into the reader's styles and pages when the site is written. */
export type Brand = {
  colors: Record<Theme, Tokens>;
  /** The red of the high-contrast light and dark themes. */
  contrastRed?: { light: string; dark: string };
  /** Values that all themes share. */
  tokens: Tokens;
  typefaces: Partial<Record<TypeRole, Typeface>>;
  /** `@font-face` rules; their files are beside the reader's, "./x.woff2". */
  faces: string;
  /** The rules of the layer `theme`. */
  rules: string;
  /** The rules of the layer `custom`. */
  custom: string;
  /** The `theme-color` with which browsers paint their own frame: the paper's background. */
  frame: Record<Theme, string>;
  icon?: "drawing" | "bitmap";
  sharePicture?: SharePicture;
  /** Files that the brand adds, below the site's base. */
  files: { file: string; bytes: Uint8Array }[];
};

/** The brand of a paper without a design of its own. */
export const PLAIN: Brand = {
  colors: { light: {}, sepia: {}, dark: {} },
  tokens: {},
  typefaces: {},
  faces: "",
  rules: "",
  custom: "",
  frame: { light: "#fdfdfb", sepia: "#f6ecd8", dark: "#131518" },
  files: [],
};

/** The colours of the reader's themes. A test compares them with tokens.css. */
export const PALETTES: Record<Theme, Tokens> = {
  light: {
    paper: "#fdfdfb",
    "paper-raised": "#ffffff",
    "paper-sunk": "#f2f2ed",
    ink: "#14161a",
    "ink-soft": "#44484f",
    "ink-faint": "#62666d",
    rule: "#dcdcd5",
    "rule-strong": "#14161a",
    edge: "#85888c",
    blue: "#2743bf",
    "blue-wash": "#e8edfd",
    "on-blue": "#ffffff",
    red: "#b3261a",
    "red-wash": "#fcebe7",
    marker: "#ffe47a",
    "marker-ink": "#14161a",
  },
  sepia: {
    paper: "#f6ecd8",
    "paper-raised": "#fdf6e7",
    "paper-sunk": "#ecdfc6",
    ink: "#33261a",
    "ink-soft": "#574636",
    "ink-faint": "#6b5843",
    rule: "#d9c8a8",
    "rule-strong": "#4a3826",
    edge: "#94805f",
    blue: "#2b4296",
    "blue-wash": "#e5dfd6",
    "on-blue": "#fffaf0",
    red: "#97291a",
    "red-wash": "#f3d9c6",
    marker: "#f3cf6d",
    "marker-ink": "#33261a",
  },
  dark: {
    paper: "#131518",
    "paper-raised": "#1d2024",
    "paper-sunk": "#0c0d10",
    ink: "#e9e7e1",
    "ink-soft": "#b9b7b0",
    "ink-faint": "#98968f",
    rule: "#303439",
    "rule-strong": "#8d8b85",
    edge: "#74777c",
    blue: "#a9bbff",
    "blue-wash": "#1e2748",
    "on-blue": "#10173a",
    red: "#ff9d8c",
    "red-wash": "#3a1b17",
    marker: "#6b5600",
    "marker-ink": "#fff6d6",
  },
};
