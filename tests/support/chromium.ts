import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
];

/** Of what a browser does by itself, nothing: no look for updates, no first-run page, no connections of its own. */
const QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Playwright switches off what a browser remembers of pages that were left. */
const FORGETS = "--disable-back-forward-cache";

/** A headless Chromium: one that is here, or one that is installed now. It never passes by skipping. */
export async function launchChromium({ remembersPages = false } = {}): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: chromiumFile(),
    args: root ? [...QUIET, "--no-sandbox"] : QUIET,
    ignoreDefaultArgs: remembersPages ? [FORGETS] : [],
  });
}

/** Where a Chromium is; one is installed where there is none. */
export function chromiumFile(): string {
  return findChromium() ?? installChromium();
}

function findChromium(): string | undefined {
  return [process.env["CHROMIUM_PATH"], ...PLACES, chromium.executablePath()].find(
    (path) => path !== undefined && path !== "" && existsSync(path),
  );
}

/** From Debian's packages where we may install them, else Playwright's own build. */
function installChromium(): string {
  const quietly = { stdio: "ignore" } as const;
  try {
    if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
      execFileSync("apt-get", ["update", "-qq"], quietly);
      execFileSync("apt-get", ["install", "-y", "-qq", "chromium"], quietly);
    } else {
      const cli = join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
      execFileSync(process.execPath, [cli, "install", "chromium"], quietly);
    }
  } catch (cause) {
    throw new Error("The browser tests need a Chromium, and none could be installed. Install one and name it in CHROMIUM_PATH.", { cause });
  }
  const found = findChromium();
  if (!found) throw new Error("A Chromium was installed but cannot be found. Name it in CHROMIUM_PATH.");
  return found;
}
