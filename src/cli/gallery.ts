import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Edition } from "#content/edition/edition.ts";
import { THEMES } from "#content/brand.ts";
import { escapeText } from "#prerender/head/element.ts";
import { readSettings } from "#compiler/settings/readSettings.ts";
import { settingsFiles } from "#compiler/settings/settingsFile.ts";
import { readTheme } from "#compiler/features/theme/readTheme.ts";
import { readPaperWords } from "#compiler/features/words/paperWords.ts";
import { readWords } from "#compiler/features/words/readWords.ts";
import { componentsPage } from "#prerender/gallery/componentsPage.tsx";
import { createDocument } from "#prerender/createDocument.ts";
import { brandedReader } from "./build/brandedReader.ts";
import { builtReader } from "./build/builtReader.ts";
import { build } from "./build/build.ts";
import { addressAt, addressesFromOutside, listen, type Place } from "./serving/listen.ts";
import { requireFolder } from "./options.ts";
import { wordedReader } from "./build/wordedReader.ts";
import type { Serving } from "./serving/serveSite.ts";
import { findFile, sendFound } from "./serving/siteFiles.ts";
import { PICTURE, SPECIMEN, specimens } from "#prerender/gallery/specimens.ts";

/** What the gallery copies from a paper: its looks and words, and no stories. */
const TAKEN = ["theme", "slots", "words", "public"];

/** The page kinds, each with its file in a site. */
const PAGES: [name: string, file: string][] = [
  ["Front page", "index.html"],
  ["Story, with every block", `article/${SPECIMEN}.html`],
  ["Components", "components.html"],
  ["List", "latest.html"],
  ["Index", "topics.html"],
  ["Archive", "archive.html"],
  ["Search", "search.html"],
  ["Library", "saved.html"],
  ["Offline", "offline.html"],
  ["Not found", "404.html"],
];

/** Every theme, and the high-contrast ones. */
const COLUMNS = [
  ...THEMES.map((theme) => ({ theme, contrast: "" })),
  ...(["light", "dark"] as const).map((theme) => ({ theme, contrast: "more" })),
];

/**
 * Serves every page kind in every theme side by side, in the paper's own looks.
 * @param out a folder in which to keep the gallery; a temporary one by default
 */
export async function gallery({ content, out, ...place }: Place & { content: string; out?: string | undefined }): Promise<Serving> {
  requireFolder(content);
  const temporary = mkdtempSync(join(tmpdir(), "broadsheet-theme-"));
  const site = out ?? join(temporary, "site");
  const paper = join(temporary, "paper");
  for (const name of [...TAKEN, ...settingsFiles(content, "edition.json")])
    if (existsSync(join(content, name))) cpSync(join(content, name), join(paper, name), { recursive: true });
  mkdirSync(join(paper, "articles"), { recursive: true });
  mkdirSync(join(paper, "pictures"));
  writeFileSync(join(paper, "pictures/specimen.svg"), PICTURE);
  for (const [name, story] of specimens(...(await languageAndSections(paper))))
    writeFileSync(join(paper, "articles", name), JSON.stringify(story));
  await build({ content: paper, out: site, base: "/", compress: false, worker: false });
  await writeComponents(paper, site);
  writeGallery(site, builtReader().lateStyles);
  const server = createServer((request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?");
    const file = path === "/" ? "gallery/index.html" : path.slice(1);
    findFile(site, [file, `${file}.html`], request)
      .then((found) => (found ? sendFound(found, response, { "Cache-Control": "no-store" }) : void response.writeHead(404).end()))
      .catch(() => response.destroy());
  });
  const port = await listen(server, place);
  return {
    address: addressAt(place.host, port),
    outside: addressesFromOutside(place.host, port),
    port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
        rmSync(temporary, { recursive: true, force: true });
      }),
  };
}

/** Both from the settings. The build reports what is wrong with these. */
async function languageAndSections(paper: string): Promise<[language: string, sections: string[]]> {
  const read = await readSettings(paper);
  return "settings" in read ? [read.settings.language, read.settings.sections.map(({ name }) => name)] : ["en", []];
}

/** Writes the page of components, rendered with the same reader as the others. */
async function writeComponents(paper: string, site: string): Promise<void> {
  const read = await readSettings(paper);
  if (!("settings" in read)) return;
  const brand = await readTheme(paper, read.settings, () => {});
  const words = readWords(
    read.settings.language,
    readPaperWords(paper, () => {}),
  );
  const { template, styles, fonts, plainFont, filesOf, own } = wordedReader(brandedReader(builtReader(), brand), words);
  // Its sheets differ from the site's, since they lack the styles of slots.
  for (const { file, bytes } of own) writeFileSync(join(site, file), bytes);
  const edition = editionOf(site);
  const place = { base: "/", url: "/", data: "/data/" };
  const document = createDocument({ template, styles, fonts: [...fonts, plainFont], filesOf, site: place, edition, brand });
  writeFileSync(join(site, "components.html"), document(await componentsPage(edition, place, words), "nothing"));
}

const editionOf = (site: string): Edition => JSON.parse(readFileSync(join(site, "data/edition.json"), "utf8"));

function writeGallery(site: string, lateStyles: string[]): void {
  const late = lateStyles.map((file) => `<link rel="stylesheet" href="/${file}">`).join("");
  const pages = PAGES.filter(([, file]) => existsSync(join(site, file)));
  for (const { theme, contrast } of COLUMNS)
    for (const [, file] of pages) {
      const copy = join(site, "gallery", `${theme}${contrast}`, file);
      mkdirSync(dirname(copy), { recursive: true });
      writeFileSync(copy, still(readFileSync(join(site, file), "utf8"), theme, contrast).replace("</body>", `${late}</body>`));
    }
  writeFileSync(join(site, "gallery/index.html"), overview(editionOf(site).name, pages));
}

/** A static copy of a page in a fixed theme: without scripts, and with all styles and fonts from the start. */
function still(html: string, theme: string, contrast: string): string {
  return html
    .replace("<html ", `<html data-theme="${theme}" ${contrast === "" ? "" : `data-contrast="${contrast}" `}`)
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/gu, "")
    .replaceAll(/<noscript>([\s\S]*?)<\/noscript>/gu, "$1")
    .replaceAll(/<meta http-equiv="Content-Security-Policy"[^>]*>/gu, "")
    .replaceAll('<style media="not all">', "<style>");
}

function overview(name: string, pages: [string, string][]): string {
  const heads = COLUMNS.map(({ theme, contrast }) => `<th scope="col">${theme}${contrast === "" ? "" : ", more contrast"}</th>`).join("");
  const rows = pages.map(([title, file]) => {
    const frames = COLUMNS.map(
      ({ theme, contrast }) =>
        `<td><iframe loading="lazy" title="${escapeText(`${title}, ${theme} ${contrast}`)}" src="/gallery/${theme}${contrast}/${file}"></iframe></td>`,
    );
    return `<tr><th scope="row">${title}</th>${frames.join("")}</tr>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeText(name)}: theme</title><link rel="icon" href="data:,"><style>${STYLES}</style></head><body>
<h1>${escapeText(name)}</h1>
<p>Every page kind in every theme. Problems of the theme are listed in the terminal. ${WIDTHS.map((width, at) => `<label><input type="radio" name="width" value="${width}"${at === 0 ? " checked" : ""}> ${width}</label>`).join(" ")}</p>
<table><thead><tr><th></th>${heads}</tr></thead><tbody>${rows.join("")}</tbody></table>
</body></html>\n`;
}

const WIDTHS = [360, 768, 1280];

const STYLES = `body{font:15px/1.5 system-ui,sans-serif;margin:1rem;background:#eee;color:#111;--width:360px}${WIDTHS.map((width) => `body:has([value="${width}"]:checked){--width:${width}px}`).join("")}
table{border-spacing:1rem}th{text-align:start;vertical-align:top;white-space:nowrap}thead th{position:sticky;top:0;background:#eee}
iframe{inline-size:var(--width);block-size:720px;border:1px solid #888;background:#fff}`;
