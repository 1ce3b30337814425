import type { Article } from "#content/article.ts";
import type { Redirect } from "#content/site.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import { link } from "#compiler/link/link.ts";
import { addressOf, type PageAddress } from "#compiler/link/page.ts";
import { type Outcome, Output } from "#compiler/output/output.ts";
import type { SiteFile } from "#compiler/output/siteFile.ts";
import { siteAt } from "#compiler/write/siteAt.ts";
import { writeSite } from "#compiler/write/writeSite.ts";
import { makeSettings } from "./makeSettings.ts";
import { filesIn, temporaryFolder } from "./temporaryFolder.ts";

type Options = { json?: { url?: string | undefined; [field: string]: unknown }; base?: string; out?: string; pictures?: SiteFile[] };

/** An edition on disk: all its files with their text, and the reported problems. */
export type Written = {
  out: string;
  pages: PageAddress[];
  redirects: Redirect[];
  files: Outcome;
  problems: Problem[];
  texts: Map<string, string>;
  text: (file: string) => string;
};

/** Writes an edition into a new folder (or `out`). Its address is https://example.org/, unless the JSON says otherwise. */
export async function written(
  articles: Article[],
  { json = {}, base, out = temporaryFolder(), pictures = [] }: Options = {},
): Promise<Written> {
  const settings = makeSettings({ url: "https://example.org/", ...json });
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const linked = link(articles, settings);
  const output = new Output(out);
  const { redirects } = await writeSite({ linked, pictures, settings, site: siteAt(settings.url, base) }, output, report, () => {});
  const files = output.finish();
  const texts = filesIn(out);
  const text = (file: string): string => {
    const found = texts.get(file);
    if (found === undefined) throw new Error(`There is no file ${file}, but ${[...texts.keys()].join(", ")}.`);
    return found;
  };
  return { out, pages: [...linked.pages].map(addressOf), redirects, files, problems, texts, text };
}
