import type { Direction, Inline, PlainMark } from "#content/blocks/inline.ts";
import { cleanText } from "../text/cleanText.ts";
import { attribute, type Element, type Node } from "./dom.ts";
import { safeUrl } from "./safeUrl.ts";
import type { BodyContext } from "./bodyContext.ts";
import type { Mark } from "./walk.ts";

export const plainMark = (type: PlainMark): Mark => ({ key: type, put: (children) => [{ type, children }] });

/** Code keeps the marks and links inside it, but their text becomes code. */
export const codeMark: Mark = { key: "code", put: asCode };

function asCode(inlines: Inline[]): Inline[] {
  return inlines.map((inline) => {
    if (inline.type === "text") return { type: "code", text: inline.text };
    return "children" in inline ? { ...inline, children: asCode(inline.children) } : inline;
  });
}

/** The mark of a link; undefined if its address is not safe. */
export function linkMark(element: Element, context: BodyContext): { mark: Mark; url: string } | undefined {
  const href = attribute(element, "href");
  const url = href === undefined ? undefined : safeUrl(href, context.link);
  return url === undefined ? undefined : { url, mark: { key: "link", put: (children) => [{ type: "link", url, children }] } };
}

/** The mark of an abbreviation that says what it stands for. */
export function abbreviationMark(element: Element): Mark | undefined {
  const title = cleanText(attribute(element, "title") ?? "").replace(/\s+/gu, " ");
  return title === "" ? undefined : { key: "abbr", put: (children) => [{ type: "abbr", title, children }] };
}

/** The language of what is around an element, if its HTML says so. */
export function languageAround({ parentNode }: Element): string | undefined {
  return parentNode && "tagName" in parentNode ? (languageIn(parentNode) ?? languageAround(parentNode)) : undefined;
}

function languageIn(element: Element): string | undefined {
  const lang = attribute(element, "lang") ?? attribute(element, "xml:lang");
  return lang !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu.test(lang) ? lang : undefined;
}

/** The mark of text in another language, so that it is read aloud and hyphenated correctly. */
export function languageMark(element: Element): Mark | undefined {
  const lang = languageIn(element);
  if (lang === undefined) return undefined;
  const dir = attribute(element, "dir")?.toLowerCase();
  const direction: { dir?: Direction } = dir === "ltr" || dir === "rtl" ? { dir } : {};
  return { key: `lang ${lang}`, put: (children) => [{ type: "lang", lang, ...direction, children }] };
}

/** The mark of the nearest language that is said around a node, inside a block or by it. */
export function languageMarkOf(node: Node | undefined, block: Element): Mark | undefined {
  for (let around = node?.parentNode; around && "tagName" in around; around = around.parentNode) {
    const mark = languageMark(around);
    if (mark || around === block) return mark;
  }
  return undefined;
}
