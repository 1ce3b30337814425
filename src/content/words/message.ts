import { parse, type PluralCategory, type Select, type Token } from "@messageformat/parser";
import { CONFIRM_MINUTES, LONGEST_PASSWORD, MOST_PASSKEYS, RESET_MINUTES, SHORTEST_PASSWORD } from "../accountRules.ts";

/** Constants, which messages name in capitals: they are the same in every paper, and are inserted as numbers. */
const CONSTANTS = new Map(Object.entries({ CONFIRM_MINUTES, LONGEST_PASSWORD, MOST_PASSKEYS, RESET_MINUTES, SHORTEST_PASSWORD }));

/** An argument of a message. Arguments are in the order in which the message first names them. */
export type Argument = { name: string; isNumber: boolean };

/** A parsed message in ICU MessageFormat. */
export type Message = { tokens: Token[]; arguments: Argument[] };

/** The isolate characters U+2068 and U+2069, with which a message itself may isolate text. */
const ISOLATE = "\u2068";
const ISOLATE_END = "\u2069";

/**
 * Parses a message. It may have arguments, numbers, plurals and selects, but no dates, ordinals or offsets.
 * @param language a BCP 47 tag, whose rules determine the plural forms
 * @throws Error whose message says what is wrong
 */
export function readMessage(text: string, language: string): Message {
  const tokens = parse(text, { cardinal: formsOf(language), strict: true });
  const found = new Map<string, Argument>();
  for (const token of everyToken(tokens)) {
    refuse(token);
    if (!("arg" in token) || CONSTANTS.has(token.arg)) continue;
    const isNumber = token.type === "plural" || token.type === "function";
    found.set(token.arg, { name: token.arg, isNumber: isNumber || (found.get(token.arg)?.isNumber ?? false) });
  }
  return { tokens, arguments: [...found.values()] };
}

const known = new Map<string, PluralCategory[]>();

/** The plural forms of a language. Cached, since looking them up takes longer than parsing a message. */
function formsOf(language: string): PluralCategory[] {
  const forms = known.get(language) ?? new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
  known.set(language, forms);
  return forms;
}

function everyToken(tokens: Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...("cases" in token ? token.cases.flatMap((each) => everyToken(each.tokens)) : [])]);
}

function refuse(token: Token): void {
  if (token.type === "function" && (token.key !== "number" || token.param))
    throw new Error(`{${token.arg}, ${token.key}} is not known here: numbers are written {${token.arg}, number}`);
  if (token.type === "selectordinal" || ("pluralOffset" in token && token.pluralOffset))
    throw new Error(`{${token.arg}, ${token.type}} may have neither ordinals nor an offset here`);
}

/**
 * A message as JavaScript: a string, or a function of its arguments. It calls `n` to format a number,
 * `c` to choose a plural form, and `i` to isolate a name whose direction may differ from the sentence's.
 * @param order the names of the function's arguments, in order
 */
export function messageCode({ tokens, arguments: own }: Message, order: string[]): string {
  const names = new Map(order.map((name, at) => [name, LETTERS[at] ?? `a${at}`]));
  const numbers = new Set(own.flatMap(({ name, isNumber }) => (isNumber ? [name] : [])));
  const code = textCode(tokens, { names, numbers });
  const list = [...names.values()].join();
  return order.length === 0 ? code : `${order.length === 1 ? list : `(${list})`}=>${code}`;
}

/** Formats a message with values for its arguments, for code that needs it once and not on a page. */
export function sayMessage({ tokens }: Message, language: string, values: Record<string, string>): string {
  const valueOf = (name: string): string => String(CONSTANTS.get(name) ?? values[name] ?? "");
  const say = (some: Token[], counted: string): string => some.map((token) => sayToken(token, counted)).join("");
  const sayToken = (token: Token, counted: string): string => {
    if (token.type === "content") return token.value;
    if (token.type === "octothorpe") return counted;
    const value = valueOf(token.arg);
    if (!("cases" in token)) return value;
    const form = token.type === "plural" ? new Intl.PluralRules(language).select(Number(value)) : value;
    const caseOf = (key: string) => token.cases.find((each) => each.key === key);
    return say((caseOf(`=${value}`) ?? caseOf(form) ?? caseOf("other"))?.tokens ?? [], value);
  };
  return say(tokens, "");
}

/** The names of arguments, without those of the functions that messages call (c, i, n). */
const LETTERS = "abde";

type Scope = { names: Map<string, string>; numbers: Set<string>; counted?: string };

function textCode(tokens: Token[], scope: Scope): string {
  let isApart = false;
  const parts = tokens.map((token): string | { code: string } => {
    if (token.type !== "content") return tokenCode(token, scope, isApart);
    isApart = token.value.lastIndexOf(ISOLATE) > token.value.lastIndexOf(ISOLATE_END) || (isApart && !token.value.includes(ISOLATE_END));
    return token.value;
  });
  if (parts.every((part) => typeof part === "string")) return JSON.stringify(parts.join(""));
  return `\`${parts.map((part) => (typeof part === "string" ? part.replaceAll(/[`\\$]/gu, String.raw`\$&`) : `\${${part.code}}`)).join("")}\``;
}

function tokenCode(token: Exclude<Token, { type: "content" }>, scope: Scope, isApart: boolean): string | { code: string } {
  if (token.type === "octothorpe") return { code: `n(${scope.counted ?? ""})` };
  const constant = CONSTANTS.get(token.arg);
  const name = scope.names.get(token.arg) ?? String(constant);
  if (token.type === "argument") {
    if (constant !== undefined) return String(constant);
    return { code: isApart || scope.numbers.has(token.arg) ? name : `i(${name})` };
  }
  if (token.type === "function") return { code: `n(${name})` };
  return { code: chosenCode(token, name, scope) };
}

/** Exact numbers are compared first, as in ICU. */
function chosenCode({ type, cases }: Select, name: string, scope: Scope): string {
  const inside = type === "plural" ? { ...scope, counted: name } : scope;
  const said = cases.map(({ key, tokens }) => [key, textCode(tokens, inside)] as const);
  const exact = said.filter(([key]) => key.startsWith("="));
  const forms = said
    .filter(([key]) => !key.startsWith("="))
    .map(([key, code]) => `${/^[a-z]+$/u.test(key) ? key : `[${JSON.stringify(key)}]`}:${code}`)
    .join();
  const chosen = type === "plural" ? `c(${name},{${forms}})` : `(f=>f[${name}]??f.other)({__proto__:null,${forms}})`;
  return exact.reduceRight((rest, [key, code]) => `${name}===${Number(key.slice(1))}?${code}:${rest}`, chosen);
}
