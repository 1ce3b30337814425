import { existsSync } from "node:fs";

const PACKAGES = { Firefox: "firefox-esr", WebKit: "webkit2gtk-driver and xvfb" };

/**
 * Finds a program of an engine.
 * @param variable of the environment that may name it
 * @throws if it is missing: a skipped test would say nothing about the engine
 */
export function engineFile(engine: keyof typeof PACKAGES, variable: string, places: string[]): string {
  const file = [process.env[variable], ...places].find((path) => path !== undefined && path !== "" && existsSync(path));
  if (file === undefined)
    throw new Error(
      `${engine} is not here. On Debian install ${PACKAGES[engine]}, elsewhere name it in ${variable} (looked at ${places.join(", ")}).`,
    );
  return file;
}
