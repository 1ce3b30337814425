import { join } from "node:path";
import { globSync } from "tinyglobby";
import { type Built, compile } from "#compiler/compile.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import type { Output } from "#compiler/write/output.ts";
import { workerFile } from "#content/kept.ts";
import { shellModules } from "#prerender/shellModules.ts";
import { compress } from "./compress.ts";
import { type BuiltReader, builtReader } from "./builtReader.ts";
import { refuseOverlap, requireFolder, type SiteOptions } from "./options.ts";
import { printReport } from "./printReport.ts";
import { createProgress, type Progress } from "./progress.ts";
import { stageSite } from "./stagedSite.ts";
import { retiredWorker, WORKERS, workerScript } from "./workerScript.ts";

/**
 * Makes the site: the compiler's JSON and feeds, the reader's own files, and an
 * HTML file for every page. Says on the way what is wrong with the input.
 * @returns every problem found
 */
export async function build({
  content,
  out,
  url,
  base,
  data,
  compress: compressed = true,
  worker = true,
}: SiteOptions): Promise<Problem[]> {
  requireFolder(content);
  refuseOverlap(content, out);
  const reader = builtReader();
  const { progress, stop } = createProgress();
  const compileInto = (folder: string) =>
    compile({
      content,
      out: folder,
      url,
      base,
      data,
      onProgress: progress,
      andThen: async (built, output) => {
        copyReader(reader.folder, output);
        await prerenderInto(output, built, reader, worker, progress);
        const modules = shellModules(built.edition.language);
        output.write(workerFile, worker ? workerScript(reader, siteOf(built), modules) : retiredWorker(reader));
        if (compressed) await compress(output, progress);
      },
    });
  const { problems, counts } = await stageSite(out, compileInto, ({ built }) => built !== undefined);
  stop();
  printReport(problems, counts);
  return problems;
}

/** The app's files, and what stands beside it: icons and the article's schema. */
function copyReader(folder: string, output: Output): void {
  for (const file of globSync("**/*", { cwd: folder, ignore: ["index.html", ".vite/**", ...WORKERS] }).toSorted())
    output.copy(file, join(folder, file));
}

async function prerenderInto(output: Output, built: Built, reader: BuiltReader, worker: boolean, progress: Progress): Promise<void> {
  const { edition, redirects } = built;
  // React is loaded only here: the other commands start without it, and from source too, where Node cannot read its CSS.
  const { prerender } = await import("#prerender/prerender.ts");
  let done = 0;
  await prerender(built.pages, {
    template: reader.template,
    styles: reader.styles,
    preload: reader.fonts,
    chunksOf: reader.chunksOf,
    site: siteOf(built),
    edition,
    worker,
    redirects,
    write: (file, html) => {
      output.write(file, html);
      progress("Pages", ++done, built.pageCount);
    },
  });
}

function siteOf({ site, settings }: Built): { base: string; url: string; data: string } {
  return {
    base: site.base,
    url: settings.url === undefined ? site.base : site.url,
    data: withSlash(settings.data ?? `${site.base}data/`),
  };
}

function withSlash(address: string): string {
  return address.endsWith("/") ? address : `${address}/`;
}
