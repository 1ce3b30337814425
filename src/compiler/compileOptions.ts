import type { DrawerOf } from "./extend/readExtensions.ts";
import type { FileReaderOptions } from "./fileReader.ts";
import type { FileReaders } from "./sources/readFile.ts";
import type { Progress } from "./write/progress.ts";

export type CompileOptions = {
  /** The folder of the archive, with or without an edition.json. */
  content: string;
  /** The folder of the site; need not exist. */
  out: string;
  /** The public address, in place of the one in edition.json. */
  url?: string | undefined;
  /** The path below which the site lies on its host; without one, the path of its address. */
  base?: string | undefined;
  /** Where readers load JSON from, in place of what edition.json says. */
  data?: string | undefined;
  /** False for those who only look: pictures stay as they are, which saves most of the time of a first build. */
  encode?: boolean;
  /** The folder in which work is kept for the next build. */
  cache?: string;
  /** Publishes stories whose date has not come. */
  future?: boolean | undefined;
  /** When it is built, in milliseconds: what comes out later waits. */
  now?: number;
  /** Shows what readers may not see, marked, to those who make the paper. */
  preview?: boolean;
  /** Whether the site will be served with accounts, in place of what edition.json says. */
  accounts?: boolean | undefined;
  /** Makes components of the paper's blocks ready to be drawn, which is tried with each block; without it none is drawn. */
  drawerOf?: DrawerOf;
  /** Makes what reads a large archive in other threads, none of which starts before there is work for it. */
  fileReadersFor?: (options: FileReaderOptions) => FileReaders;
  onProgress?: Progress;
  /** The existing site, when `out` receives only the changes to it. */
  site?: string | undefined;
  /** A folder, not published, that keeps what the next build must know to build only what changed; with a text that differs when all must be built anew. */
  state?: { folder: string; version: string };
};
