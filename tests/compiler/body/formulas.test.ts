import * as v from "valibot";
import { expect, test } from "vitest";
import { type MathMl, MathMlSchema } from "#content/blocks/mathMl.ts";
import { formulaOfLatex } from "../../../src/compiler/body/formulas.ts";
import { paragraph, readHtml, text } from "./readHtml.ts";

const inlines = (html: string) => readHtml(html).blocks.flatMap((block) => (block.type === "paragraph" ? block.children : []));
const mi = (words: string) => ({ tag: "mi", children: [words] });

test("a MathML formula keeps its markup, its text in one line and its LaTeX", () => {
  const html =
    '<p>So <math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup><mo stretchy="false">+</mo><mn>1</mn></mrow><annotation encoding="application/x-tex">x^2+1</annotation></semantics></math>.</p>';
  expect(inlines(html)).toEqual([
    text("So "),
    {
      type: "math",
      tex: "x^2+1",
      text: "x² + 1",
      mathml: [
        {
          tag: "mrow",
          children: [
            { tag: "msup", children: [mi("x"), { tag: "mn", children: ["2"] }] },
            { tag: "mo", attributes: { stretchy: "false" }, children: ["+"] },
            { tag: "mn", children: ["1"] },
          ],
        },
      ],
    },
    text("."),
  ]);
  expect(readHtml('<math display="block"><mi>x</mi></math>').blocks).toEqual([{ type: "formula", text: "x", mathml: [mi("x")] }]);
});

test("a formula contains no link, script or style", () => {
  const hostile =
    '<math><mi href="javascript:alert(1)" onclick="x" style="position:fixed" class="modal" mathcolor="red">x</mi><mtext><a href="/x">y</a><img src=x onerror=alert(1)></mtext><maction actiontype="statusline"><mi>z</mi></maction><annotation-xml encoding="text/html"><script>1</script></annotation-xml></math>';
  expect(inlines(hostile)).toEqual([{ type: "math", text: "xyz", mathml: [mi("x"), { tag: "mtext", children: ["y"] }, mi("z")] }]);
});

test.each([
  '<span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span><span class="katex-html" aria-hidden="true">x</span></span>',
  '<span class="mwe-math-element"><span><math><mi>x</mi></math></span><img src="https://wikimedia.example/x.svg" alt="x"></span>',
  "<mjx-container><svg></svg><mjx-assistive-mml><math><mi>x</mi></math></mjx-assistive-mml></mjx-container>",
])("a formula that a page contains in two forms is read once: %s", (html) => {
  expect(inlines(`<p>${html}</p>`)).toEqual([{ type: "math", text: "x", mathml: [mi("x")] }]);
});

test("LaTeX that a script would have typeset becomes a formula, and sums of money do not", () => {
  expect(inlines("<p>\\(x\\) and $latex y$ cost $5 and $7, \\[sic\\] <code>\\(z\\)</code></p>")).toEqual([
    { type: "math", tex: "x", text: "x", mathml: [mi("x")] },
    text(" and "),
    { type: "math", tex: "y", text: "y", mathml: [mi("y")] },
    text(" cost $5 and $7, \\[sic\\] "),
    { type: "code", text: "\\(z\\)" },
  ]);
  expect(readHtml('<script type="math/tex; mode=display">x</script>').blocks).toMatchObject([{ type: "formula", text: "x" }]);
  expect(readHtml("<p>\\(\\frac{a\\)</p>").blocks).toEqual([paragraph("\\(\\frac{a\\)")]);
});

const FORMULAS: [tex: string, line: string][] = [
  ["E=mc^2", "E = mc²"],
  ["\\frac{a+b}{2}", "(a + b)/2"],
  ["\\sqrt{x}", "√x"],
  ["\\sqrt[3]{x+1}", "3√(x + 1)"],
  ["a_{n+1} \\ge 0", "a_(n + 1) ≥ 0"],
  ["\\sum_{i=1}^n i", "∑_(i = 1)ⁿi"],
  ["x^{-1}", "x⁻¹"],
  ["e^{i\\pi}", "e^(iπ)"],
  ["\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}", "(a, b; c, d)"],
];

test.each(FORMULAS)("%s in one line is %s", (tex, line) => {
  expect(formulaOfLatex(tex, false)?.text).toBe(line);
});

/** How many children an element has (MathML Core, 3.2 to 3.5). */
const ARITY: Record<string, number> = { mfrac: 2, mroot: 2, msub: 2, msup: 2, munder: 2, mover: 2, msubsup: 3, munderover: 3 };
const TOKENS = new Set(["mi", "mn", "mo", "ms", "mtext"]);

function faultsIn({ tag, children }: MathMl): string[] {
  const arity = ARITY[tag];
  const inner = children.flatMap((child) => (typeof child === "string" ? (TOKENS.has(tag) ? [] : [`text in ${tag}`]) : faultsIn(child)));
  const rows = tag === "mtable" && children.some((child) => typeof child === "string" || child.tag !== "mtr") ? ["mtable"] : [];
  return [...inner, ...rows, ...(arity !== undefined && children.length !== arity ? [`${tag} of ${children.length}`] : [])];
}

test("what LaTeX is converted to is valid MathML Core and matches the contract", () => {
  const more = ["\\int_0^\\infty \\frac{x^2}{e^x-1}\\,dx", "\\overline{x} \\text{ if } \\hat y", "\\begin{aligned}a&=b\\\\c&=d\\end{aligned}", "\\binom{n}{k}", "\\mathbb{R}^n", "f'(x)", "\\left(\\frac12\\right)", "\\ce{H2O}", "\\color{red} y", "\\lim_{x\\to 0}"]; // prettier-ignore
  for (const tex of [...FORMULAS.map(([each]) => each), ...more]) {
    const { mathml } = formulaOfLatex(tex, true) ?? { mathml: undefined };
    expect(v.is(MathMlSchema, mathml), tex).toBe(true);
    expect(mathml?.flatMap(faultsIn), tex).toEqual([]);
  }
});
