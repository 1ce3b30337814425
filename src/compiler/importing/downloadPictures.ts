import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { measure } from "../draft/measure.ts";
import { FetchError, fetchPublic, type Network, publicNetwork } from "./fetchPublic.ts";

/** A picture on another site, and the file below the folder that it shall become. */
export type Wanted = { address: string; to: string };

/** "kept" is what was there before. A reason is the end of a sentence whose subject is the picture. */
export type Download = { address: string; to: string; outcome: "saved" | "kept" | { reason: string } };

export type DownloadOptions = {
  /** Below which the files go. */
  folder: string;
  /** Told after each picture how many are done, and of how many. */
  onProgress?: (done: number, total: number) => void;
  /** Largest file, in bytes. */
  most?: number;
  /** Milliseconds for one picture. */
  patience?: number;
  network?: Network;
};

/** Each may hold as many bytes in memory as the largest file. */
const AT_ONCE = 4;
const AT_ONCE_PER_HOST = 2;

const MEGABYTE = 1024 * 1024;

/**
 * Fetches pictures from the public web, a few at once and fewer from each host.
 * A file appears whole or not at all, and what is there is not fetched again: a
 * download that was broken off goes on where it was.
 * @returns what came of each, in the order in which they were wanted
 */
export async function downloadPictures(wanted: Wanted[], options: DownloadOptions): Promise<Download[]> {
  const outcomes = new Map<string, Download["outcome"]>();
  const one = async ({ address, to }: Wanted): Promise<void> => {
    if (!outcomes.has(to)) {
      // Said at once, so that nobody else begins the same.
      outcomes.set(to, { reason: "was not fetched" });
      outcomes.set(to, await download(address, to, options));
    }
    options.onProgress?.((done += 1), wanted.length);
  };
  let done = 0;
  const lanes = [...byHost(wanted).values()].flatMap((ofHost) => {
    const waiting = ofHost.values();
    return Array.from({ length: Math.min(AT_ONCE_PER_HOST, ofHost.length) }, () => async () => {
      for (const next of waiting) await one(next);
    });
  });
  const open = lanes.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const lane of open) await lane();
    }),
  );
  return wanted.map(({ address, to }) => ({ address, to, outcome: outcomes.get(to) ?? { reason: "was not fetched" } }));
}

function byHost(wanted: Wanted[]): Map<string, Wanted[]> {
  const hosts = new Map<string, Wanted[]>();
  for (const one of wanted) {
    const host = URL.canParse(one.address) ? new URL(one.address).host : "";
    const ofHost = hosts.get(host) ?? [];
    ofHost.push(one);
    hosts.set(host, ofHost);
  }
  return hosts;
}

async function download(address: string, to: string, options: DownloadOptions): Promise<Download["outcome"]> {
  const { folder, most = 20 * MEGABYTE, patience = 60_000, network = publicNetwork } = options;
  const path = pathBelow(folder, to);
  if (path === undefined) return { reason: "would lie outside of the folder" };
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

/** By a file of another name, which the next run writes over if this one is killed. */
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
