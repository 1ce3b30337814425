import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CliError } from "../src/cli/CliError.ts";
import { requireFolder } from "../src/cli/options.ts";
import { buildApp } from "./app/buildApp.ts";
import { isAppOfSources } from "./app/sourcesOfApp.ts";

// Without arguments, builds the app. With those of a command, builds the app if its sources have changed, and runs the command.

const root = join(import.meta.dirname, "..");
const args = process.argv.slice(2);

try {
  if (args.length === 0) await buildApp(root);
  else {
    requireContent();
    if (!isAppOfSources(root)) {
      const isFirst = !existsSync(join(root, "build", "app", "index.html"));
      console.error(isFirst ? "Building the app, once …" : "The app’s sources have changed: building it anew …");
      await buildApp(root);
    }
    process.exitCode = await run(join(root, "bin", "broadsheet.js"), args);
  }
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Reports a wrong command before building the app, which takes a while. */
function requireContent(): void {
  const { values } = parseArgs({ args, strict: false, allowPositionals: true, options: { content: { type: "string" } } });
  if (!args.includes("--help")) requireFolder(typeof values.content === "string" ? values.content : "content");
}

async function run(file: string, args: string[]): Promise<number> {
  const child = spawn(process.execPath, [file, ...args], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((ended, fail) => child.on("error", fail).on("close", (code) => ended(code ?? 1)));
}
