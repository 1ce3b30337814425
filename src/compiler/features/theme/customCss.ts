import type { CssNode } from "css-tree";
import { generate, parse, walk } from "css-tree/dist/csstree.esm";
import type { Theme, Tokens } from "#content/brand.ts";
import { cssBarriers } from "./cssBarriers.ts";
import type { ThemeFolder } from "./themeFolder.ts";

const FILE = "theme/custom.css";

/** The most bytes, since every page carries them. */
const MOST = 32_768;

/**
 * Prepares the paper's own style sheet for the site: files that it names are published, and
 * declarations and imports that the site would not load are removed and reported.
 * Rules that shut readers out are reported, see `cssBarriers`.
 * @param colors the palettes that the theme changes
 * @returns "" if the sheet is too large
 */
export function readCustomCss(css: string, folder: ThemeFolder, colors: Partial<Record<Theme, Tokens>> = {}): string {
  const refuse = (node: CssNode | undefined, what: string, remedy: string): void =>
    folder.refuse(FILE.slice(6), `line ${node?.loc?.start.line ?? 1}`, what, { file: FILE, remedy });
  if (Buffer.byteLength(css) > MOST) {
    refuse(undefined, `is larger than ${MOST / 1024} KB, which every page would carry`, "Shorten it.");
    return "";
  }
  const broken: { line: number; message: string }[] = [];
  const sheet = parse(css, {
    positions: true,
    parseCustomProperty: true,
    onParseError: ({ line, message }) => void broken.push({ line, message }),
  });
  for (const { line, message } of broken)
    folder.refuse("custom.css", `line ${line}`, `is not valid CSS (${message})`, { file: FILE, remedy: "Correct it." });
  if (sheet.type !== "StyleSheet") return "";
  for (const { line, message, remedy } of cssBarriers(sheet, colors)) folder.warn(FILE, `line ${line}`, message, remedy);
  walk(sheet, {
    visit: "Atrule",
    enter(node, item, list) {
      if (node.name !== "import" && node.name !== "charset") return;
      if (node.name === "import") refuse(node, "imports another sheet, which pages do not load", "Put its rules into custom.css.");
      list?.remove(item);
    },
  });
  walk(sheet, {
    visit: "Declaration",
    enter(node, item, list) {
      const isGood = urlsIn(node).every((url) => {
        if (/^(?:data:|#)/iu.test(url.value)) {
          if (url.value.startsWith("#")) return true;
          refuse(node, "contains a data: URL, which pages do not show", "Put the picture into the folder theme as a file.");
          return false;
        }
        if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(url.value)) {
          refuse(node, `loads ${url.value} from elsewhere, which pages do not`, "Put the file into the folder theme.");
          return false;
        }
        const bytes = folder.read(url.value, `line ${node.loc?.start.line ?? 1}`, FILE);
        if (bytes) url.value = `./${folder.publish(url.value, bytes).replace("assets/", "")}`;
        return bytes !== undefined;
      });
      if (!isGood) list?.remove(item);
    },
  });
  // Pages have it in a style element, which "</" could end.
  return generate(sheet).replaceAll("</", "<\\/");
}

function urlsIn(node: CssNode): { value: string }[] {
  const found: { value: string }[] = [];
  walk(node, (inner) => {
    if (inner.type === "Url") found.push(inner);
  });
  return found;
}
