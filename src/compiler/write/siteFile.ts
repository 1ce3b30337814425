/** A file of the edition: a copy of a local file, or bytes. `url` is its path. */
export type SiteFile = { url: string } & ({ from: string } | { bytes: Uint8Array });
