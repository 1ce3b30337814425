import { appendFileSync, cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestsOf } from "../../src/cli/build/workerScript.ts";
import type { WorkerSettings } from "#content/serviceWorker.ts";

/** A site after an update of the app: one script has changed, and all have other names, except those with the site's words; the old ones are gone. */
export function nextVersion(site: string, to: string): string {
  // Compressed copies would still have the old content.
  cpSync(site, to, { recursive: true, filter: (file) => !/\.(?:br|gz)$/u.test(file) });
  const assets = join(to, "assets");
  const scripts = readdirSync(assets).filter((file) => /^(?!words-).*\.js$/u.test(file));
  const names = new RegExp(scripts.map((script) => script.replaceAll(".", "\\.")).join("|"), "gu");
  for (const file of readdirSync(to, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:html|js)$/u.test(name))) {
    const path = join(to, file);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(names, renamed));
  }
  for (const script of scripts) renameSync(join(assets, script), join(assets, renamed(script)));
  // The one that changed: the worker makes the others from those it has.
  for (const script of scripts.filter((name) => name.startsWith("lists-"))) appendFileSync(join(assets, renamed(script)), "// Changed.\n");
  writeWorker(join(to, "sw.js"), assets);
  return to;
}

/** The worker knows its version, and the bytes of each file. */
function writeWorker(worker: string, assets: string): void {
  const [first = "", ...code] = readFileSync(worker, "utf8").split("\n");
  const settings: WorkerSettings = JSON.parse(first.replace("self.broadsheet=", "").replace(/;$/u, ""));
  const next = { ...settings, version: `next-${settings.version}`, digests: digestsOf(assets) };
  writeFileSync(worker, [`self.broadsheet=${JSON.stringify(next)};`, ...code].join("\n"));
}

/** The end of the names of its scripts: the last characters of their digests. */
export const NEXT = "next.js";

function renamed(script: string): string {
  return script.replace(/.{4}\.js$/u, NEXT);
}
