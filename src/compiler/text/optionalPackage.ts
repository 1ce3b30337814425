import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The optional package that gives listings their colours. */
export const COLOURS_CODE = "highlight.js";

/**
 * Where a package is that only some stories need: an optional peer of this one, see package.json. Nothing installs it at run time.
 * @param name as in package.json
 * @returns the path of its main file, or undefined if it is not there
 */
export function placeOfPackage(name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}

/** Whether such a package is there. */
export const isInstalled = (name: string): boolean => placeOfPackage(name) !== undefined;

/**
 * The remedy where an optional package is missing, as a sentence: the command of the package manager that runs this program, or else
 * of npm. Managers name themselves in `npm_config_user_agent` ("pnpm/10.1.0 npm/? …") when they run a script of a package.
 */
export function installRemedy(name: string, { npm_config_user_agent: agent = "" } = process.env): string {
  const [manager = ""] = agent.split("/");
  const command = manager === "pnpm" || manager === "yarn" ? `${manager} add` : "npm install";
  return `Run \`${command} ${name}\` where the paper’s package.json is.`;
}
