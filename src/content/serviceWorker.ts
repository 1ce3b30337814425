import * as v from "valibot";

/** What lies on a reader's device: the words that the reader and its worker share about it. */

/** "kept" is what the reader asked for and no limit touches, "alerts" and "push" what a device remembers of its alerts; the others hold what was read, the oldest goes first. */
export type CacheKind = "pages" | "data" | "pictures" | "search" | "assets" | "kept" | "alerts" | "push";

/** @param base of the edition, so that two editions on one host stay apart */
export const cacheName = (base: string, kind: CacheKind): string => `${cachePrefix(base)}${kind}`;
export const shellPrefix = (base: string): string => `${cachePrefix(base)}shell:`;
export const cachePrefix = (base: string): string => `broadsheet:${base}:`;

/** On an answer that comes from the device: when it was put there, as an instant. */
export const KEPT_HEADER = "Broadsheet-Kept";

/** On an entry without a body: the address whose bytes it stands for. A picture is kept in one width. */
export const SAME_AS_HEADER = "Broadsheet-Same-As";

/** The name of the meta element that the worker puts into a page from the device. */
export const KEPT_META = "broadsheet-kept";

/** The page that stands in for any page without a connection. */
export const offlinePath = "/offline";

/** Characters of a digest that the worker compares: 96 bits, against accidents. */
export const DIGEST_LENGTH = 16;

/** The script of the worker, below the base: its scope is the edition. */
export const workerFile = "sw.js";

/** What a build tells the worker. Addresses are as the browser knows them, from the root. */
export type WorkerSettings = {
  /** Changes with the app, not with the articles. */
  version: string;
  base: string;
  /** Where the pages of each edition begin, those of the main one first: "/", "/nl/". */
  fronts: string[];
  /** The data address: a path, or an address elsewhere. It ends with a slash. */
  data: string;
  /** Files without which the app does not run. */
  shell: string[];
  /** Of each file of the app the beginning of its SHA-256 in base64, by its name in the folder of assets. */
  digests: Record<string, string>;
};

/** One picture: the file that is kept, and its other widths and encodings, which that file stands in for. */
export const PictureFilesSchema = v.object({ url: v.string(), others: v.array(v.string()) });

/** What a page says to the worker. Addresses are full. */
export const WorkerMessageSchema = v.variant("type", [
  v.object({ type: v.literal("activate") }),
  v.object({
    type: v.literal("visited"),
    pages: v.array(v.string()),
    data: v.array(v.string()),
    pictures: v.array(PictureFilesSchema),
  }),
]);

export type PictureFiles = v.InferOutput<typeof PictureFilesSchema>;
export type WorkerMessage = v.InferOutput<typeof WorkerMessageSchema>;
