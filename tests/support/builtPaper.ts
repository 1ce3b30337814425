import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { broadsheet } from "./installation.ts";
import { openSite, type Site } from "./site.ts";
import { writeFiles } from "./temporaryFolder.ts";

type Files = Record<string, string | Uint8Array>;
type OnCleanup = (cleanup: () => void | Promise<void>) => void;

/**
 * Builds a paper with the installed command, for a fixture of a file of journeys.
 * @param files of its content folder
 * @returns the folder of the site
 */
export async function builtPaper(files: Files, onCleanup: OnCleanup): Promise<string> {
  const { site, remove } = await build(files);
  onCleanup(remove);
  return site;
}

/** The same, served for all journeys of the file. */
export async function servedPaper(files: Files, onCleanup: OnCleanup): Promise<Site> {
  const { site, remove } = await build(files);
  const served = await openSite(site);
  onCleanup(async () => {
    await served.close();
    remove();
  });
  return served;
}

async function build(files: Files): Promise<{ site: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  const [content, site] = [join(folder, "content"), join(folder, "site")];
  writeFiles(content, files);
  await broadsheet(inject("installation"), "build", "--content", content, "--out", site, "--no-compress");
  return { site, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
