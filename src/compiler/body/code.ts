import type { Block } from "#content/block.ts";
import { attribute, type Element, find, textOf } from "./dom.ts";

/** `pre`: its text as written; the language from the classes that highlighters set. */
export function code(element: Element): Block[] {
  const text = textOf(element.childNodes).replace(/^\n+|\s+$/gu, "");
  if (text === "") return [];
  const [inner] = find(element.childNodes, (child) => child.tagName === "code");
  const language = [inner, element, element.parentNode].map((holder) => languageOf(holder)).find((name) => name !== undefined);
  return [{ type: "code", text, ...(language !== undefined && { language }) }];
}

function languageOf(holder: Element | Element["parentNode"] | undefined): string | undefined {
  if (!holder || !("tagName" in holder)) return undefined;
  const inClass = /(?:^|\s)(?:lang(?:uage)?-|highlight-source-|brush:\s*)([\w+#.-]+)/u.exec(attribute(holder, "class") ?? "")?.[1];
  return (inClass ?? attribute(holder, "data-lang"))?.toLowerCase();
}
