import type { Image, Picture } from "#content/image.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Unusable } from "../draft/assets.ts";
import type { Report } from "../draft/problem.ts";
import type { Element } from "./dom.ts";
import type { FoundCues, FoundRecording } from "../draft/recordings.ts";

/** A picture that can be shown, or the reason why it cannot, which completes a sentence about the picture ("is not there"). */
export type PictureResult = { picture: Picture & Pick<Image, "digitalSourceType"> } | Unusable;

/** The remedy for a picture that cannot be shown, by reason. */
export const pictureRemedy = (reason: string): string =>
  reason === "is on another site"
    ? "Save it beside the story, if you have the rights: pages load nothing from other sites."
    : lookedFor("Pictures");

/** A sentence that says where the files named in a story are looked for. @param what the subject of the sentence */
export const lookedFor = (what: string): string =>
  `${what} are looked for beside the file, in the content folder and in folders of assets (docs/pictures.md).`;

/** The paper's custom blocks. */
export type CustomBlocks = {
  names: readonly string[];
  /** The block with this name and these fields. @param placeOf where a field is in the file; "" stands for the whole block */
  read: (name: string, fields: unknown, placeOf: (field: string) => string) => Block[];
  /** The block that an element represents; undefined if it represents none. @param place where a line is in the file */
  ofElement: (element: Element, place: (line: number) => string) => Block[] | undefined;
};

/** The HTML element that represents a custom block: its text holds the fields in YAML, and an attribute the block's name. */
export const BLOCK_ELEMENT = "custom-block";

/** What the conversion from HTML to blocks needs to know about the file that the HTML comes from. */
export type BodyContext = {
  /** Relative to the content folder; named in problems. */
  file: string;
  report: Report;
  /** The language of the text (BCP 47), if the HTML does not say; English by default. */
  language?: string;
  /** Where a line of the HTML is in the file, such as "line 12". Lines count from 1. */
  place: (line: number) => string;
  /** Resolves a link's address, which may be relative to the file; undefined when it leads nowhere. */
  link: (href: string) => string | undefined;
  picture: (reference: string) => PictureResult;
  /** The part of a text that everybody may read. */
  publicText?: ((html: string) => string) | undefined;
  /** What the HTML was made from, reduced to words and HTML: they are counted in place of those of the HTML. */
  written?: string | undefined;
  /** Receives each text as it was written, apart from what is not for everybody. */
  seen?: ((source: string) => void) | undefined;
  custom?: CustomBlocks;
  /** Reads the chart described by the YAML in a fence; without it, the fence is a code listing. @param place where it is in the file */
  chart?: (source: string, place: string) => Block[];
  /** Finds recordings among the paper's files, and their cues; without it, only recordings on other sites can be used. */
  recordings?: {
    find: (reference: string) => { recording: FoundRecording } | Unusable;
    cues: (reference: string) => FoundCues | Unusable;
    /** Whether pages may play a recording from this address on another site. */
    mayLoad: (url: string) => boolean;
  };
  /** Whether a picture's `title` is its caption, with its credit after a vertical bar. In most HTML a title is a file name. */
  titleIsCaption?: boolean;
};
