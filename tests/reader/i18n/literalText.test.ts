import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const SPOKEN = new Set(["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "alt", "title", "placeholder"]);

/** The texts that a component's source writes itself, in any state that it may never have been rendered in. */
function literalText(source: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node)) keep(node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) said(node.expression);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) spoken(node.initializer);
    ts.forEachChild(node, look);
  };
  const spoken = (value: ts.JsxAttributeValue | undefined): void => {
    if (value && ts.isStringLiteral(value)) keep(value.text);
    if (value && ts.isJsxExpression(value) && value.expression) said(value.expression);
  };
  const said = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) keep(node.text);
    else if (ts.isTemplateExpression(node))
      [node.head, ...node.templateSpans.map((span) => span.literal)].forEach(({ text }) => keep(text));
    else if (ts.isParenthesizedExpression(node)) said(node.expression);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(said);
    else if (ts.isBinaryExpression(node)) chosen(node).forEach(said);
  };
  const chosen = ({ left, operatorToken, right }: ts.BinaryExpression): ts.Expression[] => {
    if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return [right];
    const either = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken].includes(operatorToken.kind);
    return either ? [left, right] : [];
  };
  const keep = (text: string): void => void (/\p{L}/u.test(text) && found.push(text.trim()));
  look(ts.createSourceFile("component.tsx", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

describe("the source of the reader", () => {
  const components = readdirSync("src/reader", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx"));

  it("writes no text of its own in any component", () => {
    expect(components.length).toBeGreaterThan(50);
    const found = components.flatMap((file) => literalText(readFileSync(`src/reader/${file}`, "utf8")).map((text) => `${file}: ${text}`));
    expect(found).toEqual([]);
  });

  it.each([
    ["<p>Read on</p>", "Read on"],
    ['<p>{open && "Read on"}</p>', "Read on"],
    ["<p>{open ? `${count} stories` : words.more}</p>", "stories"],
    ['<nav aria-label="Pages" />', "Pages"],
    ["<img alt={alt ?? `Photo`} />", "Photo"],
  ])("would be caught writing %s", (source, text) => {
    expect(literalText(source)).toEqual([text]);
  });

  it("may write names, classes, signs and spaces", () => {
    expect(literalText('<p className="more" lang="en">{words.more}{" "} / {name}</p>')).toEqual([]);
  });
});
