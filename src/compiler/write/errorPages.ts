import { createHash } from "node:crypto";
import type { Brand } from "#content/brand.ts";
import type { ErrorText } from "#content/edition/edition.ts";
import { lookOf, plainStyles } from "#content/html/plainLook.ts";
import { element, escaped } from "#content/html/xml.ts";
import { inSite } from "#content/paths.ts";
import { below, type Site } from "#content/site.ts";
import type { Output } from "../output/output.ts";

/** What readers see of a site whose server fails, below the prefix of an edition. */
export const errorFile = "500.html";

/** The statuses that servers answer with it. */
export const FAILURES = [500, 502, 503, 504] as const;

/**
 * The pages for errors of a site, by the prefixes of the editions that have one. The first, if there is one, is that of the main edition.
 * `missing`: the 404 page; `failed`: the page for failures.
 */
export type ErrorPages = { missing: string[]; failed: string[] };

/** Those of a site in one language without a page for failures. */
export const ONLY_404: ErrorPages = { missing: [""], failed: [] };

/**
 * Writes the pages that servers show when they fail, from `pages/500.md`. They load nothing, since what they would load may fail too.
 * @param texts by the prefix of the edition
 * @param nameOf gives the name of an edition
 */
export function writeErrorPages(
  texts: ReadonlyMap<string, ErrorText>,
  { site, brand, nameOf }: { site: Site; brand: Brand | undefined; nameOf: (prefix: string) => string },
  output: Pick<Output, "write">,
): void {
  const style = plainStyles(lookOf(brand));
  for (const [prefix, text] of texts)
    output.write(inSite(prefix, `/${errorFile}`).slice(1), errorPage(text, { site, prefix, name: nameOf(prefix), style }));
}

function errorPage(
  { title, paragraphs, inLanguage, direction }: ErrorText,
  { site, prefix, name, style }: { site: Site; prefix: string; name: string; style: string },
): string {
  const hash = createHash("sha256").update(style).digest("base64");
  const link = (url: string, words: string) => element("a", { href: url.startsWith("/") ? below(site, url) : url }, words);
  const texts = paragraphs.map((parts) =>
    element("p", {}, ...parts.map(({ text, url }) => (url === undefined ? escaped(text) : link(url, escaped(text))))),
  );
  return `<!doctype html>
<html lang="${inLanguage}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escaped(`${title} | ${name}`)}</title>
<style>${style}</style>
</head>
<body>
<header>${link(inSite(prefix, "/"), escaped(name))}</header>
<main>
${element("h1", {}, escaped(title))}
${texts.join("\n")}
</main>
</body>
</html>
`;
}
