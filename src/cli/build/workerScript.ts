import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { editionFolder } from "#content/paths.ts";
import { DIGEST_LENGTH, type WorkerSettings } from "#content/serviceWorker.ts";
import { digestOf } from "#prerender/head/hashOf.ts";
import type { BuiltReader } from "./builtReader.ts";

/** The worker, its kill switch and what reports its faults, in the folder of the built reader. */
export const WORKERS = ["worker.js", "retire.js", "faults.js"];

/**
 * The service worker of a site: its settings, followed by its code. It changes
 * only when the app does, so that new articles bring no new worker.
 * @param chunks the chunks of the reader that must be on the device, see shellChunks
 * @param others the editions in other languages, with the scripts of their words
 */
export function workerScript(
  reader: BuiltReader,
  site: { base: string; data: string; faults?: boolean },
  chunks: string[],
  others: { prefix: string; scripts: string[] }[] = [],
): string {
  const sheets = [...reader.lateStyles, ...(reader.styles.rare ? [reader.styles.rare.file] : [])];
  const needed = [
    ...reader.named,
    ...sheets,
    ...reader.filesOf(chunks),
    ...others.flatMap(({ scripts }) => scripts),
    ...reader.fonts,
    reader.plainFont,
    // Every page names it.
    reader.without.includes("icon.svg") ? "icon-192.png" : "icon.svg",
  ].map((file) => site.base + file);
  const shell = [...new Set(needed)];
  const fronts = [site.base, ...others.map(({ prefix }) => site.base + editionFolder(prefix))];
  const code = [...(site.faults ? ["faults.js"] : []), "worker.js"].map((file) => codeOf(reader, file)).join("\n");
  const version = createHash("sha256")
    .update(JSON.stringify([site.data, shell, code]))
    .digest("hex")
    .slice(0, 12);
  const own = reader.own.map(({ file, bytes }) => [basename(file), digestOfFile(bytes)]);
  const digests = { ...digestsOf(join(reader.folder, "assets")), ...Object.fromEntries(own) };
  const settings: WorkerSettings = { version, base: site.base, fronts, data: site.data, shell, digests };
  return `self.broadsheet=${JSON.stringify(settings)};\n${code}`;
}

/** The script that takes the worker's place to remove it from browsers that have it. */
export function retiredWorker(reader: BuiltReader): string {
  return codeOf(reader, "retire.js");
}

/** The digest by which the worker checks each file of the assets folder. */
export function digestsOf(assets: string): Record<string, string> {
  return Object.fromEntries(readdirSync(assets).map((name) => [name, digestOfFile(readFileSync(join(assets, name)))]));
}

const digestOfFile = (bytes: Uint8Array): string => digestOf(bytes).slice(0, DIGEST_LENGTH);

function codeOf({ folder }: BuiltReader, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}
