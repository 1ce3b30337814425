import { parseFragment } from "parse5";
import temml from "temml";
import type { Formula } from "#content/blocks/inline.ts";
import { isMathAttribute, MATH_TAG, type MathMl } from "#content/blocks/mathMl.ts";
import { cleanText } from "../text/cleanText.ts";
import { attribute, childrenOf, type Element, find, hasClass, isElement, isTextNode, type Node } from "./dom.ts";
import { formulaText } from "./formulaText.ts";
import { errorMessage } from "../text/errorMessage.ts";

/** No real formula is nested deeper. */
const DEEPEST = 60;

/** In characters. No real formula is longer either, and it would be read for seconds. */
const LONGEST = 20_000;

/** Converts LaTeX to HTML with MathML, using Temml. @returns an error message if it cannot be parsed */
export function latexHtml(tex: string, isDisplay: boolean): { html: string } | { error: string } {
  if (tex.length > LONGEST) return { error: `it is longer than ${LONGEST} characters` };
  try {
    return { html: temml.renderToString(tex, { displayMode: isDisplay, annotate: true, throwOnError: true, trust: false, strict: false }) };
  } catch (error) {
    return { error: errorMessage(error).replace(/\s+/gu, " ").trim().slice(0, 200) };
  }
}

/** The formula written in LaTeX; undefined if it cannot be parsed. */
export function formulaOfLatex(tex: string, isDisplay: boolean): Formula | undefined {
  const read = latexHtml(tex, isDisplay);
  if ("error" in read) return undefined;
  const [math] = find(parseFragment(read.html).childNodes, ({ tagName }) => tagName === "math");
  return math && formulaOf(math);
}

/** The formula in a `math` element: its MathML, its text, and its LaTeX source if an annotation gives it. Undefined if it is empty. */
export function formulaOf(math: Element): Formula | undefined {
  const mathml = elements(math.childNodes, 0);
  const text = formulaText(mathml);
  const tex = latexIn(math);
  return text === "" ? undefined : { ...(tex !== undefined && { tex }), text, mathml };
}

/** A formula, and whether it is displayed on a line of its own. */
export type Found = { formula: Formula; isDisplay: boolean };

/** The formula that an element represents: MathML, the output of KaTeX, MathJax or MediaWiki, or the script that MathJax reads. */
export function mathIn(element: Element): Found | undefined {
  const { tagName } = element;
  const type = tagName === "script" ? /^math\/tex(.*)/u.exec(attribute(element, "type") ?? "") : null;
  if (type) {
    const isDisplay = type[1]?.includes("display") === true;
    const formula = formulaOfLatex(element.childNodes.map((node) => (isTextNode(node) ? node.value : "")).join(""), isDisplay);
    return formula && { formula, isDisplay };
  }
  // Beside the MathML, these wrappers hold a visual copy of the same formula.
  const isWrapped = hasClass(element, "katex", "katex-display", "mwe-math-element") || tagName === "mjx-container";
  const math = tagName === "math" ? element : isWrapped ? find(element.childNodes, (inner) => inner.tagName === "math")[0] : undefined;
  const formula = math && formulaOf(math);
  const isDisplay = [math, element].some(
    (each) => each && (attribute(each, "display") === "block" || attribute(each, "display") === "true"),
  );
  return formula && { formula, isDisplay: isDisplay || hasClass(element, "katex-display") };
}

const TEX = /\\\((.{1,2000}?)\\\)|\\\[([^]{1,5000}?)\\\]|\$\$([^$]{1,5000})\$\$|\$latex\s+([^$]{1,2000})\$/gu;

/**
 * Splits a text of HTML into plain text and the LaTeX formulas that scripts of the original page would have rendered.
 * What does not look like TeX, or cannot be parsed, stays text.
 */
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

/** Whether a text between delimiters is meant as a formula: it contains TeX syntax, or is a single letter. */
export const hasTex = (tex: string): boolean => /[\\^_{}=]|^[a-z]$/iu.test(tex.trim());

function latexIn(math: Element): string | undefined {
  const [annotation] = find(math.childNodes, (inner) => inner.tagName === "annotation" && /tex/iu.test(attribute(inner, "encoding") ?? ""));
  const tex = annotation?.childNodes.map((node) => (isTextNode(node) ? node.value : "")).join("") ?? "";
  return tex.trim() === "" ? undefined : cleanText(tex.trim());
}

function elements(nodes: Node[], depth: number): MathMl[] {
  return nodes.flatMap((node) => (isElement(node) ? elementOf(node, depth) : []));
}

/** Leaves out wrappers, and annotations, which repeat the formula. */
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

/** `mfenced` (MathML 3, 3.3.8) as an `mrow` with brackets around and commas between its children. */
function fenced(element: Element, depth: number): MathMl[] {
  const sign = (name: string, usual: string): MathMl => ({ tag: "mo", children: [cleanText(attribute(element, name) ?? usual)] });
  const inner = elements(element.childNodes, depth + 1).flatMap((each, at) => (at === 0 ? [each] : [sign("separators", ","), each]));
  return [{ tag: "mrow", children: [sign("open", "("), ...inner, sign("close", ")")] }];
}
