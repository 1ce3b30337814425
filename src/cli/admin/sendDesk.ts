import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, dirname } from "node:path";
import { NOT_CACHED } from "#compiler/write/headers.ts";
import type { SiteFile } from "#compiler/output/siteFile.ts";
import { findFile, sendFound } from "../serving/siteFiles.ts";

/**
 * Sends a file of the desk. During `broadsheet dev` no folder holds these files.
 * @returns whether the desk has a file at the requested address
 */
export async function sendDesk(files: SiteFile[], request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [path] = (request.url ?? "").split("?");
  const file = files.find(({ url }) => url === (path === "/admin" ? "/admin.html" : path));
  if (file === undefined) return false;
  if ("bytes" in file) {
    const type = file.url.endsWith(".html") ? "text/html; charset=utf-8" : "application/yaml; charset=utf-8";
    response.writeHead(200, { "Content-Type": type, "Cache-Control": NOT_CACHED }).end(file.bytes);
    return true;
  }
  const found = await findFile(dirname(file.from), [basename(file.from)], request);
  if (found) await sendFound(found, response, { "Cache-Control": NOT_CACHED });
  return found !== undefined;
}
