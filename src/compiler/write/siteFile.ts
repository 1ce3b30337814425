/** A file of the edition: a copy of one on this machine, or bytes. `url` is its path. */
export type SiteFile = { url: string } & ({ from: string } | { bytes: Uint8Array });
