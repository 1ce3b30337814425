import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CliError } from "./CliError.ts";

/** The folder of this package: from its source and from its build alike, the nearest above that has a package.json. */
export function packageFolder(from = import.meta.dirname): string {
  return existsSync(join(from, "package.json")) ? from : packageFolder(dirname(from));
}

/** The built reader: the folder of its files, its template, and its styles. */
export function builtReader(): { folder: string; template: string; styles: string } {
  const folder = join(packageFolder(), "build", "app");
  const index = join(folder, "index.html");
  if (!existsSync(index)) throw new CliError("The reader has not been built. Run `npm run build:app` once.");
  const template = readFileSync(index, "utf8");
  const sheet = /<link rel="stylesheet"[^>]* href="([^"]+)"/u.exec(template)?.[1];
  return { folder, template, styles: sheet === undefined ? "" : readFileSync(join(folder, sheet), "utf8") };
}
