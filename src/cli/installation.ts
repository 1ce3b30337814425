import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CliError } from "./CliError.ts";

/** The folder of this package: from its source and from its build alike, the nearest above that has a package.json. */
export function packageFolder(from = import.meta.dirname): string {
  return existsSync(join(from, "package.json")) ? from : packageFolder(dirname(from));
}

/** The built reader: its template, and the folder of its files. */
export function builtReader(): { folder: string; template: string } {
  const folder = join(packageFolder(), "build", "app");
  const template = join(folder, "index.html");
  if (!existsSync(template)) throw new CliError("The reader has not been built. Run `npm run build:app` once.");
  return { folder, template: readFileSync(template, "utf8") };
}
