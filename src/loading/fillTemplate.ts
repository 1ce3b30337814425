/** Fills the built index.html with the parts of a page. */
export type Template = (parts: {
  language: string;
  direction: string;
  head: string;
  page: string;
  /** Links to style sheets that only this page needs. */
  styles?: string;
  chunks: string;
}) => string;

/** The elements that Vite adds to the head. Its module preloads are dropped: the entry script loads its own chunks. */
const BUILT = /\s*<(?:script type="module"|link rel="(?:stylesheet|modulepreload)")[^>]*>(?:<\/script>)?/gu;

/**
 * Moves scripts and styles to the end, where nothing waits for them: the page
 * inlines what its first paint needs.
 * @param html build/app/index.html: its addresses of assets begin with "./"
 * @param base the base path of the site, to which assets are made relative, so that a page at any depth finds them
 * @param fonts the fonts that a page uses, below the base, and whether some are the paper's own
 * @param slots the templates of slots, which each page passes to the app
 */
export function createTemplate(
  html: string,
  base: string,
  { files, isBranded }: { files: string[]; isBranded: boolean },
  slots = "",
): Template {
  const rooted = html.replaceAll(/>\s+</gu, "><").replaceAll(/(src|href)="\.\//gu, `$1="${base}`);
  const late = (rooted.match(BUILT) ?? []).filter((element) => !element.includes("modulepreload")).map(later);
  const [beforeHead = "", afterHead = ""] = rooted.replaceAll(BUILT, "").split("<!--head-->");
  const [beforePage = "", afterPage = ""] = afterHead.split("<!--page-->");
  const [beforeEnd = "", afterEnd = ""] = afterPage.split("</body>");
  const names = files.map((file) => file.replace(/^.*\/(.*)\.woff2$/u, "$1")).join(" ");
  const fonts = `data-fonts="${names}"${isBranded ? " data-brand" : ""}`;
  return ({ language, direction, head, page, styles = "", chunks }) =>
    [
      beforeHead.replace('<html lang="en">', `<html lang="${language}" dir="${direction}">`),
      head,
      beforePage,
      page,
      beforeEnd,
      // Before the reader's script, the first "<script " below: a slot may have scripts of its own.
      slots,
      late.join("").replace("<script ", `<script data-chunks="${chunks}" ${fonts} `),
      `${styles}</body>${afterEnd}`,
    ].join("");
}

/**
 * Gives a script or style sheet low priority, after fonts or the pictures of the first screen. A page inlines the first
 * sheet and the rules of the other that it needs; a script applies the rest after the first paint.
 */
function later(element: string): string {
  const late = element.trim().replace(/(?: crossorigin)? (src|href)=/u, ' fetchpriority="low" $1=');
  if (!late.startsWith("<link")) return late;
  const whole = `<noscript>${late}</noscript>`;
  return late.includes("/first-") ? whole : late.replace('rel="stylesheet"', 'rel="preload" as="style"') + whole;
}
