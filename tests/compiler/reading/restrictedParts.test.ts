import { describe, expect, it } from "vitest";
import { withoutRestrictedParts } from "../../../src/compiler/reading/restrictedParts.ts";

const RESTRICTED: [name: string, text: string][] = [
  ["restrict", "a [restrict level=2]zqx[/restrict] b"],
  ["membership", 'a [membership level="1"]zqx [membership]zqx[/membership] zqx[/membership] b'],
  ["mepr-active", 'a [mepr-active rule="4"]zqx[/mepr-active] b'],
  ["members_only", "a\n[members_only]\nzqx\n"],
  ["private", "<p>a</p>\n<p>[private]</p><p>zqx</p>[/private] b"],
  ["jetpack/paywall", "a <!-- wp:jetpack/paywall /--> zqx"],
  ["premium-content/container", "a <!-- wp:premium-content/container -->zqx<!-- wp:premium-content/subscriber-view -->zqx<!-- /wp:premium-content/subscriber-view --><!-- /wp:premium-content/container --> b"], // prettier-ignore
  ["blockVisibility", 'a <!-- wp:group {"metadata":{"blockVisibility":false}} -->zqx<!-- wp:group -->zqx<!-- /wp:group -->zqx<!-- /wp:group --> b'], // prettier-ignore
  ["blockVisibility", 'a <!-- wp:paragraph {"blockVisibility":{"hideBlock":true}} --><p>zqx</p><!-- /wp:paragraph --> b'],
  ["blockVisibility", 'a <!-- wp:group {"metadata":{"blockVisibility":{"viewport":{"mobile":false,"tablet":false,"desktop":false}}}} -->zqx<!-- /wp:group --> b'], // prettier-ignore
  ["pmpro/membership", "a <!-- wp:pmpro/membership -->zqx<!-- /wp:pmpro/membership --> b"],
  ["members", "a {% members %}zqx{% endmembers %} b"],
  ["paywall", "a {{< paywall >}}zqx{{< /paywall >}} b"],
  ["paywall", "a\n\n{{% paywall %}}\n\nzqx"],
  ["Paywall", 'a <Paywall level="gold">zqx</Paywall> b'],
  ["members-only", 'a <div class="x members-only">zqx<div>zqx</div>zqx</div> b'],
  ["members", "a\n\n:::members\nzqx\n:::\nb"],
  ["members-only", "a <!--members-only--> zqx"],
  ["restrict", "a <!-- words\n\n[restrict]\nzqx\n[/restrict]\n\n--> b"],
  ["restrict", "a \\<!-- [restrict]zqx[/restrict] --> b"],
  ["restrict", "a\n\n    <!-- code\n[restrict]zqx[/restrict]\n<!-- x --> b"],
  ["members-only", "a <code><!--</code>\n<!--members-only--> zqx"],
  ...["<!--more->", "<!-- more", "<!-- words ->", "<!-- words --!>"].flatMap((comment): [string, string][] => [
    ["restrict", `a\n${comment}\n[restrict]\nzqx\n[/restrict]\n<!-- end -->\nb`],
    ["Paywall", `a\n${comment}\n<Paywall>\nzqx\n</Paywall>\n<!-- end -->\nb`],
    ["members", `a\n${comment}\n\n:::members\nzqx\n:::\n<!-- end -->\nb`],
    ["members", `a\n${comment}\n{% members %}zqx{% endmembers %}\n<!-- end -->\nb`],
  ]),
];

const OPEN = [
  "[members](https://example.org/) and [private][1], [private]: https://example.org/",
  "a [[private]]zqx[[/private]] b",
  "<pre><code>[members_only]zqx[/members_only]</code></pre>",
  "The [members] list, `{% private %}`",
  '<p class="members-of-parliament">zqx</p>',
  "<!-- a comment with [restrict]zqx[/restrict] -->",
  "a\n<!-- a comment\n\n[restrict]zqx[/restrict]\n-->\nb",
  '<!-- wp:group {"metadata":{"name":"x"}} -->zqx<!-- /wp:group -->',
  ...["mobile", "tablet", "desktop"].map((shown) => {
    const viewport = { mobile: false, tablet: false, desktop: false, [shown]: true };
    return `<!-- wp:group ${JSON.stringify({ metadata: { blockVisibility: { viewport } } })} -->zqx<!-- /wp:group -->`;
  }),
];

describe("a part of a text that is not for everybody", () => {
  it.each(RESTRICTED)("is found by %s in %s", (name, text) => {
    expect(withoutRestrictedParts(text)).toEqual({ held: expect.stringContaining(`(${name})`) });
    const open = withoutRestrictedParts(text, [name.replace("-", "_").toUpperCase()]);
    expect(open).toEqual({ text: expect.not.stringContaining("zqx"), cut: [name] });
    expect("text" in open && open.text.split("\n").length).toBe(text.split("\n").length);
    expect(("text" in open && open.text.trim().startsWith("<p>a")) || ("text" in open && open.text.startsWith("a"))).toBe(true);
    if (text.endsWith("b")) expect("text" in open && open.text.endsWith("b")).toBe(true);
  });

  it.each(OPEN)("is not in %s", (text) => {
    expect(withoutRestrictedParts(text)).toEqual({ text, cut: [] });
  });

  it("is left out in silence in a branch that nobody sees", () => {
    const text = "a {% if false %}zqx {% if x %}zqx{% else %}zqx{% endif %}{% endif %}b {%- unless true -%}zqx{% else %}c";
    expect(withoutRestrictedParts(text)).toEqual({ text: "a b c", cut: [] });
  });

  it("may have any name that is to be cut out", () => {
    expect(withoutRestrictedParts("a [abo]b[/abo] c [members_only]d[/members_only]", ["abo", "members_only"])).toEqual({
      text: "a  c ",
      cut: ["abo", "members_only"],
    });
  });

  it.each([
    "[private] ",
    "<!-- wp:x {",
    "{{< private ",
    "<private ",
    "[private]\n",
    ":::private\n",
    '<div class="paywall">',
    "{% private %}`",
  ])("is looked for in a time that grows with the text: %j", (piece) => {
    const timeOf = (count: number): number => {
      const start = performance.now();
      withoutRestrictedParts(piece.repeat(count));
      return performance.now() - start;
    };
    timeOf(1000);
    expect(timeOf(50_000)).toBeLessThan(4000);
  });
});
