import { type CssNode, generate, List, parse } from "css-tree";
import type { Plugin } from "vite";

/**
 * Takes out of the reader's style sheet what would have a browser style and lay out
 * the whole page anew when the sheet comes: faces, and rules for every element. They
 * become a sheet of their own, whose text every prerendered page brings along.
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

/** @param css a style sheet whose rules all stand in layers; what it says of their order stands in both parts */
export function divided(css: string): { first: string; rest: string } {
  const sheet = parse(css);
  if (sheet.type !== "StyleSheet") throw new Error("This is no style sheet.");
  return {
    first: generate({ ...sheet, children: parted(sheet.children, true) }),
    rest: generate({ ...sheet, children: parted(sheet.children, false) }),
  };
}

/** The first nodes of some, or the others, each with the conditions around it. */
function parted(nodes: List<CssNode>, isFirst: boolean): List<CssNode> {
  return new List<CssNode>().fromArray(
    nodes.toArray().flatMap((node): CssNode[] => {
      if (node.type === "Atrule" && node.name === "layer" && node.block === null) return [node];
      if (node.type !== "Atrule" || !node.block || !/^(?:layer|media|supports|container)$/u.test(node.name))
        return isWanted(node) === isFirst ? [node] : [];
      const children = parted(node.block.children, isFirst);
      return children.isEmpty ? [] : [{ ...node, block: { type: "Block", children } }];
    }),
  );
}

function isWanted(node: CssNode): boolean {
  if (node.type === "Atrule") return node.name === "font-face";
  return node.type === "Rule" && node.prelude.type === "SelectorList" && node.prelude.children.toArray().every(isOfEveryElement);
}

function isOfEveryElement(selector: CssNode): boolean {
  if (selector.type !== "Selector") return false;
  return selector.children
    .toArray()
    .every((part) => part.type === "PseudoElementSelector" || (part.type === "TypeSelector" && part.name === "*"));
}
