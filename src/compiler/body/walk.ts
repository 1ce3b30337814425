import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import type { BodyContext } from "./bodyContext.ts";
import type { Element, Node } from "./dom.ts";
import type { Loss, Losses } from "./bodyLosses.ts";

/** A mark that an element puts around all text inside it. Nested marks with the same `key` are applied once. */
export type Mark = { key: string; put: (inlines: Inline[]) => Inline[] };

/** The caption under a picture or recording, with its credit. */
export type Caption = { children: Inline[]; credit?: string };

/** The context that is passed to the functions that read single elements of a body. */
export type Walk = {
  context: BodyContext;
  /** Reads the content of an element. `inParagraph` says that bare text inside is not a block of its own. */
  blocks: (nodes: Node[], options?: { inParagraph?: boolean; mark?: Mark; caption?: Caption }) => Block[];
  /** Reads the content as one line, with blocks joined by breaks. */
  inlines: (nodes: Node[]) => Inline[];
  headingId: (text: string, given?: string) => string;
  /** The address of the link around the element being read. */
  link: string | undefined;
  /** The caption from the surrounding figure, for the one picture or recording in it. */
  caption: Caption | undefined;
  /** The ids of the notes in the body. */
  notes: ReadonlySet<string>;
  losses: Losses;
  warn: (element: Element, message: string, more?: Omit<Loss, "message">) => void;
};
