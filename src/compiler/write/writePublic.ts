import { accessSync, constants } from "node:fs";
import { dirname } from "node:path/posix";
import type { Report } from "../draft/problem.ts";
import type { Output } from "../output/output.ts";
import type { SiteFile } from "../output/siteFile.ts";
import { PUBLIC_FOLDER } from "../settings/settingsFile.ts";
import { isNeeded } from "./redirects/siteAddresses.ts";

/**
 * Copies files of the paper into the site as they are. One whose address the site needs itself is reported and left out, and so is one
 * that cannot be read; of that, the previous version stays.
 * @param files with their addresses on the site; called once the pages are written
 */
export function writePublic(files: Extract<SiteFile, { from: string }>[], output: Output, report: Report): void {
  if (files.length === 0) return;
  const folders = new Set(output.files().flatMap(foldersOf));
  for (const { url, from } of files) {
    const file = url.slice(1);
    const problem = (severity: "warning" | "error", message: string, remedy: string): void =>
      report({ severity, file: `${PUBLIC_FOLDER}${url}`, message, remedy });
    const owner = [file, `${file}.html`, file.replace(/(?:\/index)?\.html$/u, ".html"), ...foldersOf(file)].find((each) =>
      output.has(each),
    );
    if (
      owner !== undefined ||
      folders.has(file) ||
      (isNeeded(file.replace(WELL_KNOWN, "")) && file !== "favicon.ico") ||
      /\.(?:br|gz)$/iu.test(file)
    )
      problem(
        "warning",
        `It is not published, since the site itself has ${owner ?? "something"} at this address.`,
        "Give it another name.",
      );
    else if (isReadable(from)) output.copy(file, from);
    else {
      const kept = output.keep(file) ? "its previous version stays" : "it is left out";
      problem("error", `It cannot be read, so ${kept}.`, "Allow it to be read.");
    }
  }
}

/** Public files of other programs (RFC 8615), of which a site has none but the reservation of its texts. */
const WELL_KNOWN = /^\.well-known\//u;

/** The folders above a file, the nearest first. */
function foldersOf(file: string): string[] {
  const above = dirname(file);
  return above === "." ? [] : [above, ...foldersOf(above)];
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
