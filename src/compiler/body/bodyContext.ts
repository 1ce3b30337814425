import type { Picture } from "#content/image.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Report } from "../draft/problem.ts";
import type { Element } from "./dom.ts";
import type { FoundCues, FoundRecording } from "../draft/recordings.ts";

/** A picture that can be shown, or why it cannot: the end of a sentence whose subject is the picture ("is not there"). */
export type PictureResult = { picture: Picture } | Missing;

type Missing = { reason: string; nearest?: string | undefined };

/** What can be done about a picture that cannot be shown, by the reason. */
export const pictureRemedy = (reason: string): string =>
  reason === "is on another site"
    ? "Save it beside the story, if you have the rights: pages load nothing from other sites."
    : lookedFor("Pictures");

/** Where the files that a story names are looked for. @param what the beginning of the sentence: its subject */
export const lookedFor = (what: string): string =>
  `${what} are looked for beside the file, in the content folder and in folders of assets (docs/pictures.md).`;

/** The blocks that the paper has of its own. */
export type CustomBlocks = {
  names: readonly string[];
  /** The block of a name that has these fields. @param placeOf says where in the file a field stands; "" is all of them */
  read: (name: string, fields: unknown, placeOf: (field: string) => string) => Block[];
  /** The block that an element is; undefined for one that is none. @param place where it stands in the file */
  ofElement: (element: Element, place: (line: number) => string) => Block[] | undefined;
};

/** The element that stands in HTML for a block of the paper: its fields in YAML, and its name as the attribute. */
export const BLOCK_ELEMENT = "custom-block";

/** What the door from HTML to blocks has to know about the file that the HTML comes from. */
export type BodyContext = {
  /** Relative to the content folder; stands in the problems. */
  file: string;
  report: Report;
  /** Where a line of the HTML stands in the file, such as "line 12". Lines count from 1. */
  place: (line: number) => string;
  /** Where a link's address leads, for addresses that are relative to the file; undefined when it leads nowhere. */
  link: (href: string) => string | undefined;
  picture: (reference: string) => PictureResult;
  custom?: CustomBlocks;
  /** The chart that YAML below a fence tells of; without it, that is a listing. @param place where it is in the file */
  chart?: (source: string, place: string) => Block[];
  /** The recordings that are at hand, and what is said in them; without it, they can be at an address elsewhere alone. */
  recordings?: {
    find: (reference: string) => { recording: FoundRecording } | Missing;
    cues: (reference: string) => FoundCues | Missing;
    /** Whether pages may play what is at an address elsewhere. */
    mayLoad: (url: string) => boolean;
  };
  /** Whether a picture's `title` is its caption, with its credit after a vertical bar. In most HTML a title is a file name. */
  titleIsCaption?: boolean;
};
