import fc from "fast-check";

type Path = (string | number)[];

/** The same JSON with any other value in the place of one of its values, wherever that stands. */
export function withAnyValue(whole: unknown): fc.Arbitrary<unknown> {
  const paths = pathsIn(whole);
  return fc.tuple(fc.nat(paths.length - 1), fc.jsonValue()).map(([at, value]) => replaced(whole, paths[at] ?? [], value));
}

/** The same text with any of some characters, most of which mean something in XML, in the place of any one of its own. */
export function withAnyCharacter(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(text.length - 1), fc.constantFrom("<", ">", "&", '"', "\u0000", "é", "]", "x"))
    .map(([at, character]) => text.slice(0, at) + character + text.slice(at + 1));
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((each: unknown, index) => [index, each])
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, each]) => pathsIn(each, [...path, key]))];
}

function replaced(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole)) return whole.map((each: unknown, index) => (index === key ? replaced(each, rest, value) : each));
  if (typeof whole !== "object" || whole === null) return whole;
  return Object.fromEntries(Object.entries(whole).map(([name, each]) => [name, name === key ? replaced(each, rest, value) : each]));
}

/** What stands at a path in JSON of any form. */
export function valueAt(whole: unknown, ...path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return whole;
  if (typeof whole !== "object" || whole === null) return undefined;
  return valueAt(Object.entries(whole).find(([name]) => name === String(key))?.[1], ...rest);
}
