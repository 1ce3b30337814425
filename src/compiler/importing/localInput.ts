import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, posix } from "node:path";
import { FetchError, fetchPublic, type Network, publicNetwork } from "./fetchPublic.ts";
import { isZip, unpackZip } from "./unpackZip.ts";

/** A file or folder on this machine; `close` removes the temporary files that were made for it. */
export type LocalInput = {
  path: string;
  /** When the file that it was unpacked from was last modified. */
  modified?: Date;
  close: () => void;
};

/** Whether the archive is given as a web address. */
export const isAddress = (input: string): boolean => /^https?:\/\//iu.test(input);

/**
 * Makes an archive available as a file or folder on this machine: fetches a web
 * address and unpacks a zip file.
 * @returns the archive; or why it is not available, as a full sentence
 */
export async function localInput(input: string, network: Network = publicNetwork): Promise<LocalInput | { reason: string }> {
  const isWeb = isAddress(input);
  if (!isWeb && (!statSync(input).isFile() || !/\.(?:zip|textpack|bear2?bk)$/iu.test(input))) return { path: input, close: () => {} };
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-import-"));
  const close = () => rmSync(folder, { recursive: true, force: true });
  try {
    const path = isWeb ? await fetched(input, folder, network) : input;
    const modified = isWeb ? new Date() : statSync(input).mtime;
    if (!isZip(path)) return { path, modified, close };
    const unpacked = join(folder, "unpacked");
    mkdirSync(unpacked);
    const reason = await unpackZip(path, unpacked);
    if (reason === undefined) return { path: inner(unpacked), modified, close };
    close();
    return { reason: `${isWeb ? input : basename(input)} ${reason}, so nothing was imported.` };
  } catch (error) {
    close();
    if (error instanceof FetchError) return { reason: `${input} ${error.message}, so nothing was imported.` };
    throw error;
  }
}

/** Most zip files contain a single folder: the one that was packed. */
function inner(folder: string): string {
  const [only, ...more] = readdirSync(folder, { withFileTypes: true });
  return only?.isDirectory() === true && more.length === 0 ? join(folder, only.name) : folder;
}

/** The limits for a file that is fetched: its size in bytes, and the time in milliseconds. */
const LARGEST = 500_000_000;
const PATIENCE = 600_000;

async function fetched(address: string, folder: string, network: Network): Promise<string> {
  const { pathname, protocol } = new URL(address);
  if (protocol !== "https:") throw new FetchError("is not encrypted (https)");
  const bytes = await fetchPublic(address, { network, most: LARGEST, patience: PATIENCE, accept: "*/*" });
  const path = join(folder, posix.basename(pathname).replace(/[^\w.-]/gu, "") || "archive");
  writeFileSync(path, bytes);
  return path;
}
