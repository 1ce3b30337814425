import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of this package: from its source and from its build alike, the nearest above that has a package.json. */
export function packageFolder(from = import.meta.dirname): string {
  return existsSync(join(from, "package.json")) ? from : packageFolder(dirname(from));
}
