import type { XmlTag } from "./xmlElement.ts";

/** A fault in XML that ends the reading, with its place. It means bad input, not a bug; the reader of an archive reports it. */
export class XmlError extends Error {
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** The elements around the place, the outermost first: "rss/channel/item". */
  readonly path: string;
  /** The wanted element that was open there and is lost with the rest of the file. */
  readonly unfinished: { tag: XmlTag; line: number } | undefined;

  constructor(message: string, at: { file: string; line: number; column: number; path: string; unfinished?: XmlError["unfinished"] }) {
    super(message);
    this.name = "XmlError";
    this.file = at.file;
    this.line = at.line;
    this.column = at.column;
    this.path = at.path;
    this.unfinished = at.unfinished;
  }

  /** The place in the form that problems use. */
  get place(): string {
    return `line ${this.line}, column ${this.column}${this.path === "" ? "" : `, in ${this.path}`}`;
  }
}
