import { createElement, type ReactNode, useEffect } from "react";
import type { Formula as Of } from "#content/blocks/inline.ts";
import type { MathMl } from "#content/blocks/mathMl.ts";
import { readableText } from "../../../ui/readableText.ts";

/** A formula as the compiler typeset it: MathML elements, which the contract has validated. */
export function Formula({ of: { text, mathml }, isDisplay = false }: { of: Of; isDisplay?: boolean }) {
  useEffect(copyAsText, []);
  return createElement("math", { alttext: text, ...(isDisplay && { display: "block" }) }, ...mathml.map(drawn));
}

const drawn = ({ tag, attributes, children }: MathMl): ReactNode =>
  createElement(tag, attributes, ...children.map((child) => (typeof child === "string" ? child : drawn(child))));

/** Copied as plain text, a formula would lose its structure: "x2" for x². One listener serves all formulas of the page. */
function copyAsText(): void {
  document.addEventListener("copy", onCopy);
}

function onCopy(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return;
  const box = document.createElement("div");
  box.append(selection.getRangeAt(0).cloneContents());
  if (!box.querySelector("math")) return;
  event.clipboardData?.setData("text/plain", readableText([box]).text);
  event.clipboardData?.setData("text/html", box.innerHTML);
  event.preventDefault();
}
