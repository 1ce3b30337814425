import { parseFragment } from "parse5";
import temml from "temml";
import type { Formula } from "#content/blocks/inline.ts";
import { isMathAttribute, MATH_TAG, type MathMl } from "#content/blocks/mathMl.ts";
import { cleanText } from "./cleanText.ts";
import { attribute, childrenOf, type Element, find, hasClass, isElement, isTextNode, type Node } from "./dom.ts";
import { formulaText } from "./formulaText.ts";
import { errorMessage } from "../draft/errorMessage.ts";

/** Deeper than any formula is. */
const DEEPEST = 60;

/** LaTeX as MathML in HTML, by Temml. @returns what is wrong with it, where it cannot be read */
export function latexHtml(tex: string, isDisplay: boolean): { html: string } | { error: string } {
  try {
    return { html: temml.renderToString(tex, { displayMode: isDisplay, annotate: true, throwOnError: true, trust: false, strict: false }) };
  } catch (error) {
    return { error: errorMessage(error).replace(/\s+/gu, " ").trim().slice(0, 200) };
  }
}

/** A formula of LaTeX; undefined where it cannot be read. */
export function formulaOfLatex(tex: string, isDisplay: boolean): Formula | undefined {
  const read = latexHtml(tex, isDisplay);
  if ("error" in read) return undefined;
  const [math] = find(parseFragment(read.html).childNodes, ({ tagName }) => tagName === "math");
  return math && formulaOf(math);
}

/** A formula of `math`: the elements that set it, its letters in a line, and the LaTeX that it was made of where it says so. Undefined for one without signs. */
export function formulaOf(math: Element): Formula | undefined {
  const mathml = elements(math.childNodes, 0);
  const text = formulaText(mathml);
  const tex = latexIn(math);
  return text === "" ? undefined : { ...(tex !== undefined && { tex }), text, mathml };
}

/** A formula, and whether it has a line of its own. */
export type Found = { formula: Formula; isDisplay: boolean };

/** The formula that an element is: MathML, what KaTeX, MathJax and MediaWiki make of one, or the script that MathJax reads. */
export function mathIn(element: Element): Found | undefined {
  const { tagName } = element;
  const type = tagName === "script" ? /^math\/tex(.*)/u.exec(attribute(element, "type") ?? "") : null;
  if (type) {
    const isDisplay = type[1]?.includes("display") === true;
    const formula = formulaOfLatex(element.childNodes.map((node) => (isTextNode(node) ? node.value : "")).join(""), isDisplay);
    return formula && { formula, isDisplay };
  }
  // Beside it stands the same once more, for the eye.
  const isWrapped = hasClass(element, "katex", "katex-display", "mwe-math-element") || tagName === "mjx-container";
  const math = tagName === "math" ? element : isWrapped ? find(element.childNodes, (inner) => inner.tagName === "math")[0] : undefined;
  const formula = math && formulaOf(math);
  const isDisplay = [math, element].some(
    (each) => each && (attribute(each, "display") === "block" || attribute(each, "display") === "true"),
  );
  return formula && { formula, isDisplay: isDisplay || hasClass(element, "katex-display") };
}

const TEX = /\\\((.{1,2000}?)\\\)|\\\[([^]{1,5000}?)\\\]|\$\$([^$]{1,5000})\$\$|\$latex\s+([^$]{1,2000})\$/gu;

/** A text of HTML, and the formulas of LaTeX in it that scripts of its page would have set. What has no sign of TeX, or cannot be read, is text. */
export function formulasIn(text: string): (string | Found)[] {
  if (!/\\[([]|\$\$|\$latex\s/u.test(text)) return [text];
  const parts: (string | Found)[] = [];
  let from = 0;
  for (const { 0: whole, 1: inline, 2: boxed, 3: dollars, 4: wordpress, index } of text.matchAll(TEX)) {
    const tex = inline ?? boxed ?? dollars ?? wordpress ?? "";
    const isDisplay = boxed !== undefined || dollars !== undefined;
    const isTex = wordpress !== undefined || hasTex(tex);
    const formula = isTex ? formulaOfLatex(tex, isDisplay) : undefined;
    if (!formula) continue;
    parts.push(text.slice(from, index), { formula, isDisplay });
    from = index + whole.length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== "");
}

/** Whether what stands between signs is meant as a formula: it has a sign of TeX, or is one letter. */
export const hasTex = (tex: string): boolean => /[\\^_{}=]|^[a-z]$/iu.test(tex.trim());

function latexIn(math: Element): string | undefined {
  const [annotation] = find(math.childNodes, (inner) => inner.tagName === "annotation" && /tex/iu.test(attribute(inner, "encoding") ?? ""));
  const tex = annotation?.childNodes.map((node) => (isTextNode(node) ? node.value : "")).join("") ?? "";
  return tex.trim() === "" ? undefined : cleanText(tex.trim());
}

function elements(nodes: Node[], depth: number): MathMl[] {
  return nodes.flatMap((node) => (isElement(node) ? elementOf(node, depth) : []));
}

/** What only wraps is left out; what says the formula once more is too. */
function elementOf(element: Element, depth: number): MathMl[] {
  const { tagName } = element;
  if (tagName.startsWith("annotation") || depth > DEEPEST) return [];
  if (tagName === "mfenced") return fenced(element, depth);
  if (!MATH_TAG.test(tagName)) return elements(childrenOf(element), depth + 1);
  const isToken = /^m(?:i|n|o|s|text)$/u.test(tagName);
  const words = isToken ? [wordsOf(element)].filter(Boolean) : elements(element.childNodes, depth + 1);
  const attributes = Object.fromEntries(element.attrs.flatMap(({ name, value }) => (isMathAttribute(name, value) ? [[name, value]] : [])));
  return [{ tag: tagName, ...(Object.keys(attributes).length > 0 && { attributes }), children: words }];
}

const wordsOf = (element: Element): string =>
  cleanText(
    childrenOf(element)
      .map((node) => (isTextNode(node) ? node.value : isElement(node) ? wordsOf(node) : ""))
      .join(""),
  ).replace(/[ \t\n\r]+/gu, " ");

/** MathML 3 (3.3.8): brackets around, and commas between. */
function fenced(element: Element, depth: number): MathMl[] {
  const sign = (name: string, usual: string): MathMl => ({ tag: "mo", children: [cleanText(attribute(element, name) ?? usual)] });
  const inner = elements(element.childNodes, depth + 1).flatMap((each, at) => (at === 0 ? [each] : [sign("separators", ","), each]));
  return [{ tag: "mrow", children: [sign("open", "("), ...inner, sign("close", ")")] }];
}
