import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  chromium.executablePath(),
];

/** The headless shell, without a browser's interface: it starts and renders in two thirds of the time. */
const SHELL = "/usr/bin/chromium-headless-shell";

/** Switches off what a browser does by itself: updates, first-run page, background connections. */
const QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Playwright switches the back/forward cache off. */
const FORGETS = "--disable-back-forward-cache";

/**
 * A headless Chromium, which is installed if it is missing. Tests are never skipped for want of it.
 * @param options.remembersPages needs the whole browser: the shell has no back/forward cache
 */
export async function launchChromium({ remembersPages = false, flags = [] as string[] } = {}): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: remembersPages ? chromiumFile() : quickChromiumFile(),
    args: [...QUIET, ...flags, ...(root ? ["--no-sandbox"] : [])],
    ignoreDefaultArgs: remembersPages ? [FORGETS] : [],
  });
}

/** Installs what is missing before several tests need it at once. The shell is optional: it is only faster. */
export function prepareChromium(): void {
  chromiumFile();
  if (findShell() || !mayInstall()) return;
  try {
    installPackage("chromium-headless-shell");
  } catch {
    // Not every release of Debian has it.
  }
}

/** The path of a Chromium, which is installed if there is none. */
export function chromiumFile(): string {
  return findChromium() ?? installChromium();
}

/** The path of the shell, or of a Chromium where there is none. */
export const quickChromiumFile = (): string => findShell() ?? chromiumFile();

function findChromium(): string | undefined {
  return [process.env["CHROMIUM_PATH"], ...BROWSERS].find((path) => path !== undefined && path !== "" && existsSync(path));
}

/** Unless an environment variable names a browser. */
function findShell(): string | undefined {
  return !process.env["CHROMIUM_PATH"] && existsSync(SHELL) ? SHELL : undefined;
}

/** From Debian's packages where we may install them, else Playwright's own build. */
function installChromium(): string {
  try {
    if (mayInstall()) installPackage("chromium");
    else {
      const cli = join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
      execFileSync(process.execPath, [cli, "install", "chromium"], { stdio: "ignore" });
    }
  } catch (cause) {
    throw new Error("The browser tests need a Chromium, and none could be installed. Install one and name it in CHROMIUM_PATH.", { cause });
  }
  const found = findChromium();
  if (!found) throw new Error("A Chromium was installed but cannot be found. Name it in CHROMIUM_PATH.");
  return found;
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

function installPackage(name: string): void {
  execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
  execFileSync("apt-get", ["install", "-y", "-qq", name], { stdio: "ignore" });
}
