import * as v from "valibot";
import { type Formula, type Inline, InlineSchema } from "#content/blocks/inline.ts";
import { reason } from "#content/parse.ts";
import { cleanText } from "../../text/cleanText.ts";
import { flatten } from "../../body/flatten.ts";
import { formulaOfLatex, latexHtml } from "../../body/formulas.ts";
import { safeUrl } from "../../body/safeUrl.ts";
import { nearestName } from "../../text/nearestName.ts";
import { type ArticleContext, htmlIn } from "./articleContext.ts";
import { isMissing, isRecord, type Raw, wordsIn } from "../../text/jsonRecord.ts";

/** No real text nests marks this deep; anything deeper becomes plain text. */
const DEEPEST = 40;

const TYPES = [
  "text",
  "strong",
  "emphasis",
  "link",
  "code",
  "sub",
  "sup",
  "break",
  "mark",
  "del",
  "ins",
  "abbr",
  "checkbox",
  "math",
  "noteRef",
  "lang",
];

/** Inlines, or a string as a short form. Those that break the contract are reported and keep only their words. */
export function readInlines(value: unknown, path: string, context: ArticleContext, depth = 0): Inline[] {
  if (typeof value === "string") return context.words(value);
  if (isMissing(value)) return [];
  if (!Array.isArray(value)) return readInlines([value], path, context, depth);
  return value.flatMap((item: unknown, index) => readInline(item, `${path}.${index}`, context, depth));
}

function readInline(value: unknown, path: string, context: ArticleContext, depth: number): Inline[] {
  if (typeof value === "string") return context.words(value);
  if (!isRecord(value) || depth > DEEPEST) return lost(value, path, "is not an inline", context);
  const html = htmlIn(value, context);
  if (html) return flatten(html);
  const children = readInlines(value["children"], `${path}.children`, context, depth + 1);
  if (value["type"] === "link") return readLink(value, children, path, context);
  const formula = value["type"] === "math" ? completeFormula(value, path, context) : {};
  const clean = typeof value["text"] === "string" ? { text: cleanText(value["text"]) } : {};
  const result = v.safeParse(InlineSchema, { ...value, ...clean, ...formula, ...("children" in value && { children }) });
  if (result.success) return [result.output];
  const [issue] = result.issues;
  const type = typeof value["type"] === "string" && !TYPES.includes(value["type"]) ? value["type"] : undefined;
  const why = type === undefined ? `${joined(path, issue)} ${reason(issue)}` : `"${type}" is not a type of inline`;
  const nearest = type === undefined ? undefined : nearestName(type, TYPES);
  context.warn(joined(path, issue), `${why}; only its words were kept.`, "warning", `Known types are ${TYPES.join(", ")}.`, nearest);
  return children.length > 0 ? children : context.words(wordsIn(value));
}

/** A formula may consist of its LaTeX alone. */
export function completeFormula(value: Raw, path: string, context: ArticleContext, isDisplay = false): Partial<Formula> {
  const { tex, mathml } = value;
  if (mathml !== undefined || typeof tex !== "string") return {};
  const read = latexHtml(tex, isDisplay);
  if ("error" in read) context.warn(`${path}.tex`, `${path}.tex cannot be read as LaTeX: ${read.error}.`);
  return formulaOfLatex(tex, isDisplay) ?? {};
}

function readLink(value: Raw, children: Inline[], path: string, context: ArticleContext): Inline[] {
  const url = typeof value["url"] === "string" ? safeUrl(value["url"], context.body.link) : undefined;
  if (url !== undefined) return [{ type: "link", url, children }];
  context.warn(
    `${path}.url`,
    `${path}.url must be a web, mail or phone address, or a path of this edition; only the link's words were kept.`,
  );
  return children;
}

function lost(value: unknown, path: string, why: string, context: ArticleContext): Inline[] {
  context.warn(path, `${path} ${why}; only its words were kept.`);
  return context.words(wordsIn(value));
}

/** The full path of the field at fault, which is at or below `path`. */
export function joined(path: string, issue: v.BaseIssue<unknown>): string {
  const below = v.getDotPath(issue);
  return below === null ? path : `${path}.${below}`;
}
