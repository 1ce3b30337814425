import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestsOf } from "../../src/cli/build/workerScript.ts";
import type { WorkerSettings } from "#content/serviceWorker.ts";
import { hashOf } from "#prerender/head/hashOf.ts";

/** A site after an update of the app: every script has another name, and the old ones are gone, except those with the site's words. */
export function nextVersion(site: string, to: string): string {
  // Compressed copies would still have the old content.
  cpSync(site, to, { recursive: true, filter: (file) => !/\.(?:br|gz)$/u.test(file) });
  const assets = join(to, "assets");
  const scripts = readdirSync(assets).filter((file) => /^(?!words-).*\.js$/u.test(file));
  const names = new RegExp(scripts.map((script) => script.replaceAll(".", "\\.")).join("|"), "gu");
  for (const file of readdirSync(to, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:html|js)$/u.test(name))) {
    const path = join(to, file);
    const text = readFileSync(path, "utf8");
    const next = text.replaceAll(names, renamed);
    writeFileSync(path, next.replaceAll(mapHash(text), mapHash(next)));
  }
  for (const script of scripts) renameSync(join(assets, script), join(assets, renamed(script)));
  writeWorker(join(to, "sw.js"), assets);
  return to;
}

/** The hash by which the policy of a page allows its import map. */
const mapHash = (html: string): string => hashOf(/<script type="importmap">(.*?)<\/script>/su.exec(html)?.[1] ?? "");

/** The worker knows its version, and the bytes of each file. */
function writeWorker(worker: string, assets: string): void {
  const [first = "", ...code] = readFileSync(worker, "utf8").split("\n");
  const settings: WorkerSettings = JSON.parse(first.replace("self.broadsheet=", "").replace(/;$/u, ""));
  const next = { ...settings, version: `next-${settings.version}`, digests: digestsOf(assets) };
  writeFileSync(worker, [`self.broadsheet=${JSON.stringify(next)};`, ...code].join("\n"));
}

/** The end of the names of its scripts, longer than a digest of the previous version could have by chance. */
export const NEXT = "-next.js";

function renamed(script: string): string {
  return script.replace(/\.js$/u, NEXT);
}
