/** The built index.html, cut where a page's own parts go. Links to fonts begin the body: in the head, Chromium would hold the first paint back for them. */
export type Template = (parts: {
  language: string;
  direction: string;
  head: string;
  fonts: string;
  page: string;
  /** Links to style sheets that only this page needs. */
  styles?: string;
  chunks: string;
}) => string;

/** What Vite puts into the head. The chunks that a script needs are its own affair here. */
const BUILT = /\s*<(?:script type="module"|link rel="(?:stylesheet|modulepreload)")[^>]*>(?:<\/script>)?/gu;

/**
 * Scripts and styles are moved to the end, where nothing waits for them: the page
 * brings what its first paint needs along.
 * @param html build/app/index.html: its addresses of assets begin with "./"
 * @param base where the edition lies; assets are named from there, so that a page at any depth finds them
 * @param fonts what a page is set in, below the base
 * @param slots what each page hands on to the app for the next
 */
export function createTemplate(html: string, base: string, fonts: string[], slots = ""): Template {
  const rooted = html.replaceAll(/>\s+</gu, "><").replaceAll(/(src|href)="\.\//gu, `$1="${base}`);
  const late = (rooted.match(BUILT) ?? []).filter((element) => !element.includes("modulepreload")).map(later);
  const [beforeHead = "", afterHead = ""] = rooted.replaceAll(BUILT, "").split("<!--head-->");
  const [beforePage = "", afterPage = ""] = afterHead.split("<!--page-->");
  const [beforeEnd = "", afterEnd = ""] = afterPage.split("</body>");
  const fontNames = fonts.map((file) => file.replace(/^.*\/(.*)\.woff2$/u, "$1")).join(" ");
  return ({ language, direction, head, fonts, page, styles = "", chunks }) =>
    [
      beforeHead.replace('<html lang="en">', `<html lang="${language}" dir="${direction}">`),
      head,
      beforePage.replace("<body>", () => `<body>${fonts}`),
      page,
      beforeEnd,
      // A slot may have scripts of its own.
      slots,
      late.join("").replace("<script ", `<script data-chunks="${chunks}" data-fonts="${fontNames}" `),
      `${styles}</body>${afterEnd}`,
    ].join("");
}

/**
 * Fonts, or the pictures of the first screen, come before it. A page brings the text of the first sheet along, and of
 * the other what it needs to be shown: a script lets the rest hold once it has been painted.
 */
function later(element: string): string {
  const late = element.trim().replace(/(?: crossorigin)? (src|href)=/u, ' fetchpriority="low" $1=');
  if (!late.startsWith("<link")) return late;
  const whole = `<noscript>${late}</noscript>`;
  return late.includes("/first-") ? whole : late.replace('rel="stylesheet"', 'rel="preload" as="style"') + whole;
}
