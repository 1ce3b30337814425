import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { inParallel } from "#content/inParallel.ts";
import { measure } from "../draft/measure.ts";
import { FetchError, fetchPublic, type Network, publicNetwork } from "./fetchPublic.ts";

/** A picture on another site, and the path of its file in the folder. */
export type Wanted = { address: string; to: string };

/** The result of a download: "kept" if the file already existed. A `reason` completes a sentence whose subject is the picture. */
export type Download = { address: string; to: string; outcome: "saved" | "kept" | { reason: string } };

export type DownloadOptions = {
  /** The folder for the files. */
  folder: string;
  /** Called after each picture. */
  onProgress?: (done: number, total: number) => void;
  /** The maximum file size, in bytes. */
  most?: number;
  /** The time limit for one picture, in milliseconds. */
  patience?: number;
  network?: Network;
};

/** Each download may hold a file of the maximum size in memory. */
const AT_ONCE = 4;
const AT_ONCE_PER_HOST = 2;

const MEGABYTE = 1024 * 1024;

/**
 * Downloads pictures from the public web, a few at a time and fewer from each host.
 * A file is written whole or not at all, and an existing one is not fetched again, so
 * that an interrupted download continues where it stopped.
 * @returns the result for each, in the order of `wanted`
 */
export async function downloadPictures(wanted: Wanted[], options: DownloadOptions): Promise<Download[]> {
  const outcomes = new Map<string, Download["outcome"]>();
  const downloadOne = async ({ address, to }: Wanted): Promise<void> => {
    if (!outcomes.has(to)) {
      // Set before the download, so that the same file is not fetched twice.
      outcomes.set(to, { reason: "was not fetched" });
      outcomes.set(to, await download(address, to, options));
    }
    options.onProgress?.((done += 1), wanted.length);
  };
  let done = 0;
  const lanes = [...byHost(wanted).values()].flatMap((ofHost) => {
    const waiting = ofHost.values();
    return Array.from({ length: Math.min(AT_ONCE_PER_HOST, ofHost.length) }, () => async () => {
      for (const next of waiting) await downloadOne(next);
    });
  });
  await inParallel(lanes, AT_ONCE, (lane) => lane());
  return wanted.map(({ address, to }) => ({ address, to, outcome: outcomes.get(to) ?? { reason: "was not fetched" } }));
}

function byHost(wanted: Wanted[]): Map<string, Wanted[]> {
  const hosts = new Map<string, Wanted[]>();
  for (const picture of wanted) {
    const host = URL.canParse(picture.address) ? new URL(picture.address).host : "";
    const ofHost = hosts.get(host) ?? [];
    ofHost.push(picture);
    hosts.set(host, ofHost);
  }
  return hosts;
}

async function download(address: string, to: string, options: DownloadOptions): Promise<Download["outcome"]> {
  const { folder, most = 20 * MEGABYTE, patience = 60_000, network = publicNetwork } = options;
  const path = pathBelow(folder, to);
  if (path === undefined) return { reason: "would be outside the folder" };
  if (await isFile(path)) return "kept";
  try {
    const content = await fetchPublic(address, { network, most, patience });
    const measured = measure(content);
    if ("reason" in measured) return measured;
    await save(path, content);
    return "saved";
  } catch (error) {
    if (error instanceof FetchError) return { reason: error.message };
    throw error;
  }
}

function pathBelow(folder: string, to: string): string | undefined {
  const path = resolve(folder, to);
  const way = relative(resolve(folder), path);
  return way === "" || way === ".." || way.startsWith(`..${sep}`) || resolve(way) === way ? undefined : path;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (there) => there.isFile(),
    () => false,
  );

/** Writes to a temporary file first, which the next run overwrites if this one is killed. */
async function save(path: string, content: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = join(dirname(path), `.${basename(path)}.part`);
  try {
    await writeFile(part, content);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}
