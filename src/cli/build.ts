import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { type Built, compile } from "#compiler/compile.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import type { Output } from "#compiler/write/output.ts";
import { prerender } from "#prerender/prerender.ts";
import { builtReader } from "./installation.ts";
import { requireFolder, type SiteOptions } from "./options.ts";
import { printReport } from "./printReport.ts";
import { createProgress, type Progress } from "./progress.ts";
import { stageSite } from "./stagedSite.ts";

/**
 * Makes the site: the compiler's JSON and feeds, the reader's own files, and an
 * HTML file for every page. Says on the way what is wrong with the input.
 * @returns every problem found
 */
export async function build({ content, out, url, base, data }: SiteOptions): Promise<Problem[]> {
  requireFolder(content);
  const reader = builtReader();
  const { progress, stop } = createProgress();
  let problems: Problem[] = [];
  await stageSite(out, async (folder) => {
    const compiled = await compile({
      content,
      out: folder,
      url,
      base,
      onProgress: progress,
      andThen: async (built, output) => {
        copyReader(reader.folder, output);
        await prerenderInto(output, built, reader, data, progress);
      },
    });
    stop();
    problems = compiled.problems;
    printReport(problems, compiled.counts);
    return compiled.built !== undefined;
  });
  return problems;
}

/** The app's files, and what stands beside it: icons and the article's schema. */
function copyReader(folder: string, output: Output): void {
  for (const file of globSync("**/*", { cwd: folder, ignore: ["index.html", ".vite/**"] }).toSorted()) output.copy(file, join(folder, file));
}

async function prerenderInto(output: Output, built: Built, reader: ReturnType<typeof builtReader>, data: string | undefined, progress: Progress): Promise<void> {
  const { site, settings, edition, redirects } = built;
  const pages = [...built.pages].length;
  let done = 0;
  await prerender(built.pages, {
    template: reader.template,
    preload: fontsAtOnce(reader.folder),
    site: { ...site, data: withSlash(data ?? settings.data ?? `${site.base}data/`) },
    edition,
    redirects,
    write: (file, html) => {
      output.write(file, html);
      progress("Pages", ++done, pages);
    },
  });
}

/** The two faces that every page begins with: headlines and text. */
function fontsAtOnce(folder: string): string[] {
  const manifest: Record<string, { file: string }> = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8"));
  return ["display-core", "text-core"].map((name) => {
    const entry = manifest[`src/reader/styles/fonts/${name}.woff2`];
    if (!entry) throw new Error(`The built reader has no font ${name}.`);
    return entry.file;
  });
}

function withSlash(address: string): string {
  return address.endsWith("/") ? address : `${address}/`;
}
