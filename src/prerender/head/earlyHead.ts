import { earlyScript } from "#reader/features/settings/earlyScript.ts";
import { themeColors } from "#reader/features/settings/themeColors.ts";
import { element } from "./element.ts";
import { hashOf } from "./hashOf.ts";

export type EarlyHead = { head: string; scriptHash: string };

/**
 * The elements needed before the first paint: the colours of the browser's frame, and the script that applies the reader's settings.
 * @param colors the paper's background colour in each theme
 * @param typefaces the address of the sheet with the typefaces of a setting
 */
export function createEarlyHead(colors = themeColors, typefaces?: string): EarlyHead {
  const script = earlyScript(colors, typefaces);
  const head = [
    element("meta", { name: "theme-color", content: colors.light, media: "(prefers-color-scheme: light)" }),
    element("meta", { name: "theme-color", content: colors.dark, media: "(prefers-color-scheme: dark)" }),
    `<script>${script}</script>`,
  ].join("");
  return { head, scriptHash: hashOf(script) };
}
