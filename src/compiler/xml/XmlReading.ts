import { SaxesParser } from "saxes";
import type { Problem } from "../draft/problem.ts";
import { fatalMessage, recoverableMessage, misnestedMessage } from "./faults.ts";
import type { Sections } from "./sections.ts";
import type { XmlElement, XmlFound, XmlTag } from "./xmlElement.ts";
import { XmlError } from "./XmlError.ts";

type Wanted = (path: string[]) => boolean;

type Options = { wanted: Wanted; lenient: boolean; report: (problem: Problem) => void; sections: Sections };

/** The most characters in one element, comment or text: more is not an article, and might not fit into memory. */
const LARGEST = 64_000_000;
/** The most levels of nested elements: more is an attack on code that walks the tree. */
const DEEPEST = 400;
/** The most characters before the root element. */
const LATEST_START = 1_000_000;

/** One reading of one file: text in, complete elements out, in the order of their ends. */
export class XmlReading {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #file: string;
  readonly #wanted: Wanted;
  readonly #lenient: boolean;
  readonly #report: (problem: Problem) => void;
  readonly #around: XmlTag[] = [];
  readonly #open: XmlElement[] = [];
  readonly #reported = new Set<string>();
  #found: XmlFound[] = [];
  #started = 0;
  #lastEvent = 0;
  /** The element left last: it is left before the parser reports that it was not closed. */
  #lastLeft = "";
  #rooted = false;
  readonly #sections: Sections;
  /** How far positions in the file are ahead of the parser's, which sees no text in CDATA. `columns` applies on the line `onLine` only. */
  readonly #ahead = { characters: 0, lines: 0, columns: 0, onLine: 0 };

  constructor(file: string, { wanted, lenient, report, sections }: Options) {
    this.#file = file;
    this.#sections = sections;
    this.#wanted = wanted;
    this.#lenient = lenient;
    this.#report = report;
    this.#parser.on("opentag", ({ name, local, uri, attributes }) => {
      const values: Record<string, string> = {};
      for (const key in attributes) values[key] = attributes[key]?.value ?? "";
      this.#enter({ name, local, namespace: uri, attributes: values });
    });
    this.#parser.on("closetag", () => this.#leave());
    this.#parser.on("text", (text) => this.#addText(text));
    this.#parser.on("cdata", (number) => this.#addSection(number));
    this.#parser.on("comment", () => this.#see());
    this.#parser.on("doctype", (doctype) => this.#refuseEntities(doctype));
    this.#parser.on("error", ({ message }) => this.#judge(message.replace(/^\d+:\d+: /u, "")));
  }

  /** @throws XmlError */
  write(text: string): void {
    this.#parser.write(text);
    const from = this.#open.length > 0 ? this.#started : this.#lastEvent;
    if (this.#position + this.#sections.open() - from > LARGEST)
      this.#fail("An element, comment or text is longer than 64 million characters.");
    if (!this.#rooted && this.#position + this.#sections.open() > LATEST_START)
      this.#fail("No element starts within the first million characters.");
  }

  /** @throws XmlError */
  end(): void {
    this.#parser.close();
  }

  /** The elements that were completed since the last call. */
  take(): XmlFound[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /** Reports something once, with the place of its first occurrence. */
  notice(message: string): void {
    if (this.#reported.has(message)) return;
    this.#reported.add(message);
    this.#report({ severity: "notice", file: this.#file, place: `line ${this.#place.line}`, message: `${message} (Reported once.)` });
  }

  #enter(tag: XmlTag): void {
    this.#see();
    this.#rooted = true;
    const parent = this.#open.at(-1);
    if (parent || this.#wanted([...this.#around.map(({ local }) => local), tag.local])) {
      if (!parent) this.#started = this.#position;
      if (this.#open.length >= DEEPEST) this.#fail(`Elements are nested more than ${DEEPEST} deep.`);
      const element = { ...tag, nodes: [], children: [], text: "", line: this.#place.line };
      parent?.children.push(element);
      parent?.nodes.push(element);
      this.#open.push(element);
    }
    this.#around.push(tag);
  }

  #leave(): void {
    this.#see();
    this.#lastLeft = this.#around.pop()?.name ?? "";
    const element = this.#open.pop();
    if (element && this.#open.length === 0) this.#found.push({ ...element, ancestors: [...this.#around] });
  }

  #addText(text: string): void {
    this.#see();
    const element = this.#open.at(-1);
    if (!element) return;
    element.text += text;
    const last = element.nodes.at(-1);
    if (typeof last === "string") element.nodes[element.nodes.length - 1] = last + text;
    else element.nodes.push(text);
  }

  #addSection(number: string): void {
    const text = this.#sections.taken(number) ?? number;
    const { column, line } = this.#place;
    const lines = countOf("\n", text);
    const end = lines === 0 ? column + text.length - number.length : text.length - text.lastIndexOf("\n") + CLOSING;
    this.#ahead.characters += text.length - number.length;
    this.#ahead.lines += lines;
    this.#ahead.columns = end - this.#parser.column;
    this.#ahead.onLine = line + lines;
    this.#addText(text);
  }

  get #position(): number {
    return this.#parser.position + this.#ahead.characters;
  }

  /** The place in the file: the line from 1, the column from 0. */
  get #place(): { line: number; column: number } {
    const line = this.#parser.line + this.#ahead.lines;
    return { line, column: this.#parser.column + (line === this.#ahead.onLine ? this.#ahead.columns : 0) };
  }

  #see(): void {
    this.#lastEvent = this.#position;
  }

  /** Entities that a document declares can expand without limit or read files (XXE), and no archive needs them. */
  #refuseEntities(doctype: string): void {
    this.#see();
    if (/<!ENTITY|%[\w.-]+;/iu.test(doctype)) this.#fail("The file declares entities of its own, which may do harm and are not read.");
  }

  #judge(fault: string): void {
    const message = recoverableMessage(fault) ?? (this.#lenient ? misnestedMessage(fault) : undefined);
    if (message === undefined) this.#fail(fatalMessage(fault, this.#lastLeft));
    this.notice(message);
  }

  #fail(message: string): never {
    const { line, column } = this.#place;
    const [tag] = this.#open;
    const path = this.#around.map(({ name }) => name).join("/");
    throw new XmlError(message, {
      file: this.#file,
      line,
      column: column + 1,
      path,
      ...(tag && { unfinished: { tag, line: tag.line } }),
    });
  }
}

/** The characters of "]]>" that a column counts after the text of a section. */
const CLOSING = 2;

function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
