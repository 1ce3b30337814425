import { createHash } from "node:crypto";
import { earlyScript } from "#reader/settings/earlyScript.ts";
import { themeColors } from "#reader/settings/themeColors.ts";
import { element } from "./element.ts";

/** What must hold before the first paint: the colours of the browser's frame, and the script that puts the reader's own choices. */
export const earlyHead = [
  element("meta", { name: "theme-color", content: themeColors.light, media: "(prefers-color-scheme: light)" }),
  element("meta", { name: "theme-color", content: themeColors.dark, media: "(prefers-color-scheme: dark)" }),
  `<script>${earlyScript}</script>`,
].join("");

/** By this the policy knows the script (CSP Level 3, section 6.7.2.2: the hash of the element's text in UTF-8). */
export const earlyScriptHash = `sha256-${createHash("sha256").update(earlyScript).digest("base64")}`;
