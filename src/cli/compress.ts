import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Output } from "#compiler/write/output.ts";
import type { Progress } from "./progress.ts";

const TEXT = /\.(?:html|css|js|json|xml|svg|txt|webmanifest)$/u;

/** Below this many bytes the answer fits into one packet anyway. */
const WORTH_IT = 1024;

/** As many at once as Node's threads for such work can hold, and some that wait. */
const AT_ONCE = 16;

/**
 * The app's files are the same for every edition and few. Beyond 9, Brotli takes
 * thirty times as long for a tenth fewer bytes: hours for a large archive.
 */
const quality = (file: string) => (file.startsWith("assets/") ? constants.BROTLI_MAX_QUALITY : 5);

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Puts a compressed copy in both encodings beside every text file, for hosts
 * that send such copies (nginx, Caddy, `broadsheet serve`). What has not changed
 * is not compressed again.
 */
export async function compress(output: Output, progress: Progress): Promise<void> {
  const files = output.files().filter((file) => TEXT.test(file));
  for (let start = 0; start < files.length; start += AT_ONCE) {
    await Promise.all(files.slice(start, start + AT_ONCE).map((file) => compressFile(file, output)));
    progress("Compressed", Math.min(start + AT_ONCE, files.length), files.length);
  }
}

async function compressFile(file: string, output: Output): Promise<void> {
  const size = output.size(file) ?? 0;
  if (size < WORTH_IT) return;
  if (!output.isNew(file) && output.keep(`${file}.br`, `${file}.gz`)) return;
  const bytes = output.read(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality(file), [constants.BROTLI_PARAM_SIZE_HINT]: size };
  const [small, older] = await Promise.all([brotli(bytes, { params }), gzipped(bytes)]);
  output.write(`${file}.br`, small);
  output.write(`${file}.gz`, older);
}
