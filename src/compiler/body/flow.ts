import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { cleanText } from "../text/cleanText.ts";
import { attribute, type Element, find, isElement, isHidden, isTextNode, lineOf, type Node, textOf } from "./dom.ts";
import { elementEmbed } from "./elementEmbeds.ts";
import { ruleOf } from "./elementRules.ts";
import { flatten } from "./flatten.ts";
import { formulasIn, type Found, mathIn } from "./formulas.ts";
import { lossOf } from "./lossOf.ts";
import { languageAround, languageMark, languageMarkOf, linkMark } from "./inlineMarks.ts";
import { noteReference } from "./notes.ts";
import { paragraphs } from "./paragraphs.ts";
import { glyph, isPicture } from "./pictureBlock.ts";
import type { Caption, Mark, Walk } from "./walk.ts";

/** The state that applies to everything inside the element being read. */
type Scope = { marks: Mark[]; link?: string | undefined; caption?: Caption | undefined; inParagraph: boolean; depth: number };

/** Markup nested deeper than this is read as text only. Real pages stay below 60; the stack overflows near 2,000. */
const DEEPEST = 150;

/** What reading a body needs, the same at every depth. */
export type Body = Pick<Walk, "context" | "headingId" | "notes" | "losses">;

/** Reads a whole body. */
export function flow(nodes: Node[], body: Body): Block[] {
  return new Flow(body, { marks: [], inParagraph: false, depth: 0 }).read(nodes);
}

/** Reads nodes in order: text and marks are collected in a run, which ends where a block starts. */
class Flow {
  readonly #body: Body;
  readonly #scope: Scope;
  readonly #blocks: Block[] = [];
  #run: Inline[] = [];

  constructor(body: Body, scope: Scope) {
    this.#body = body;
    this.#scope = scope;
  }

  read(nodes: Node[]): Block[] {
    this.#visitAll(nodes, this.#scope);
    this.#endRun();
    return this.#blocks;
  }

  #visitAll(nodes: Node[], scope: Scope): void {
    const seen = nodes.filter((node) => isElement(node) || (isTextNode(node) && node.value.trim() !== ""));
    let next = 0;
    for (const node of nodes) {
      if (isTextNode(node)) this.#text(node.value, scope);
      const at = seen[next] === node ? next++ : undefined;
      if (isElement(node)) this.#element(node, scope, at !== undefined && !isInline(seen[at - 1]) && !isInline(seen[at + 1]));
    }
  }

  #element(element: Element, scope: Scope, standsAlone: boolean): void {
    const note = noteReference(element, this.#body.notes);
    const character = glyph(element);
    const embed = elementEmbed(element);
    const { custom, place } = this.#body.context;
    const own = isHidden(element) ? undefined : custom?.ofElement(element, place);
    const math = mathIn(element);
    if (isHidden(element)) this.#hidden(element);
    else if (scope.depth >= DEEPEST) this.#tooDeep(element, scope);
    else if (note !== undefined) this.#run.push({ type: "noteRef", note });
    else if (character !== undefined) this.#text(character, scope);
    else if (isCheckbox(element)) this.#run.push({ type: "checkbox", checked: element.attrs.some(({ name }) => name === "checked") });
    else if (own) this.#block(own);
    else if (math) this.#formula(math);
    else if (embed) this.#block([embed]);
    else this.#byRule(element, scope, standsAlone);
  }

  #formula({ formula, isDisplay }: Found): void {
    if (isDisplay) this.#block([{ type: "formula", ...formula }]);
    else this.#run.push({ type: "math", ...formula });
  }

  #hidden(element: Element): void {
    const text = textOf(element.childNodes);
    const isSeen = text.trim() !== "" || find([element], isPicture).length > 0;
    this.#body.losses.texts.push(text);
    const message = "It is hidden on its page (hidden, display: none), so it was left out with its content.";
    if (isSeen) this.#body.losses.add(element, { message, remedy: "Unhide it if readers may see it, or remove it." });
  }

  #tooDeep(element: Element, scope: Scope): void {
    const { warn } = this.#walk(scope);
    warn(element, "HTML is nested too deeply here; only its text was kept.", {
      remedy: "Remove elements that only wrap others.",
    });
    this.#text(textOf([element]), scope);
  }

  #byRule(element: Element, scope: Scope, standsAlone: boolean): void {
    const rule = ruleOf(element);
    const loss = lossOf(element);
    if (loss) this.#body.losses.add(element, loss);
    if (rule === undefined) this.#unknown(element, scope, standsAlone && !scope.inParagraph && scope.marks.length === 0);
    else if (rule.as === "break") this.#run.push({ type: "break" });
    else if (rule.as === "link") {
      const link = linkMark(element, this.#body.context);
      if (!link && attribute(element, "href") !== undefined) this.#deadEnd(element, scope);
      this.#inside(element, { ...scope, link: link?.url ?? scope.link, marks: withMark(scope.marks, link?.mark) });
    } else if (rule.as === "inline") {
      const around = rule.around?.(languageAround(element) ?? this.#body.context.language ?? "en");
      if (around) this.#text(around.open, scope);
      this.#inside(element, { ...scope, marks: withMark(scope.marks, rule.mark ?? rule.markOf?.(element)) });
      if (around) this.#text(around.close, scope);
    } else if (rule.as === "block") {
      this.#block(rule.read(element, this.#walk({ ...scope, inParagraph: false }, element)));
    }
  }

  #inside(element: Element, scope: Scope): void {
    this.#visitAll(element.childNodes, { ...scope, marks: withMark(scope.marks, languageMark(element)), depth: scope.depth + 1 });
  }

  #deadEnd(element: Element, scope: Scope): void {
    const remedy = "Links lead to web, mail and phone addresses, and to paths of this edition.";
    this.#walk(scope).warn(element, "A link has no address that readers may be sent to; its text was kept.", { remedy });
  }

  /** The text of an unknown element becomes a block of its own, or stays part of the line if the element is inline. */
  #unknown(element: Element, scope: Scope, isBlock: boolean): void {
    const { warn } = this.#walk(scope);
    const name = element.tagName;
    const text = lineOf([element]);
    // Lines and paragraphs would become one line.
    const hasForm = find(element.childNodes, (inner) => isPicture(inner) || FORMED.has(inner.tagName)).length > 0;
    if (hasForm) {
      warn(element, `<${name}> is not known here; its content was kept.`, { remedy: UNKNOWN });
      this.#inside(element, scope);
    } else if (text === "") {
      warn(element, `<${name}> is not known here and holds no text; it was left out.`, { remedy: remedyFor(name) });
    } else if (isBlock) {
      warn(element, `<${name}> is not known here; its text was kept without form.`, { remedy: remedyFor(name) });
      this.#block([{ type: "unknown", name, text }]);
    } else {
      warn(element, `<${name}> is not known here; its text was kept.`, { severity: "notice", remedy: UNKNOWN });
      this.#inside(element, scope);
    }
  }

  #text(value: string, scope: Scope): void {
    if (!scope.marks.some(({ key }) => key === "code")) {
      for (const part of formulasIn(value)) {
        if (typeof part === "string") this.#words(part, scope);
        else this.#formula(part);
      }
    } else this.#words(value, scope);
  }

  #words(value: string, scope: Scope): void {
    const text: Inline[] = [{ type: "text", text: cleanText(value) }];
    for (const inline of scope.marks.reduceRight((inlines, mark) => mark.put(inlines), text)) this.#run.push(inline);
  }

  #block(blocks: Block[]): void {
    this.#endRun();
    for (const block of blocks) this.#blocks.push(block);
  }

  #endRun(): void {
    for (const block of paragraphs(this.#run)) this.#blocks.push(block);
    this.#run = [];
  }

  /** @param element the block that is read: it, and each item, cell or line in it, can have a language */
  #walk(scope: Scope, element?: Element): Walk {
    const inner = (nodes: Node[], own: Partial<Scope> & { mark?: Mark } = {}) => {
      const marks = withMark(withMark(scope.marks, element && languageMarkOf(nodes[0], element)), own.mark);
      return new Flow(this.#body, { ...scope, ...own, marks, depth: scope.depth + 1 }).read(nodes);
    };
    return {
      ...this.#body,
      link: scope.link,
      caption: scope.caption,
      blocks: inner,
      inlines: (nodes) => flatten(inner(nodes)),
      warn: (element, message, more) => this.#body.losses.add(element, { message, ...more }),
    };
  }
}

const FORMED = new Set("iframe pre p ul ol dl table blockquote figure details h1 h2 h3 h4 h5 h6".split(" "));

/** The checkbox of a task list item. */
const isCheckbox = (element: Element): boolean => element.tagName === "input" && attribute(element, "type")?.toLowerCase() === "checkbox";

const UNKNOWN = "docs/article.md lists what Markdown and HTML may contain.";

const remedyFor = (name: string): string =>
  name === "svg"
    ? "Save the drawing as a file beside the story, and show it as a picture."
    : name === "canvas"
      ? "What a script draws is not kept: show it as a picture."
      : UNKNOWN;

const withMark = (marks: Mark[], mark: Mark | undefined): Mark[] =>
  mark === undefined || marks.some(({ key }) => key === mark.key) ? marks : [...marks, mark];

/** Whether an adjacent node is part of a line of text. */
function isInline(node: Node | undefined): boolean {
  if (node === undefined) return false;
  if (!isElement(node)) return true;
  const rule = ruleOf(node);
  return rule?.as === "inline" || rule?.as === "link" || glyph(node) !== undefined;
}
