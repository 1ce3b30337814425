import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A site as it is after the app has changed: every script of it has another name, and none of the old ones is there. */
export function nextVersion(site: string, to: string): string {
  // Compressed copies would still say what the old site said.
  cpSync(site, to, { recursive: true, filter: (file) => !/\.(?:br|gz)$/u.test(file) });
  const scripts = readdirSync(join(to, "assets")).filter((file) => file.endsWith(".js"));
  const names = new RegExp(scripts.map((script) => script.replaceAll(".", "\\.")).join("|"), "gu");
  for (const file of readdirSync(to, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:html|js)$/u.test(name))) {
    const path = join(to, file);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(names, renamed));
  }
  const worker = join(to, "sw.js");
  writeFileSync(worker, readFileSync(worker, "utf8").replace('"version":"', '"version":"next-'));
  for (const script of scripts) renameSync(join(to, "assets", script), join(to, "assets", renamed(script)));
  return to;
}

function renamed(script: string): string {
  return script.replace(/\.js$/u, "2.js");
}
