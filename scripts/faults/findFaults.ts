import ts from "typescript";

/** A change of one expression or statement that tests should notice. Places are offsets into the source, in UTF-16 units. */
export type Fault = { operator: string; start: number; end: number; line: number; before: string; after: string };

/** What is put in the place of a node, or several choices; nothing if the operator does not apply to it. */
type Operator = (node: ts.Node, text: (node: ts.Node) => string) => string | Cut[] | undefined;

/** A part of a node that is left out. */
type Cut = { start: number; end: number };

const SWAPPED = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.LessThanToken, "<="],
  [ts.SyntaxKind.LessThanEqualsToken, "<"],
  [ts.SyntaxKind.GreaterThanToken, ">="],
  [ts.SyntaxKind.GreaterThanEqualsToken, ">"],
  [ts.SyntaxKind.AmpersandAmpersandToken, "||"],
  [ts.SyntaxKind.BarBarToken, "&&"],
]);

const OTHER_METHOD = new Map([
  ["Math.min", "Math.max"],
  ["Math.max", "Math.min"],
]);

/** Calls without which something stays behind. */
const ENDS = /^(?:abort|cancel|clean|clear|close|delete|forget|remove|reset|revoke|stop|unsubscribe)/iu;

/** Methods whose first argument is a key or the name of an attribute. */
const KEYED = /^(?:get|set|has|delete|append|(?:get|set|remove|has)(?:Attribute|Item))$/u;

const OPERATORS: Record<string, Operator> = {
  "other comparison": (node, text) => {
    if (!ts.isBinaryExpression(node)) return undefined;
    const other = SWAPPED.get(node.operatorToken.kind);
    return other === undefined ? undefined : `${text(node.left)} ${other} ${text(node.right)}`;
  },
  "negated condition": (node, text) =>
    isCondition(node) ? (ts.isPrefixUnaryExpression(node) ? text(node.operand) : `!(${text(node)})`) : undefined,
  "no early return": (node) => (ts.isIfStatement(node) && isEarlyReturn(node) ? "" : undefined),
  "one more or less": (node, text) => {
    if (ts.isBinaryExpression(node) && text(node.right) === "1" && isPlusOrMinus(node.operatorToken)) return text(node.left);
    const isBound = ts.isNumericLiteral(node) && ts.isCallExpression(node.parent) && methodOf(node.parent) === "slice";
    return isBound ? String(Number(node.text) + 1) : undefined;
  },
  "other end": (node, text) => {
    if (!ts.isCallExpression(node)) return undefined;
    const called = /^(.*\.at)\((0|-1)\)$/su.exec(text(node));
    return called ? `${called[1]}(${called[2] === "0" ? "-1" : "0"})` : undefined;
  },
  "other order": (node, text) => {
    if (!ts.isCallExpression(node)) return undefined;
    if (methodOf(node) === "toReversed" && ts.isPropertyAccessExpression(node.expression)) return text(node.expression.expression);
    return methodOf(node) === "toSorted" ? `${text(node)}.toReversed()` : undefined;
  },
  "no element": (node) => (ts.isArrayLiteralExpression(node) && !isDependencies(node) ? cuts(node.elements) : undefined),
  "no property": (node) => (ts.isObjectLiteralExpression(node) ? cuts(node.properties) : undefined),
  "other default": (node, text) => {
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return undefined;
    const other = otherValue(node.right);
    return other === undefined ? undefined : `${text(node.left)} ?? ${other}`;
  },
  "no call": (node) => {
    if (!ts.isExpressionStatement(node)) return undefined;
    const { expression } = node;
    const call = ts.isAwaitExpression(expression) || ts.isVoidExpression(expression) ? expression.expression : expression;
    return ts.isCallExpression(call) && ENDS.test(methodOf(call)) ? ";" : undefined;
  },
  "other key": (node) => {
    const isKey = ts.isStringLiteral(node) && ts.isCallExpression(node.parent) && node.parent.arguments[0] === node;
    return isKey && KEYED.test(methodOf(node.parent)) ? JSON.stringify(`${node.text}x`) : undefined;
  },
  "inverted filter": (node, text) => {
    if (!ts.isCallExpression(node) || methodOf(node) !== "filter" || node.arguments.length !== 1) return undefined;
    const [test] = node.arguments;
    return test && `${text(node.expression)}((...all) => !(${text(test)})(...all))`;
  },
  "other bound": (node) => (ts.isPropertyAccessExpression(node) ? OTHER_METHOD.get(node.getText()) : undefined),
};

/**
 * Finds where a fault can be planted in the functions of a file. Types, imports and messages of errors are left alone.
 * @param file the path, whose extension says whether it has JSX
 */
export function findFaults(file: string, source: string): Fault[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const faults: Fault[] = [];
  const visit = (node: ts.Node, inFunction: boolean): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isThrowStatement(node)) return;
    if (inFunction) faults.push(...faultsAt(node, tree));
    ts.forEachChild(node, (child) => visit(child, inFunction || ts.isFunctionLike(node)));
  };
  visit(tree, false);
  return faults;
}

/** The source with the fault in it. */
export const plant = (source: string, { start, end, after }: Fault): string => source.slice(0, start) + after + source.slice(end);

function faultsAt(node: ts.Node, tree: ts.SourceFile): Fault[] {
  return Object.entries(OPERATORS).flatMap(([operator, change]) => {
    const changed = change(node, (part) => part.getText(tree));
    const places = Array.isArray(changed) ? changed : [{ start: node.getStart(tree), end: node.getEnd() }];
    return changed === undefined ? [] : places.map((place) => faultAt(tree, operator, place, Array.isArray(changed) ? "" : changed));
  });
}

function faultAt(tree: ts.SourceFile, operator: string, { start, end }: Cut, after: string): Fault {
  const line = tree.getLineAndCharacterOfPosition(start).line + 1;
  return { operator, start, end, line, before: tree.text.slice(start, end), after };
}

/** Each of several items of a list, with the comma behind it. */
function cuts(items: ts.NodeArray<ts.Node>): Cut[] | undefined {
  if (items.length < 2) return undefined;
  return items.map((item, place) => ({ start: item.getStart(), end: items[place + 1]?.getStart() ?? items.end }));
}

function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isIfStatement(parent)) return parent.expression === node;
  return ts.isConditionalExpression(parent) && parent.condition === node;
}

function isEarlyReturn({ thenStatement, elseStatement, parent }: ts.IfStatement): boolean {
  if (elseStatement || !ts.isBlock(parent)) return false;
  const only = ts.isBlock(thenStatement) && thenStatement.statements.length === 1 ? thenStatement.statements[0] : thenStatement;
  return only !== undefined && ts.isReturnStatement(only);
}

const isPlusOrMinus = ({ kind }: ts.Node): boolean => kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.MinusToken;

/** The name of the function or method that is called. */
function methodOf({ expression }: ts.CallExpression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : "";
}

/** Whether a list says when a hook runs again. */
const isDependencies = ({ parent }: ts.Node): boolean => ts.isCallExpression(parent) && /^use[A-Z]/u.test(methodOf(parent));

function otherValue(value: ts.Expression): string | undefined {
  if (ts.isStringLiteral(value)) return JSON.stringify(`${value.text}x`);
  if (ts.isNumericLiteral(value)) return String(Number(value.text) + 1);
  if (value.kind === ts.SyntaxKind.TrueKeyword) return "false";
  return value.kind === ts.SyntaxKind.FalseKeyword ? "true" : undefined;
}
