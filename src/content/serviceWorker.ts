import * as v from "valibot";

/** What is stored on a reader's device: the names that the app and its worker share. */

/**
 * "kept" is what the reader chose to keep, without a limit; "alerts" and "push" are the state of the device's alerts;
 * the others have what was read, and drop the oldest first.
 */
export type CacheKind = "pages" | "data" | "pictures" | "search" | "assets" | "kept" | "alerts" | "push";

/** @param base of the edition, so that two editions on one host stay apart */
export const cacheName = (base: string, kind: CacheKind): string => `${cachePrefix(base)}${kind}`;
export const shellPrefix = (base: string): string => `${cachePrefix(base)}shell:`;
export const cachePrefix = (base: string): string => `broadsheet:${base}:`;

/** On a response from the device: when it was stored, as an instant. */
export const KEPT_HEADER = "Broadsheet-Kept";

/** On an entry without a body: the address whose response it stands for. A picture is kept in only one width. */
export const SAME_AS_HEADER = "Broadsheet-Same-As";

/** On a stored page that is ready to be served: the address of its script. */
export const SCRIPT_HEADER = "Broadsheet-Script";

/** The name of the meta element that the worker puts into a page from the device. */
export const KEPT_META = "broadsheet-kept";

/** The page shown in place of any page that is not available offline. */
export const offlinePath = "/offline";

/** How many characters of a digest the worker compares: 96 bits, against accidents. */
export const DIGEST_LENGTH = 16;

/** The script of the worker, below the base: its scope is the edition. */
export const workerFile = "sw.js";

/** The settings that a build gives the worker. Paths are absolute, from the root of the host. */
export type WorkerSettings = {
  /** Changes with the app, not with articles. */
  version: string;
  base: string;
  /** The base path of each edition, the main one first: "/", "/nl/". */
  fronts: string[];
  /** The data address: a path, or an address on another host. It ends with a slash. */
  data: string;
  /** Files without which the app does not run. */
  shell: string[];
  /** The start of the SHA-256 of each file of the app, in base64, by its name in the assets folder. */
  digests: Record<string, string>;
};

/** A picture: the file that is kept, and its other widths and encodings, which that file replaces. */
export const PictureFilesSchema = v.object({ url: v.string(), others: v.array(v.string()) });

/** A message from a page to the worker. Addresses are absolute. */
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
