import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CliError } from "../../src/cli/CliError.ts";
import { rememberSources, sourcesOf } from "./sourcesOfApp.ts";

/** Builds the reader for browsers and the command for Node, and records their sources. */
export async function buildApp(root: string): Promise<void> {
  const sources = sourcesOf(root);
  rememberSources(root, undefined);
  await vite(root, "build");
  withoutPlace(root);
  await vite(root, "build", "--ssr");
  rememberSources(root, sources);
}

/** Vite lists a sheet that is imported by its URL under its whole path, and the package would differ from place to place. */
function withoutPlace(root: string): void {
  const manifest = join(root, "build", "app", ".vite", "manifest.json");
  const place = JSON.stringify(`${root.replaceAll("\\", "/")}/`).slice(1, -1);
  writeFileSync(manifest, readFileSync(manifest, "utf8").replaceAll(`"${place}`, '"'));
}

async function vite(root: string, ...args: string[]): Promise<void> {
  const file = join(root, "node_modules", "vite", "bin", "vite.js");
  const child = spawn(process.execPath, [file, ...args, "--logLevel", "warn"], { cwd: root, stdio: "inherit" });
  const code = await new Promise((ended, fail) => child.on("error", fail).on("close", ended));
  if (code !== 0) throw new CliError("The app could not be built.");
}
