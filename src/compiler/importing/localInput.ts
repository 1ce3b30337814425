import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, posix } from "node:path";
import { FetchError, fetchPublic, type Network, publicNetwork } from "./fetchPublic.ts";
import { unpackTar } from "./unpackTar.ts";
import { unpackZip } from "./unpackZip.ts";

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
 * address and unpacks a zip or tar file.
 * @returns the archive; or why it is not available, as a full sentence
 */
export async function localInput(input: string, network: Network = publicNetwork): Promise<LocalInput | { reason: string }> {
  const isWeb = isAddress(input);
  if (!isWeb && (!statSync(input).isFile() || !PACKED.test(input))) return { path: input, close: () => {} };
  if (/\.enc$/iu.test(input))
    return { reason: `${basename(input)} is encrypted, so nothing was imported. Export it again with --no-encrypt.` };
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-import-"));
  const close = () => rmSync(folder, { recursive: true, force: true });
  try {
    const path = isWeb ? await fetched(input, folder, network) : input;
    const modified = isWeb ? new Date() : statSync(input).mtime;
    const unpack = unpackerOf(path);
    if (!unpack) return { path, modified, close };
    const unpacked = join(folder, "unpacked");
    mkdirSync(unpacked);
    const reason = await unpack(path, unpacked);
    if (reason === undefined) return { path: inner(unpacked), modified, close };
    close();
    return { reason: `${isWeb ? input : basename(input)} ${reason}, so nothing was imported.` };
  } catch (error) {
    close();
    if (error instanceof FetchError) return { reason: `${input} ${error.message}, so nothing was imported.` };
    throw error;
  }
}

const PACKED = /\.(?:zip|textpack|bear2?bk|tgz|tar\.gz(?:\.enc)?)$/iu;

/** By the signatures of zip files (APPNOTE 4.3.7) and of gzip (RFC 1952, 2.3.1); of the latter, only tar files are packed archives. */
function unpackerOf(path: string): typeof unpackZip | undefined {
  const start = Buffer.alloc(4);
  const file = openSync(path, "r");
  readSync(file, start, 0, 4, 0);
  closeSync(file);
  if (start.toString("latin1") === "PK\u0003\u0004") return unpackZip;
  return start[0] === 0x1f && start[1] === 0x8b && PACKED.test(path) ? unpackTar : undefined;
}

/** Most packed archives contain a single folder: the one that was packed. */
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
