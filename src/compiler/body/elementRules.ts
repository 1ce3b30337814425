import type { Block } from "#content/blocks/block.ts";
import type { PlainMark } from "#content/blocks/inline.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { quotationMarks } from "#content/quotationMarks.ts";
import { callout, isCallout } from "./callouts.ts";
import { definitions, details, isToggle } from "./details.ts";
import { attribute, type Element, hasClass, find, textOf } from "./dom.ts";
import { frame } from "./elementEmbeds.ts";
import { figure, gallery } from "./figures.ts";
import { flatten } from "./flatten.ts";
import { formulaOfLatex } from "./formulas.ts";
import { listBlock, term } from "./listBlock.ts";
import { abbreviationMark, codeMark, plainMark } from "./inlineMarks.ts";
import { isNotes, notes } from "./notes.ts";
import { pictureBlock } from "./pictureBlock.ts";
import { isPullQuote, pullQuote, quote } from "./quotes.ts";
import { recordingElement } from "./recordingElement.ts";
import { tableBlock } from "./tableBlock.ts";
import type { Mark, Walk } from "./walk.ts";
import { withLineBreaks } from "./withLineBreaks.ts";

/** What an element becomes. `around` is the text that a browser would show around it, by the language that it is in. */
export type Rule =
  | { as: "nothing" }
  | {
      as: "inline";
      mark?: Mark;
      markOf?: (element: Element) => Mark | undefined;
      around?: (language: string) => { open: string; close: string };
    }
  | { as: "link" }
  | { as: "break" }
  | { as: "block"; read: (element: Element, walk: Walk) => Block[] };

const nothing: Rule = { as: "nothing" };
const text: Rule = { as: "inline" };
const block = (read: (element: Element, walk: Walk) => Block[]): Rule => ({ as: "block", read });
const mark = (type: PlainMark): Rule => ({ as: "inline", mark: plainMark(type) });
const codeWords: Rule = { as: "inline", mark: codeMark };
const content = block((element, walk) => walk.blocks(element.childNodes));

/**
 * The allow-list: what each HTML element becomes. An element that is not here
 * is unknown; only what these rules read gets from the HTML into the blocks.
 */
const RULES: [string, Rule][] = [
  // Not for readers
  ...names("script style template noscript head title meta link base", nothing),
  ...names("source track param area wbr rp col colgroup datalist noframes", nothing),
  // Layout: only the content is kept
  ...names("html body main article header footer nav center address hgroup form fieldset picture map search", content),
  ...names("div section aside", block(division)),
  // Blocks
  ...names("p figcaption legend caption", block(paragraph)),
  ...names("h1 h2 h3 h4 h5 h6", block(heading)),
  ...names("ul ol menu dir", block(listBlock)),
  ...names("li dd", content),
  ...names("dt summary", block(term)),
  ...names("dl", block(definitions)),
  ...names("details", block(details)),
  ...names("blockquote", block(quote)),
  ...names("figure", block(figure)),
  ...names("img", block(pictureBlock)),
  ...names("table", block(tableBlock)),
  ...names("pre listing xmp plaintext", block(code)),
  ...names(
    "hr",
    block((element) => (hasClass(element, "footnotes-sep") ? [] : [{ type: "divider" }])),
  ),
  ...names("iframe embed object", block(frame)),
  ...names("video audio", block(recordingElement)),
  // Marks in the text
  ...names("strong b", mark("strong")),
  ...names("em i cite dfn var", mark("emphasis")),
  ...names("sub", mark("sub")),
  ...names("sup", mark("sup")),
  ...names("mark", mark("mark")),
  ...names("del s strike", mark("del")),
  ...names("ins", mark("ins")),
  ...names("abbr acronym", { as: "inline", markOf: abbreviationMark }),
  ...names("code kbd samp tt", codeWords),
  ["a", { as: "link" }],
  ["br", { as: "break" }],
  ["input", { as: "inline" }],
  ["q", { as: "inline", around: quotationMarks }],
  ["rt", { as: "inline", around: () => ({ open: "(", close: ")" }) }],
  // Elements without a corresponding mark; only their text is kept
  ...names("span font small big u time data label output bdi bdo ruby rb rtc nobr blink marquee", text),
];

const BY_NAME = new Map(RULES);

/** The rule for an element; undefined for an unknown one. */
export const ruleOf = (element: Element): Rule | undefined => BY_NAME.get(element.tagName);

function names(list: string, rule: Rule): [string, Rule][] {
  return list.split(" ").map((name) => [name, rule]);
}

function paragraph(element: Element, walk: Walk): Block[] {
  return gallery(walk.blocks(element.childNodes, { inParagraph: true }));
}

/** Levels start at 2, since the headline is 1, and end at 4. */
function heading(element: Element, walk: Walk): Block[] {
  const inner = walk.blocks(element.childNodes, { inParagraph: true });
  const words = flatten(inner.filter((part) => part.type === "paragraph"));
  const others = inner.filter((part) => part.type !== "paragraph");
  if (words.length === 0) return others;
  const number = Number(element.tagName.slice(1));
  const level = number <= 2 ? 2 : number === 3 ? 3 : 4;
  return [{ type: "heading", level, id: walk.headingId(inlineText(words), attribute(element, "id")), children: words }, ...others];
}

/** `div`, `section` and `aside`, whose class may say what they hold. */
function division(element: Element, walk: Walk): Block[] {
  if (isNotes(element)) return notes(element, walk);
  if (element.tagName === "aside" && isPullQuote(element)) return pullQuote(element, walk);
  if (isToggle(element)) return details(element, walk);
  if (isCallout(element)) return callout(element, walk);
  if (hasClass(element, "wp-caption")) return figure(element, walk);
  if (hasClass(element, "gallery", "wp-block-gallery")) return gallery(walk.blocks(element.childNodes));
  return walk.blocks(element.childNodes);
}

/** `pre`: its text as written; the language from the classes that highlighters set. */
function code(element: Element, walk: Walk): Block[] {
  const text = textOf(element.childNodes).replace(/^\n+/u, "").trimEnd();
  if (text === "") return [];
  if (hasClass(element, "wp-block-verse", "verse", "poem")) return walk.blocks(withLineBreaks(element.childNodes), { inParagraph: true });
  const [inner] = find(element.childNodes, (child) => child.tagName === "code");
  const language = [inner, element, element.parentNode].map((holder) => languageOf(holder)).find((name) => name !== undefined);
  const formula = language === "math" ? formulaOfLatex(text, true) : undefined;
  if (formula) return [{ type: "formula", ...formula }];
  if (language === "chart" && walk.context.chart)
    return walk.context.chart(text, walk.context.place(element.sourceCodeLocation?.startLine ?? 1));
  const isNumbered = [inner, element].some((holder) => holder && NUMBERED.test(attribute(holder, "class") ?? ""));
  return [{ type: "code", text, ...(language !== undefined && { language }), ...(isNumbered && { numbered: true }) }];
}

/** The classes of Prism, Pandoc and Hugo. */
const NUMBERED = /(?:^|\s)(?:line-?numbers|numberLines|linenos)(?:\s|$)/iu;

function languageOf(holder: Element | Element["parentNode"] | undefined): string | undefined {
  if (!holder || !("tagName" in holder)) return undefined;
  const inClass = /(?:^|\s)(?:lang(?:uage)?-|highlight-source-|brush:\s*)([\w+#.-]+)/u.exec(attribute(holder, "class") ?? "")?.[1];
  return (inClass ?? attribute(holder, "data-lang"))?.toLowerCase();
}
