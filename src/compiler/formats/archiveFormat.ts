import type { BodyContext, PictureResult } from "../body/bodyContext.ts";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { ReleaseValues } from "../draft/release/releaseValues.ts";
import type { Settings } from "../settings/settings.ts";
import type { Publication, SourceContext } from "../reading/source.ts";

/** A file of an archive being imported. It may be larger than memory. */
export type ArchiveFile = {
  /** Relative to the imported folder, with "/"; the file name if a single file is imported. */
  path: string;
  /** In bytes. */
  size: number;
  /** The first 64 kB as text, from which the format is detected. */
  head: string;
  /** Reads the file from its start, on every call. */
  bytes: () => AsyncIterable<Uint8Array>;
  /** The whole file, decoded, with "\n" as line ends. For formats that cannot be streamed. */
  text: () => Promise<string>;
  /** The text of another file of the archive, by its path relative to this file's folder; undefined if there is none. */
  beside?: (path: string) => Promise<string | undefined>;
};

/** Where something is in an archive: its file, and the place in it, such as "item 12" or "data.posts.3". */
export type ArchivePlace = { file: string; place: string };

/** What reading an archive needs besides its file. */
export type ArchiveContext = {
  settings: Settings;
  report: Report;
  /** Reports a problem the first time that its key comes up in the archive. */
  once: SourceContext["once"];
  /**
   * Reports that an item does not become an article.
   * @param reason a full sentence
   * @param withheld given if readers may not see the item: an article imported before under the id, that of its draft, is kept back
   */
  skip: (where: ArchivePlace, reason: string, withheld?: { id?: string | undefined }) => void;
  /** How the HTML of an item is read. Relative addresses are resolved against `base`, the address at which the item was published. */
  body: (where: ArchivePlace, base?: string) => BodyContext;
  /** The part of a text of the story at this place that everybody may read, for formats that change their texts before `body` sees them. */
  publicText: (html: string, where: ArchivePlace) => string;
  /** A picture outside the body, such as the lead picture. Its width and height are determined when it is fetched. */
  picture: (reference: string, base?: string) => PictureResult;
  publication: (publication: Publication) => void;
  /** The ending with which the archive's titles name the site, for formats with a title in each file. */
  siteNameSuffix?: string | undefined;
  /** Maps an address of the archive to another: a picture's page to its article, a list's numeric address to the one with its name. */
  alias?: (from: string, to: string) => void;
  /** Counts what is left out on purpose, such as "comments", for the summary. */
  tally?: (name: string, count: number) => void;
  /** What is known about the values of the archive's release fields. */
  values?: ReleaseValues;
  options: {
    /** Kinds of item besides posts that become articles too, by their names in the archive, such as a custom post type. */
    types: string[];
    /** The names of parts that are not for everybody and are cut out: see `withoutRestrictedParts`. Without them, their story is left out. */
    cut?: readonly string[];
    /** Whether comments are imported. Otherwise they are counted and left out. */
    comments: boolean;
    /** What an item's first tag becomes in formats that have tags but no sections; its section by default. */
    firstTag?: "section" | "topic";
  };
};

/** The time zone and the current time by which the release dates of an archive are read, and what is known about its values. */
export const archiveTime = (
  { settings, values }: Pick<ArchiveContext, "settings" | "values">,
  timeZone = settings.timeZone,
): { timeZone: string; now: number; values: ReleaseValues | undefined } => ({ timeZone, now: Date.now(), values });

/** An archive format. A file of it holds any number of articles. */
export type ArchiveFormat = {
  /** The name that `--from` takes. */
  name: string;
  /** The name that users see. */
  title: string;
  /** Judges by content. A broken file of the format counts too: `read` reports it. */
  detects: (file: Pick<ArchiveFile, "path" | "head">) => boolean;
  /** Whether detection is so vague that the format counts only if a folder holds nothing else. */
  fallback?: boolean;
  /** Whether a nearby file is part of a file of this format, by its path relative to that file's folder. */
  owns?: (path: string) => boolean;
  /** The title in the first 64 kB of a file, for formats with one story per file. */
  titleOf?: (head: string) => string | undefined;
  /** Yields every item of the file as a draft or skips it with a reason. Bad input throws nothing but XmlError, which the import reports. */
  read: (file: ArchiveFile, context: ArchiveContext) => AsyncIterable<Draft>;
};
