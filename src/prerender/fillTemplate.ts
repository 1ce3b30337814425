/** The built index.html, cut where a page's own parts go. */
export type Template = (parts: { language: string; direction: string; head: string; page: string }) => string;

/**
 * @param html build/app/index.html: its addresses of assets begin with "./"
 * @param base where the edition lies; assets are named from there, so that a page at any depth finds them
 */
export function createTemplate(html: string, base: string): Template {
  const rooted = html.replaceAll(/(src|href)="\.\//gu, `$1="${base}`);
  const [beforeHead = "", afterHead = ""] = rooted.split("<!--head-->");
  const [beforePage = "", afterPage = ""] = afterHead.split("<!--page-->");
  return ({ language, direction, head, page }) =>
    [beforeHead.replace('<html lang="en">', `<html lang="${language}" dir="${direction}">`), head, beforePage, page, afterPage].join("");
}
