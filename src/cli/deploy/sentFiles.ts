import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readFileList } from "#compiler/output/diskFiles.ts";
import { MANIFEST } from "#compiler/output/previousSite.ts";
import { cacheOf } from "#compiler/write/headers.ts";
import { mediaTypeOf } from "#compiler/write/hosting/mediaTypes.ts";
import { inParallel } from "#content/inParallel.ts";
import { previewFile } from "#content/paths.ts";
import { CliError } from "../CliError.ts";
import { turnOf } from "../stage/applyChanges.ts";

/** A file of a site: its path on this machine and at the target, its headers there, a hash of all this, and its place in the order. */
export type SentFile = {
  path: string;
  key: string;
  headers: { "Content-Type": string; "Cache-Control": string };
  hash: string;
  size: number;
  turn: number;
};

/**
 * The files of a built site that go to a target: those that the build lists, and nothing else of the folder. Storage without a server
 * serves an object at exactly its key, so pages have their addresses as keys there.
 * @throws CliError if the folder is not a site, a preview, or not complete
 */
export async function filesToSend(site: string, { hasServer }: { hasServer: boolean }): Promise<SentFile[]> {
  const listed = readFileList(join(site, MANIFEST));
  if (listed.length === 0) throw new CliError(`${site} is not the folder of a built site. Build it first, or name its folder.`);
  if (listed.includes(previewFile))
    throw new CliError(`${site} is a preview, which has drafts. Deploy the site that \`broadsheet build\` makes.`);
  const missing = listed.find((file) => !existsSync(join(site, file)));
  if (missing !== undefined) throw new CliError(`${site} lacks ${missing}, which its build made. Build it again.`);
  const files = listed.filter((file) => (hasServer ? !OF_BUILD.test(file) : !FOR_SERVERS.test(file)));
  const keysOf = hasServer ? (file: string) => [file] : addressesIn(site);
  const sent = await inParallel(files, 16, async (file): Promise<SentFile[]> => {
    const path = join(site, file);
    const headers = { "Content-Type": mediaTypeOf(file)?.type ?? "application/octet-stream", "Cache-Control": cacheOf(file) };
    const bytes = await readFile(path);
    const hash = createHash("sha256").update(JSON.stringify(headers)).update(bytes).digest("base64url").slice(0, 22);
    return keysOf(file).map((key) => ({ path, key, headers, hash, size: bytes.length, turn: turnOf(file) }));
  });
  return sent.flat();
}

/** What later builds read. */
const OF_BUILD = /^\.broadsheet-/u;

/** What only servers read: settings and compressed copies. */
const FOR_SERVERS = /^\.(?!well-known\/)|\.br$|^(?:_headers|_redirects|vercel\.json)$/u;

/** The keys of a file by its addresses: a page is at its path without ".html"; one at an old address with that ending has both. */
function addressesIn(site: string): (file: string) => string[] {
  const path = join(site, "redirects.json");
  const old = existsSync(path) ? readFileSync(path, "utf8") : "";
  return (file) => {
    if (!file.endsWith(".html") || /(?:^|\/)(?:index|404|500)\.html$/u.test(file)) return [file];
    return [file.replace(/\.html$/u, ""), ...(old.includes(`/${encodeURI(file)}"`) ? [file] : [])];
  };
}
