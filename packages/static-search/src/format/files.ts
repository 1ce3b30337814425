/** The version of the format. An index of another version cannot be read. */
export const FORMAT = 3;

/** An archive with fewer documents than this is small: its files are fewer and larger. */
export const LARGE = 4096;

/** The only file whose content changes under its name. */
export const MANIFEST = "manifest.json";

/** The first byte of every other file, a shard: whether the rest is plain or raw deflate (RFC 1951). The host need not compress it. */
export const PLAIN = 0;
export const DEFLATED = 1;

/** A shard is invalid: it is truncated, or another file. */
export class BrokenShardError extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`A part of the search index cannot be read: ${reason}.`, { cause });
    this.name = "BrokenShardError";
  }
}
