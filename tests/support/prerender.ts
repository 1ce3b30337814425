import type { Page } from "#content/pages/pages.ts";
import { htmlFile } from "#content/paths.ts";
import type { Redirect } from "#content/site.ts";
import { createPageRenderer, type PageRendererOptions } from "#prerender/createPageRenderer.ts";

export type PrerenderOptions = PageRendererOptions & {
  redirects: Redirect[];
  /** Puts a file into the site. */
  write: (file: string, html: string) => void;
};

/**
 * Writes every page of an edition as an HTML file.
 * @param pages one after another, so that a large edition is never in memory at once
 * @returns how many pages there were
 */
export async function prerender(pages: Iterable<Page>, { redirects, write, ...options }: PrerenderOptions): Promise<number> {
  const renderer = createPageRenderer(options);
  let count = 0;
  for (const page of pages) {
    write(htmlFile(page.path), await renderer.render(page, JSON.stringify(page.value)));
    count += 1;
  }
  for await (const { file, html } of renderer.others(redirects)) write(file, html);
  return count;
}
