import { earlyScript } from "#reader/features/settings/earlyScript.ts";
import { themeColors } from "#reader/features/settings/themeColors.ts";
import { element } from "./element.ts";
import { hashOf } from "./hashOf.ts";

/** What must hold before the first paint: the colours of the browser's frame, and the script that puts the reader's own choices. */
export const earlyHead = [
  element("meta", { name: "theme-color", content: themeColors.light, media: "(prefers-color-scheme: light)" }),
  element("meta", { name: "theme-color", content: themeColors.dark, media: "(prefers-color-scheme: dark)" }),
  `<script>${earlyScript}</script>`,
].join("");

export const earlyScriptHash = hashOf(earlyScript);
