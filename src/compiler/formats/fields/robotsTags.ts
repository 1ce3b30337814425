/** The instructions to search engines in the `meta` elements of a page's head, as HTML. */
export function robotsTags(html: string): string[] {
  const metas = html.matchAll(/<meta\b[^<>]*?\bname\s*=\s*["']?(?:robots|googlebot|bingbot)\b[^<>]*>/giu);
  return [...metas].flatMap(([meta]) => {
    const [, double, single, plain] = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(meta) ?? [];
    return double ?? single ?? plain ?? [];
  });
}
