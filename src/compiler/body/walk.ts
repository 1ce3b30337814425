import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import type { BodyContext } from "./bodyContext.ts";
import type { Element, Node } from "./dom.ts";
import type { Loss, Losses } from "./losses.ts";

/** A mark that an element puts around every text inside it. The same `key` inside itself adds nothing. */
export type Mark = { key: string; put: (inlines: Inline[]) => Inline[] };

/** The words under a picture. */
export type Caption = { children: Inline[]; credit?: string };

/** One reading of one body: what the readers of the single elements share. */
export type Walk = {
  context: BodyContext;
  /** Reads the content of an element. `inParagraph` says that bare text inside is not a block of its own. */
  blocks: (nodes: Node[], options?: { inParagraph?: boolean; mark?: Mark; caption?: Caption }) => Block[];
  /** The content as one line: blocks inside are joined by breaks. */
  inlines: (nodes: Node[]) => Inline[];
  headingId: (text: string, given?: string) => string;
  /** The link that stands around the element that is being read. */
  link: string | undefined;
  /** The caption of the one picture inside. */
  caption: Caption | undefined;
  /** The ids of the notes that the body has. */
  notes: ReadonlySet<string>;
  losses: Losses;
  warn: (element: Element, message: string, more?: Omit<Loss, "message">) => void;
};
