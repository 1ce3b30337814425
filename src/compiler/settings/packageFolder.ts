import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of this package: the nearest ancestor with a package.json, for the source and for the build alike. */
export function packageFolder(from = import.meta.dirname): string {
  return existsSync(join(from, "package.json")) ? from : packageFolder(dirname(from));
}
