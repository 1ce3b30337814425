import { type CssNode, generate, List, parse } from "css-tree";
import type { Plugin } from "vite";

/**
 * Moves the parts of the reader's style sheet that would make a browser restyle and
 * lay out the whole page when the sheet arrives, `@font-face` and rules for every
 * element, into a sheet of their own, which every prerendered page inlines.
 */
export function firstSheet(): Plugin {
  return {
    name: "broadsheet-first-sheet",
    enforce: "post",
    generateBundle(_options, bundle) {
      const index = bundle["index.html"];
      if (index?.type !== "asset" || typeof index.source !== "string") return;
      const [link = "", name = ""] = /<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/u.exec(index.source) ?? [];
      const sheet = bundle[name];
      if (sheet?.type !== "asset" || typeof sheet.source !== "string") throw new Error("The built index.html names no style sheet.");
      const { first, rest } = divided(sheet.source);
      sheet.source = rest;
      const file = this.getFileName(this.emitFile({ type: "asset", name: "first.css", source: first }));
      index.source = index.source.replace(link, () => link.replace(name, file) + link);
    },
  };
}

/** @param css a style sheet whose rules are all in layers. Both parts state the order of the layers. */
export function divided(css: string): { first: string; rest: string } {
  const sheet = parse(css);
  if (sheet.type !== "StyleSheet") throw new Error("This is no style sheet.");
  return {
    first: generate({ ...sheet, children: partOf(sheet.children, true) }),
    rest: generate({ ...sheet, children: partOf(sheet.children, false) }),
  };
}

/** The nodes that belong to the first sheet, or the others, each with the conditions around it. */
function partOf(nodes: List<CssNode>, isFirst: boolean): List<CssNode> {
  return new List<CssNode>().fromArray(
    nodes.toArray().flatMap((node): CssNode[] => {
      if (node.type === "Atrule" && node.name === "layer" && node.block === null) return [node];
      if (node.type !== "Atrule" || !node.block || !/^(?:layer|media|supports|container)$/u.test(node.name))
        return isOfFirst(node) === isFirst ? [node] : [];
      const children = partOf(node.block.children, isFirst);
      return children.isEmpty ? [] : [{ ...node, block: { type: "Block", children } }];
    }),
  );
}

function isOfFirst(node: CssNode): boolean {
  if (node.type === "Atrule") return node.name === "font-face";
  return node.type === "Rule" && node.prelude.type === "SelectorList" && node.prelude.children.toArray().every(isOfEveryElement);
}

function isOfEveryElement(selector: CssNode): boolean {
  if (selector.type !== "Selector") return false;
  return selector.children
    .toArray()
    .every((part) => part.type === "PseudoElementSelector" || (part.type === "TypeSelector" && part.name === "*"));
}
