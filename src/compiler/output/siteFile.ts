/** A file of the edition: a copy of a local file, or bytes. `url` is its path. */
export type SiteFile = { url: string } & ({ from: string } | { bytes: Uint8Array });

/** A file that only the previous site has, and that stays in this one. */
export type KeptFile = { url: string; isKept: true };
