import type { DrawerOf } from "./features/extend/readExtensions.ts";
import type { FileReaderOptions, FileReaders } from "./reading/readFile.ts";
import type { Progress } from "./output/buildProgress.ts";

export type CompileOptions = {
  /** The folder of the archive, with or without an edition.json. */
  content: string;
  /** The folder of the site; it need not exist. */
  out: string;
  /** The public address; overrides the one in edition.json. */
  url?: string | undefined;
  /** The path under which the host serves the site; by default, the path of its address. */
  base?: string | undefined;
  /** Where the reader app loads JSON from; overrides edition.json. */
  data?: string | undefined;
  /** False for `check` and `dev`: pictures are not re-encoded, which saves most of the time of a first build. */
  encode?: boolean;
  /** The folder that caches work for the next build. */
  cache?: string;
  /** Publishes stories dated in the future. */
  future?: boolean | undefined;
  /** The time of the build, in milliseconds: stories scheduled for later are kept back. */
  now?: number;
  /** Shows editors the stories that readers may not see, marked as such. */
  preview?: boolean;
  /** Whether the site is only looked at on this computer: it then needs no public address. */
  isLocal?: boolean;
  /** Whether the site will be served with accounts; overrides edition.json. */
  accounts?: boolean | undefined;
  /** Loads the components of custom blocks, so that each block can be rendered once as a check; without it, none is rendered. */
  drawerOf?: DrawerOf;
  /** Makes the readers of a large archive, which work in other threads. No thread starts before there is work for it. */
  fileReadersFor?: (options: FileReaderOptions) => FileReaders;
  onProgress?: Progress;
  /** Receives the name of each step when it ends. */
  onStepEnd?: ((step: string) => void) | undefined;
  /** The folder of the existing site, if only the changes to it are written to `out`. */
  site?: string | undefined;
  /** An unpublished folder with what the next build needs in order to rebuild only what changed. A new `version` rebuilds everything. */
  state?: { folder: string; version: string };
};
