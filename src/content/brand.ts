import type { SharePicture } from "./edition/edition.ts";

/** The themes that a reader may choose from, each with colours of its own. */
export const THEMES = ["light", "sepia", "dark"] as const;

export type Theme = (typeof THEMES)[number];

/** Design tokens by their names without "--", as src/reader/styles/tokens.css has them. */
export type Tokens = Record<string, string>;

/** A role of type: headlines, text for reading, what is operated. */
export type TypeRole = "display" | "text" | "sans";

/** A typeface in a role: one that the paper brings, or one of the reader's own that takes the role. */
export type Typeface = {
  /** What stands first in the role's list of families. */
  families: string;
  /** The width of a figure of a text face in em, by which columns are measured. */
  figure?: string;
  /** The weight of headlines. */
  weight?: number;
  /** The file that pages begin with, below the site's base; or the name of a font of the reader. */
  file: string | { cut: string };
  /** Another face takes the role, and all that the reader has for it is left out. */
  replaces: boolean;
};

/** How a paper looks, as far as it says so: made of the folder `theme/`, and put into the reader's styles and pages where the site is written. */
export type Brand = {
  colors: Record<Theme, Tokens>;
  /** The red of more contrast, by day and by night. */
  contrastRed?: { light: string; dark: string };
  /** Values that all themes share. */
  tokens: Tokens;
  typefaces: Partial<Record<TypeRole, Typeface>>;
  /** `@font-face` rules; their files lie beside the reader's, "./x.woff2". */
  faces: string;
  /** The rules of the layer `theme`. */
  rules: string;
  /** The rules of the layer `custom`. */
  custom: string;
  /** What browsers paint their own frame with: the paper's colour. */
  frame: Record<Theme, string>;
  icon?: "drawing" | "bitmap";
  sharePicture?: SharePicture;
  /** The files that it brings, below the site's base. */
  files: { file: string; bytes: Uint8Array }[];
};

/** A paper that looks as the reader does. */
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

/** The colours of the reader's themes: tokens.css, which a test compares. */
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
