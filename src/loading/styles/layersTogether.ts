import { type CssNode, generate, List, parse } from "css-tree";
import type { Plugin } from "vite";

/** The cascade layers, from the weakest to the strongest. */
const LAYERS = ["tokens", "base", "layout", "components", "states", "print"];

/**
 * States the order of the cascade layers before anything else, and joins the rules
 * of each layer. The bundler writes the styles of a shared chunk before those of
 * the entry, which states the order, and the layer that comes first would be the
 * weakest. It also leaves each file's rules in a block of their own, which costs
 * bytes.
 */
export function layersTogether(): Plugin {
  return {
    name: "broadsheet-layers-together",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || typeof file.source !== "string" || !file.fileName.endsWith(".css")) continue;
        file.source = together(file.source);
      }
    },
  };
}

/** @param css a style sheet whose rules are all in layers. Other parts, such as `@font-face`, come first in the result. */
export function together(css: string): string {
  const layers = new Map(LAYERS.map((name) => [name, new List<CssNode>()]));
  const others = new List<CssNode>();
  // Values of custom properties too, which are then written without spaces.
  const sheet = parse(css, { parseCustomProperty: true });
  if (sheet.type !== "StyleSheet") return css;
  sheet.children.forEach((node) => {
    const inLayer = node.type === "Atrule" && node.name === "layer" && node.block;
    if (!inLayer) return void others.appendData(node);
    const layer = layers.get(node.prelude ? generate(node.prelude) : "");
    if (!layer) throw new Error(`The layer ${node.prelude ? generate(node.prelude) : "without a name"} has no place in the order.`);
    inLayer.children.forEach((rule) => void layer.appendData(rule));
  });
  const rest = [...others].filter((node) => !(node.type === "Atrule" && node.name === "layer")).map((node) => generate(node));
  const blocks = [...layers].flatMap(([name, rules]) => (rules.isEmpty ? [] : [`@layer ${name}{${joined([...rules])}}`]));
  // A sheet of faces alone may come before the one that states the order, in which a paper has layers of its own.
  return blocks.length === 0 ? rest.join("") : `@layer ${LAYERS.join()};${rest.join("")}${blocks.join("")}`;
}

/** The rules in order. Consecutive rules with the same condition share one block. */
function joined(rules: CssNode[]): string {
  let condition = "";
  let css = "";
  for (const rule of rules) {
    const own =
      rule.type === "Atrule" && rule.block && rule.prelude && rule.name !== "keyframes" ? `@${rule.name} ${generate(rule.prelude)}` : "";
    if (condition !== own && condition !== "") css += "}";
    if (condition !== own && own !== "") css += `${own}{`;
    css +=
      own !== "" && rule.type === "Atrule" && rule.block
        ? rule.block.children
            .map((inner) => generate(inner))
            .toArray()
            .join("")
        : generate(rule);
    condition = own;
  }
  return condition === "" ? css : `${css}}`;
}
