import { brotliCompressSync, constants } from "node:zlib";
import { WORTH_COMPRESSING } from "#compiler/write/hosting/mediaTypes.ts";

const TEXT = /\.(?:html|css|js|json|xml|svg|txt|webmanifest)$/u;

/**
 * The app's files are the same for every edition and few. Beyond 5, Brotli saves
 * a thousandth; beyond 9 it takes thirty times as long for a tenth fewer bytes:
 * hours for a large archive.
 */
const quality = (file: string) => (file.startsWith("assets/") ? constants.BROTLI_MAX_QUALITY : 5);

export function isCompressible(file: string): boolean {
  return TEXT.test(file);
}

/** The Brotli copy of a text file; none of a short one. Servers make gzip, which few clients need, on request. */
export function packed(file: string, bytes: Buffer): { file: string; bytes: Buffer }[] {
  if (!isCompressible(file) || bytes.length < WORTH_COMPRESSING) return [];
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality(file), [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return [{ file: `${file}.br`, bytes: brotliCompressSync(bytes, { params }) }];
}
