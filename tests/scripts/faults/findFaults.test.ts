import { describe, expect, it } from "vitest";
import { findFaults, plant } from "../../../scripts/faults/findFaults.ts";

/** The body of a function with each of its faults planted. */
const planted = (body: string): string[] => {
  const source = `function f() { ${body} }`;
  return findFaults("a.ts", source).map((fault) => plant(source, fault).slice("function f() { ".length, -" }".length));
};

describe("faults that are planted to try the tests", () => {
  it.each([
    ["return a < b;", ["return a <= b;"]],
    ["return a && b;", ["return a || b;"]],
    ["return !a ? b : c;", ["return a ? b : c;"]],
    ["if (a) return; b();", [" b();", "if (!(a)) return; b();"]],
    ["return a + 1;", ["return a;"]],
    ["return a.slice(0, 3);", ["return a.slice(1, 3);", "return a.slice(0, 4);"]],
    ["return a.at(-1);", ["return a.at(0);"]],
    ["return a.toSorted(b);", ["return a.toSorted(b).toReversed();"]],
    ["return a.toReversed();", ["return a;"]],
    ["return [a, b];", ["return [b];", "return [a, ];"]],
    ["return [a, b,];", ["return [b,];", "return [a, ];"]],
    ["return { a, b, };", ["return { b, };", "return { a,  };"]],
    ["return { a, b };", ["return { b };", "return { a,  };"]],
    ["return a ?? 1;", ["return a ?? 2;"]],
    ["clearTimeout(a);", [";"]],
    ["await a.delete(b);", [";"]],
    ['return a.get("b");', ['return a.get("bx");']],
    ["return a.filter(b);", ["return a.filter((...all) => !(b)(...all));"]],
    ["return Math.min(a, b);", ["return Math.max(a, b);"]],
  ])("turn %s into %j", (body, faults) => {
    expect(planted(body)).toEqual(faults);
  });

  it("leave types, messages of errors, dependencies of hooks and what is outside functions alone", () => {
    expect(planted("type A = [b, c]; useEffect(d, [e, f]); throw new Error(g ?? `1`);")).toEqual([]);
    expect(findFaults("a.ts", 'import { a, b } from "c"; export const d = [a, b];')).toEqual([]);
  });

  it("name the line and what was there", () => {
    expect(findFaults("a.ts", "function f() {\n  return a < b;\n}")).toMatchObject([{ line: 2, before: "a < b", after: "a <= b" }]);
  });
});
