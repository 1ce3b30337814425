import { defaultTreeAdapter } from "parse5";
import { type Block, type CalloutKind, CALLOUTS } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { attribute, type Element, find, isElement, isTextNode, type Node } from "./dom.ts";
import { isBlank } from "./tidyInlines.ts";
import type { Walk } from "./walk.ts";

/** A callout of GitHub, Docusaurus, MkDocs, Ghost and others, recognised by its class, or one from a feed of ours. */
export function callout(element: Element, walk: Walk): Block[] {
  const [name] = find(element.childNodes, (inner) => /(?:^|[\s_-])(?:title|heading)(?:\s|$|[_-])/iu.test(attribute(inner, "class") ?? ""));
  if (name) defaultTreeAdapter.detachNode(name);
  const title = name ? walk.inlines(name.childNodes) : [];
  return calloutBlocks(kindIn(element), title, walk.blocks(element.childNodes));
}

const BOX = /(?:^|\s)(?:callout|admonition|markdown-alert|theme-admonition|kg-callout-card)(?:\s|$)/u;

export const isCallout = (element: Element): boolean => BOX.test(attribute(element, "class") ?? "");

/** The word in the class that names the kind, as in "markdown-alert-warning" and "admonition tip". */
function kindIn(element: Element): string {
  const classes = (attribute(element, "class") ?? "").toLowerCase().split(/\s+/u);
  const words = classes.map((name) => name.replace(/^(?:theme-)?(?:callout|admonition|markdown-alert|alert)-/u, ""));
  return words.find(isCalloutKind) ?? "";
}

/** Our kind for each kind of Obsidian (help.obsidian.md/callouts), Python-Markdown and Docusaurus. */
const KINDS: Record<string, CalloutKind> = {
  ...Object.fromEntries(CALLOUTS.map((kind) => [kind, kind])),
  ...every("note", "info abstract summary tldr todo seealso question help faq example quote cite"),
  ...every("tip", "hint success check done"),
  ...every("warning", "attention"),
  ...every("caution", "danger error failure fail missing bug"),
};

/** Whether a word is the name of a kind in any of these programs. */
export const isCalloutKind = (name: string): boolean => Object.hasOwn(KINDS, name);

function every(kind: CalloutKind, names: string): Record<string, CalloutKind> {
  return Object.fromEntries(names.split(" ").map((name) => [name, kind]));
}

/** `> [!NOTE]`, as in GitHub and Obsidian: a `-` or `+` after it makes it foldable, and text on the same line is its title. */
export function markedQuote(element: Element, walk: Walk): Block[] | undefined {
  const [first] = element.childNodes.filter(isElement);
  if (first?.tagName !== "p") return undefined;
  const [sign] = first.childNodes;
  const [whole = "", name = "", fold = ""] = sign && isTextNode(sign) ? (SIGN.exec(sign.value) ?? []) : [];
  if (!sign || !isTextNode(sign) || whole === "") return undefined;
  const { line, rest } = firstLine([{ ...sign, value: sign.value.slice(whole.length) }, ...first.childNodes.slice(1)]);
  const title = walk.inlines(line);
  first.childNodes = rest;
  const blocks = walk.blocks(element.childNodes);
  const kind = name.toLowerCase();
  const named = title.length > 0 || CALLOUTS.some((known) => known === kind) ? title : capital(kind);
  if (fold === "" || blocks.length === 0) return calloutBlocks(kind, named, blocks);
  const summary = named.length > 0 ? named : capital(kind);
  return [{ type: "details", summary, ...(fold === "+" && { open: true }), children: blocks }];
}

const SIGN = /^\s*\[!([a-z][\w-]*)\]([+-]?)[ \t]*/iu;

const capital = (word: string): Inline[] => [{ type: "text", text: word.charAt(0).toUpperCase() + word.slice(1) }];

/** The nodes on the first line of a paragraph, and those after it. */
function firstLine(nodes: Node[]): { line: Node[]; rest: Node[] } {
  const at = nodes.findIndex((node) => (isTextNode(node) ? node.value.includes("\n") : isElement(node) && node.tagName === "br"));
  const node = nodes[at];
  if (node === undefined) return { line: nodes, rest: [] };
  if (!isTextNode(node)) return { line: nodes.slice(0, at), rest: nodes.slice(at + 1) };
  const cut = node.value.indexOf("\n");
  return {
    line: [...nodes.slice(0, at), { ...node, value: node.value.slice(0, cut) }],
    rest: [{ ...node, value: node.value.slice(cut + 1) }, ...nodes.slice(at + 1)],
  };
}

/** A title that only repeats the kind's English name is dropped: the kind is shown in the story's language anyway. */
function calloutBlocks(name: string, title: Inline[], children: Block[]): Block[] {
  const kind = KINDS[name];
  const words = inlineText(title).trim().toLowerCase();
  const own = isBlank(title) || (kind !== undefined && words === kind) ? [] : title;
  if (children.length === 0) return own.length === 0 ? [] : [{ type: "paragraph", children: own }];
  return [{ type: "callout", ...(kind && { kind }), ...(own.length > 0 && { title: own }), children }];
}
