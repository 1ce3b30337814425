import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { digest } from "#compiler/state/digest.ts";
import type { BuiltReader } from "./builtReader.ts";
import { packageFolder } from "#compiler/settings/packageFolder.ts";

/**
 * Identifies the program itself: another version of it, of its packages or of
 * Node may make different pages from the same stories.
 * @param root the folder of the program
 */
export function versionOf(reader: Pick<BuiltReader, "template" | "styles">, root = packageFolder()): string {
  const built = join(root, "build", "node");
  const files = readdirSync(built, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .toSorted()
    .map((file) => digest(readFileSync(join(built, file))));
  const described: Record<"dependencies" | "peerDependencies", object> = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const packages = Object.keys({ ...described.dependencies, ...described.peerDependencies }).map((name) => installed(name, root));
  return JSON.stringify([process.versions, digest(reader.template + reader.styles.first + reader.styles.rest), packages, files]);
}

/**
 * The digest of a package's package.json, found in the nearest node_modules above. Yarn's Plug'n'Play has none: the place that it
 * gives instead has the version in it.
 */
function installed(name: string, root: string, folder = root): string {
  const file = join(folder, "node_modules", name, "package.json");
  if (existsSync(file)) return digest(readFileSync(file));
  return dirname(folder) === folder ? placeOf(name, root) : installed(name, root, dirname(folder));
}

function placeOf(name: string, root: string): string {
  try {
    return createRequire(join(root, "package.json")).resolve(name);
  } catch {
    return "";
  }
}
