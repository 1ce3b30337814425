import type { BodyContext, PictureResult } from "../body/bodyContext.ts";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { Settings } from "../settings/settings.ts";
import type { SourceContext } from "./source.ts";

/** A file of an archive that moves in. It may be larger than the memory. */
export type ArchiveFile = {
  /** Relative to the folder that is imported, with "/"; its name when a single file is. */
  path: string;
  /** In bytes. */
  size: number;
  /** The first 64 kB as text, by which a format is told from another. */
  head: string;
  /** The file from its start, as often as asked. */
  bytes: () => AsyncIterable<Uint8Array>;
  /** The whole file, decoded, with "\n" as line ends. For formats that cannot be streamed. */
  text: () => Promise<string>;
  /** The text of another file of the archive, by its path from the folder of this one; undefined where there is none. */
  beside?: (path: string) => Promise<string | undefined>;
};

/** Where something stands in an archive: its file, and the place there, such as "item 12" or "data.posts.3". */
export type ArchivePlace = { file: string; place: string };

/** What an archive tells of the publication it comes from; becomes the edition's settings where there are none yet. */
export type Publication = Partial<Pick<Settings, "name" | "tagline" | "language" | "timeZone" | "url" | "people" | "sections" | "origins">>;

/** What reading an archive needs besides its file. */
export type ArchiveContext = {
  settings: Settings;
  report: Report;
  /** Reports a problem the first time that its key comes up in the archive. */
  once: SourceContext["once"];
  /**
   * Says that an item will not be an article, and why, as a full sentence.
   * @param id that its draft would have, of one that readers may not see: what came in under it before is kept back
   */
  skip: (where: ArchivePlace, reason: string, id?: string) => void;
  /** How the HTML of an item is read. Relative addresses count from `base`, the address at which the item was published. */
  body: (where: ArchivePlace, base?: string) => BodyContext;
  /** A picture that stands beside the body, such as a lead picture. Width and height are found out when it is fetched. */
  picture: (reference: string, base?: string) => PictureResult;
  publication: (told: Publication) => void;
  /** How the titles of the archive end where they name the site, of formats with a title in each file. */
  siteEnd?: string | undefined;
  /** An address of the archive at which something else is found: the page of a picture leads to its article, a list by its number to that by its name. */
  alias?: (from: string, to: string) => void;
  /** Counts what is left out on purpose, such as "comments", for the summary. */
  tally?: (name: string, count: number) => void;
  options: {
    /** Kinds of item besides posts that are articles too, by their name in the archive, such as a custom post type. */
    types: string[];
    /** Whether comments come along. Otherwise they are counted and left out. */
    comments: boolean;
    /** What the first tag of an item is where a format has tags and no sections: the item's section, if not told otherwise. */
    firstTag?: "section" | "topic";
  };
};

/** By what the moments of an archive are read. */
export const archiveTime = (
  { settings }: Pick<ArchiveContext, "settings">,
  timeZone = settings.timeZone,
): { timeZone: string; now: number } => ({
  timeZone,
  now: Date.now(),
});

/** Why an item of a kind that is no article is skipped, and how it comes along. */
export const ofKind = (type: string): string =>
  `It is of the type ${type}, which is not an article; --types ${type} imports such items too.`;

/** One format of archive, of which a file holds any number of articles. */
export type Archive = {
  /** As `--from` names it. */
  name: string;
  /** As people name it. */
  title: string;
  /** Judged by content. A broken file of the format is of the format: `read` reports it. */
  detects: (file: Pick<ArchiveFile, "path" | "head">) => boolean;
  /** Whether the format is told by so little that it counts only where a folder holds nothing else. */
  fallback?: boolean;
  /** Whether a file beside one of the format is a part of it, by its path from the folder of that. */
  owns?: (path: string) => boolean;
  /** The title in the first 64 kB of a file, of formats that have a story in each. */
  titleOf?: (head: string) => string | undefined;
  /** Every item of the file comes out as a draft or is skipped with a reason. Bad input never throws, but for an XmlError of xml/readXml.ts, which the import reports. */
  read: (file: ArchiveFile, context: ArchiveContext) => AsyncIterable<Draft>;
};
