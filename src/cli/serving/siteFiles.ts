import { once } from "node:events";
import { ReadStream } from "node:fs";
import { realpath } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sep } from "node:path";
import { pipeline } from "node:stream/promises";
import send from "@fastify/send";
import { parseAccept } from "hono/utils/accept";
import { mediaTypeOf, WORTH_COMPRESSING } from "#compiler/write/hosting/mediaTypes.ts";
import { compressedFile, type Encoding, ENCODINGS, LARGEST } from "./compressedFile.ts";

type Found = {
  /** The requested file, not its compressed copy. */
  file: string;
  headers: Record<string, string>;
  result: Awaited<ReturnType<typeof send>>;
  /** The encoding in which the file is still to be compressed. */
  packing?: Encoding | undefined;
};

/** The Brotli copies that a build may put beside text files. */
const COPY = ".br";

/**
 * Finds the first of these files that exists, in the encoding that the client
 * prefers: a copy of the build, or the file, still to be compressed. Conditional and range requests work as in RFC 9110. Symbolic links that
 * lead out of `root` are not followed; `root` itself may be one.
 * @param files percent-encoded paths below `root`
 * @throws if the file system cannot be read
 */
export async function findFile(root: string, files: string[], request: IncomingMessage): Promise<Found | undefined> {
  // Resolved once, since a build may replace the site meanwhile.
  const folder = await realpath(root).catch(() => root);
  const wanted = preferredEncoding(request.headers["accept-encoding"]);
  for (const file of files) {
    const kind = mediaTypeOf(file);
    for (const ending of wanted === "br" ? [COPY, ""] : [""]) {
      const result = await sendPart(request, `${file}${ending}`, folder);
      if (result?.type === "error" && result.statusCode === 500) throw result.metadata.error;
      if (result === undefined || result.type === "directory" || (result.type === "error" && result.statusCode < 412)) continue;
      const packing = kind?.isText && ending !== COPY && isWorthPacking(result) ? wanted : undefined;
      const encoding = ending === COPY ? "br" : packing;
      const headers = {
        ...(kind?.isText && { Vary: "Accept-Encoding" }),
        ...(result.statusCode < 300 && { "Content-Type": kind?.type ?? send.mime.getType(file) ?? "application/octet-stream" }),
        ...(result.statusCode < 300 && encoding !== undefined && { "Content-Encoding": encoding }),
      };
      return { file, headers, result, packing };
    }
  }
  return undefined;
}

/** The encoding that a client prefers (RFC 9110, section 12.5.3); undefined if it accepts none. */
function preferredEncoding(header = ""): Encoding | undefined {
  const asked = parseAccept(header.toLowerCase());
  const quality = (encoding: string) => asked.find(({ type }) => type === encoding)?.q ?? asked.find(({ type }) => type === "*")?.q ?? 0;
  const [first] = ENCODINGS.filter((encoding) => quality(encoding) > 0).toSorted((one, other) => quality(other) - quality(one));
  return first;
}

/** A range is one of the bytes of the file itself. */
function isWorthPacking({ type, statusCode, metadata }: Found["result"]): boolean {
  return type === "file" && statusCode === 200 && metadata.stat.size >= WORTH_COMPRESSING && metadata.stat.size <= LARGEST;
}

/** One range of bytes (RFC 9110, section 14.1.2). Several are answered with the whole file, and the library takes "bytes=1" for one. */
const RANGE = /^bytes= *(?:\d+-\d*|-\d+) *$/u;

/**
 * Opens the requested range of a file. Opens the whole file if the range is
 * invalid (RFC 9110, section 14.2), or a suffix longer than the file, which the
 * library would refuse (section 14.1.2), or if If-Range does not match: a weak ETag
 * never matches (section 13.1.5), a date only if it is exactly the same.
 * @returns undefined if the file is not in the site
 */
async function sendPart(request: IncomingMessage, path: string, root: string): Promise<Found["result"] | undefined> {
  if (request.method === "HEAD" || !RANGE.test(request.headers.range ?? "")) delete request.headers.range;
  const result = await send(request, path, { ...OPTIONS, root, onFile: (file) => requireInside(root, file) }).catch((error: unknown) => {
    if (!(error instanceof NotInSite)) throw error;
  });
  if (result === undefined) return undefined;
  const { range, "if-range": since } = request.headers;
  const isOther = result.statusCode === 206 && since !== undefined && since !== result.headers["Last-Modified"];
  const isMore = result.statusCode === 416 && /^bytes=-0*[1-9]\d*$/u.test(range ?? "");
  if (!isOther && !isMore) return result;
  result.stream.on("error", () => {}).destroy();
  delete request.headers.range;
  return sendPart(request, path, root);
}

const OPTIONS = { dotfiles: "allow", index: false, cacheControl: false, contentType: false } as const;

class NotInSite extends Error {}

/** Before a file is opened. @throws NotInSite if a link leads out of the site, or if the file is gone by now */
async function requireInside(root: string, file: string): Promise<void> {
  const real = await realpath(file).catch(() => "");
  if (!real.startsWith(`${root}${sep}`)) throw new NotInSite();
}

/**
 * Sends a file that was found, and closes it when the response ends, for whatever reason.
 * @param more further headers
 * @throws if the file cannot be opened
 */
export async function sendFound(
  { headers, result, packing }: Found,
  response: ServerResponse,
  more: Record<string, string>,
): Promise<void> {
  const { stream, statusCode } = result;
  if (packing !== undefined && result.type === "file") {
    stream.on("error", () => {}).destroy();
    const bytes = await compressedFile(result.metadata.path, result.metadata.stat, packing);
    // A part of these bytes cannot be asked for.
    const { "Accept-Ranges": _, ...others } = result.headers;
    response.writeHead(statusCode, { ...others, ...headers, ...more, "Content-Length": bytes.length });
    return void response.end(response.req.method === "HEAD" ? undefined : bytes);
  }
  if (stream instanceof ReadStream) await once(stream, "open");
  try {
    response.writeHead(statusCode, { ...result.headers, ...headers, ...more });
    await pipeline(stream, response, { end: false });
  } catch {
    // The client has gone, or the file cannot be read further. After the headers, all that is left is to close.
    stream.destroy();
    return void response.destroy();
  }
  // If the file has shrunk since, the client would wait for the rest.
  if (stream instanceof ReadStream && stream.bytesRead !== Number(result.headers["Content-Length"])) response.destroy();
  else response.end();
}
