import { execFile } from "node:child_process";
import { copyFile, cp, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const checkout = process.cwd();

type Mode = "production" | "development";

/**
 * The package as it is when installed, built from the current sources.
 * It is in a separate folder, so that nothing in the checkout changes.
 */
export async function install(folder: string): Promise<void> {
  await copyParts(folder);
  await Promise.all([
    vite("production", "--outDir", join(folder, "build", "app")),
    vite("production", "--ssr", "--outDir", join(folder, "build", "node")),
  ]);
}

/** The same for browsers with the React that is for development, which names each hydration error. @param installation the package as `install` has built it */
export async function installForDevelopment(folder: string, installation: string): Promise<void> {
  await copyParts(folder);
  await cp(join(installation, "build", "node"), join(folder, "build", "node"), { recursive: true });
  await vite("development", "--mode", "development", "--outDir", join(folder, "build", "app"));
}

async function copyParts(folder: string): Promise<void> {
  await mkdir(join(folder, "bin"), { recursive: true });
  await copyFile("package.json", join(folder, "package.json"));
  for (const part of ["bin", "schemas", "words", ...["admin", "content", "extend"].map((name) => join("src", name))])
    await cp(part, join(folder, part), { recursive: true });
  await symlink(join(checkout, "node_modules"), join(folder, "node_modules"), "junction");
}

/** Runs the command of the installed package, as `broadsheet ARGS` does. */
export async function broadsheet(installation: string, ...args: string[]): Promise<void> {
  await node("production", join(installation, "bin", "broadsheet.js"), ...args);
}

function vite(mode: Mode, ...args: string[]): Promise<unknown> {
  return node(mode, join(checkout, "node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "warn", "--emptyOutDir", ...args);
}

/** With the tests' NODE_ENV, the build would be of a third kind, which nobody ships. */
function node(mode: Mode, ...args: string[]): Promise<unknown> {
  return run(process.execPath, args, { env: { ...process.env, NODE_ENV: mode } });
}
