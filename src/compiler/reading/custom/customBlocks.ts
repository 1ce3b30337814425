import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { LineCounter, parseDocument } from "yaml";
import type { Block } from "#content/blocks/block.ts";
import { reason } from "#content/parse.ts";
import { BLOCK_ELEMENT, type CustomBlocks } from "../../body/bodyContext.ts";
import { cleanText } from "../../text/cleanText.ts";
import { attribute, type Element, hasClass, isElement, lineOf, textOf } from "../../body/dom.ts";
import { nearestName } from "../../text/nearestName.ts";
import type { BlockExtension, HtmlElement } from "./extension.ts";
import { messageOf } from "../../text/errorMessage.ts";
import { digest } from "../../state/digest.ts";
import { type ArticleContext, articleContext } from "../article/articleContext.ts";
import { DIRECTIVES, directiveBlock } from "../article/directiveBlock.ts";
import { isGame, readBlocks } from "../article/readBlocks.ts";
import { isRecord, type Raw, wordsIn } from "../../text/jsonRecord.ts";
import type { SourceContext, SourceFile } from "../source.ts";

/** The context of an article, extended to read the paper's custom blocks, and directives for the built-in ones. */
export function withCustomBlocks(article: ArticleContext, file: SourceFile, context: SourceContext): ArticleContext {
  const own = context.extensions?.blocks ?? new Map<string, BlockExtension>();
  const read: CustomBlocks["read"] = (name, fields, placeOf) => {
    const block = own.get(name);
    if (block) return new Reading(block, fields, placeOf, file, context).blocks();
    return fields instanceof Unreadable
      ? unreadable(name, fields, placeOf(""), file, context)
      : directiveBlock(name, fields, placeOf, extended, file, context);
  };
  const custom: CustomBlocks = {
    names: [...own.keys()],
    read,
    ofElement: (element, place) => ofElement(element, place, own, read),
  };
  const extended: ArticleContext = { ...article, body: { ...article.body, custom } };
  return extended;
}

function unreadable(name: string, { why, words }: Unreadable, place: string, file: SourceFile, context: SourceContext): Block[] {
  const outcome = isGame(name) ? "left out" : "kept as plain text";
  const message = `The fields of the ${name} cannot be read, so it is ${outcome}: ${why}`;
  context.report({ severity: "warning", file: file.path, place, message, remedy: "Correct them; docs/article.md lists them." });
  const text = isGame(name) ? "" : cleanText(words);
  return text === "" ? [] : [{ type: "unknown", name, text }];
}

/** Fields that could not be read, and the words that they hold. */
class Unreadable {
  readonly why: string;
  readonly words: string;

  constructor(error: unknown, words: string) {
    this.why = messageOf(error);
    this.words = words;
  }
}

/** Reads one custom block by the paper's own code. Anything that code throws is reported with the block's place. */
class Reading {
  readonly #block: BlockExtension;
  readonly #given: unknown;
  readonly #placeOf: (field: string) => string;
  readonly #file: SourceFile;
  readonly #context: SourceContext;

  constructor(block: BlockExtension, given: unknown, placeOf: (field: string) => string, file: SourceFile, context: SourceContext) {
    this.#block = block;
    this.#given = given;
    this.#placeOf = placeOf;
    this.#file = file;
    this.#context = context;
  }

  blocks(): Block[] {
    const { name } = this.#block;
    const fields = this.#fields();
    if (fields === undefined) return this.#words();
    const children = this.#children(fields);
    if (children === undefined) return this.#words();
    const id = digest(JSON.stringify([name, fields])).slice(0, 8);
    const script = this.#isDrawn(fields, id) ? this.#block.script : undefined;
    return [{ type: "custom", name, id, fields, ...(script !== undefined && { script }), children }];
  }

  #warn(field: string, message: string, remedy: string, nearest?: string): void {
    const more = nearest === undefined ? {} : { nearest };
    this.#context.report({ severity: "warning", file: this.#file.path, place: this.#placeOf(field), message, remedy, ...more });
  }

  /** The fields as the schema returns them. They must be JSON, so that nothing is lost on the way to a browser. */
  #fields(): Raw | undefined {
    const { name, schema } = this.#block;
    if (this.#given instanceof Unreadable) {
      this.#warn("", `The fields of the ${name} cannot be read, so it is kept as plain text: ${this.#given.why}`, SCHEMA(name));
      return undefined;
    }
    try {
      const result = v.safeParse(schema, this.#known());
      if (!result.success) {
        const [issue] = result.issues;
        const field = v.getDotPath(issue) ?? "";
        // A schema's own message may be a sentence by itself.
        const why = reason(issue).replace(/\.$/u, "");
        const what = `${field === "" ? "The block" : field}${/^\p{Lu}/u.test(why) ? ":" : ""} ${why}`;
        this.#warn(field, `${what}, so the ${name} is kept as plain text.`, SCHEMA(name));
        return undefined;
      }
      const { output } = result;
      if (isRecord(output) && isDeepStrictEqual(JSON.parse(JSON.stringify(output)), output)) return output;
      this.#warn("", `The schema of the ${name} returns a value that is not JSON, so the block is kept as plain text.`, SCHEMA(name));
    } catch (error) {
      this.#warn("", `The schema of the ${name} fails, so it is kept as plain text: ${messageOf(error)}`, SCHEMA(name));
    }
    return undefined;
  }

  /** The given fields without those that the schema does not know, which are reported. */
  #known(): unknown {
    const { name, schema } = this.#block;
    const given = this.#given;
    if (!isRecord(given) || !/^(?:strict_)?object$/u.test(schema.type) || !("entries" in schema) || !isRecord(schema.entries)) return given;
    const known = Object.keys(schema.entries);
    const unknown = Object.keys(given).filter((field) => !known.includes(field));
    for (const field of unknown)
      this.#warn(
        field,
        `A ${name} has no field "${field}", so it was not read.`,
        `Its fields are ${known.join(", ")}.`,
        nearestName(field, known),
      );
    return Object.fromEntries(Object.entries(given).filter(([field]) => known.includes(field)));
  }

  /** The block's text; undefined if it has none. */
  #children(fields: Raw): Block[] | undefined {
    const { name, text } = this.#block;
    const remedy = `Check the text function in blocks/${name}/block.ts.`;
    try {
      const said = text(structuredClone(fields));
      const context = articleContext(this.#file, this.#context, { place: () => this.#placeOf("") });
      const blocks = readBlocks(said, `the text of the ${name}`, context);
      if (blocks.length > 0) return blocks;
      this.#warn("", `The ${name} says nothing in words, so it is kept as plain text.`, remedy);
    } catch (error) {
      this.#warn("", `The text of the ${name} fails, so it is kept as plain text: ${messageOf(error)}`, remedy);
    }
    return undefined;
  }

  #isDrawn(fields: Raw, id: string): boolean {
    const { name, draw } = this.#block;
    try {
      draw?.({ fields: structuredClone(fields), id });
      return true;
    } catch (error) {
      const remedy = `Check blocks/${name}/component.tsx: it is rendered at build too, where there is no window.`;
      this.#warn("", `The component of the ${name} fails, so its text is shown instead: ${messageOf(error)}`, remedy);
      return false;
    }
  }

  #words(): Block[] {
    const text = cleanText(this.#given instanceof Unreadable ? this.#given.words : wordsIn(this.#given));
    return text === "" ? [] : [{ type: "unknown", name: this.#block.name, text }];
  }
}

const SCHEMA = (name: string): string => `The fields of a ${name} are defined in blocks/${name}/block.ts.`;

function ofElement(
  element: Element,
  place: (line: number) => string,
  blocks: ReadonlyMap<string, BlockExtension>,
  read: CustomBlocks["read"],
): Block[] | undefined {
  const line = element.sourceCodeLocation?.startLine ?? 1;
  const name = element.tagName === BLOCK_ELEMENT ? attribute(element, "name") : undefined;
  if (name !== undefined && (blocks.has(name) || DIRECTIVES.has(name))) return ofYaml(name, element, (at) => place(line + at), read);
  for (const { name: own, html } of blocks.values()) {
    if (html?.element !== element.tagName || (html.class !== undefined && !hasClass(element, html.class))) continue;
    const fields = imported(element, html.read);
    if (fields !== undefined) return read(own, fields, () => place(line));
  }
  return undefined;
}

function imported(element: Element, read: (element: HtmlElement) => unknown): unknown {
  try {
    return read(plain(element));
  } catch (error) {
    return new Unreadable(error, lineOf([element]));
  }
}

/** @param placeOf the place of a line, counted from 0 at the element itself */
function ofYaml(name: string, element: Element, placeOf: (line: number) => string, read: CustomBlocks["read"]): Block[] {
  const lineCounter = new LineCounter();
  const source = textOf(element.childNodes);
  const document = parseDocument(source, { lineCounter, prettyErrors: false, logLevel: "silent" });
  const [error] = document.errors;
  const at = (offset: number | undefined): string => placeOf(offset === undefined ? 0 : lineCounter.linePos(offset).line - 1);
  const fields: unknown = error ? new Unreadable(error, lineOf(element.childNodes)) : (document.toJS() ?? {});
  return read(name, fields, (field) => {
    if (error) return at(error.pos[0]);
    const path = field === "" ? [] : field.split(".");
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length).map(stepOf), true);
      if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) return at(node.range[0]);
    }
    return at(undefined);
  });
}

const stepOf = (step: string): string | number => (/^\d+$/u.test(step) ? Number(step) : step);

/** Markup may be nested without end; anything deeper is kept only as text. */
const DEEPEST = 50;

function plain(element: Element, depth = 0): HtmlElement {
  return {
    name: element.tagName,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    text: lineOf([element]),
    children: depth === DEEPEST ? [] : element.childNodes.filter(isElement).map((child) => plain(child, depth + 1)),
  };
}
