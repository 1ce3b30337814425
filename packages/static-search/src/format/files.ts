/** The format of the shards. An index of another one cannot be read. */
export const FORMAT = 1;

/** The only file whose content changes under its name. */
export const MANIFEST = "manifest.json";

/** The first byte of every other file, a shard: whether what follows is as it is, or raw deflate (RFC 1951). The host need not compress anything. */
export const PLAIN = 0;
export const DEFLATED = 1;

/** A shard is not what it should be: it was cut off, or is another file. */
export class BrokenShardError extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`A part of the search index cannot be read: ${reason}.`, { cause });
    this.name = "BrokenShardError";
  }
}
