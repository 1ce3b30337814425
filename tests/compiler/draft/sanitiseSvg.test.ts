import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sanitiseSvg } from "../../../src/compiler/draft/sanitiseSvg.ts";

const SPACES = 'xmlns="http://www.w3.org/2000/svg"';

const sanitised = (svg: string) => sanitiseSvg(new TextEncoder().encode(svg));

/** What is left of this between the root and a circle. */
function left(inner: string): string {
  const result = sanitised(`<svg ${SPACES} xmlns:xlink="http://www.w3.org/1999/xlink">${inner}<circle r="1"/></svg>`);
  if ("reason" in result) throw new Error(result.reason);
  expect(result.svg.startsWith(`<svg ${SPACES}>`)).toBe(true);
  return result.svg.slice(`<svg ${SPACES}>`.length, -'<circle r="1"/></svg>'.length);
}

describe("a drawing", () => {
  it.each([
    ["<script>x</script>", ""],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">x</x:script>', ""],
    ["<foreignObject><p>x</p><rect/></foreignObject>", ""],
    ['<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/"/>', ""],
    ["<metadata>Jane Roe</metadata><!-- Jane Roe -->", ""],
    ['<a href="https://evil.example/"><rect/></a>', "<rect/>"],
    ['<rect onload="x()" ONCLICK="x()" width="1"/>', '<rect width="1"/>'],
    ['<image href="https://evil.example/x.png"/>', "<image/>"],
    ['<image href="data:image/svg+xml;base64,AAAA"/>', "<image/>"],
    ['<use href="other.svg#a"/>', "<use/>"],
    ['<use xlink:href="&#106;avascript:x"/>', "<use/>"],
    ["<style>@import 'x.css'</style>", ""],
    ["<style>rect{fill:u\\72l(https://evil.example)}</style>", ""],
    ['<rect fill="url(https://evil.example/#a)"/>', "<rect/>"],
    ['<rect fill="&#117;rl(https://evil.example/#a)"/>', "<rect/>"],
    ['<rect style="background:url(//evil.example)"/>', "<rect/>"],
    ['<animate attributeName="href" values="x"/>', '<animate values="x"/>'],
    ['<g xmlns:ink="urn:ink" ink:path="/home/jane/x.svg" data-by="Jane"/>', "<g/>"],
    ['<g ink:unknown="/home/jane/x.svg"/>', "<g/>"],
  ])("loses of %s what could run, load or tell of its maker", (inner, expected) => {
    expect(left(inner)).toBe(expected);
  });

  it.each([
    '<linearGradient id="a"/><rect fill="url(#a)"/><use href="#b"/>',
    "<style>.x{fill:url('#a')}</style>",
    '<image href="data:image/png;base64,AAAA"/>',
    "<title>L’été &lt; 3 &amp; more</title>",
    '<text xml:space="preserve">a  b</text>',
  ])("keeps %s", (inner) => expect(left(inner)).toBe(inner));

  it("says what could have done more than be seen", () => {
    expect(sanitised(`<svg ${SPACES}><script/><rect/></svg>`)).toMatchObject({ held: "a script" });
    expect(sanitised(`<svg ${SPACES}><rect/></svg>`)).toMatchObject({ held: undefined });
  });

  it("is read with the names that its program gave to addresses, and with no others", () => {
    const doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd" [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>';
    expect(sanitised(`<?xml version="1.0"?>${doctype}<svg xmlns="&ns_svg;"><rect/></svg>`)).toMatchObject({
      svg: `<svg ${SPACES}><rect/></svg>`,
    });
    for (const entity of ["SYSTEM 'file:///etc/passwd'", '"&x;&x;"', '"<script/>"'])
      expect(sanitised(`<!DOCTYPE svg [<!ENTITY x ${entity}>]><svg ${SPACES}><text>&x;</text></svg>`)).toEqual({
        reason: "is not a well-formed drawing",
      });
  });

  it("that is no XML, or has another root, is refused", () => {
    for (const svg of ["<svg><g></svg>", "<p>x</p>", "svg", "", "<html xmlns='http://www.w3.org/1999/xhtml'><svg/></html>"])
      expect(sanitised(svg)).toEqual({ reason: "is not a well-formed drawing" });
  });

  it("is read in the encoding that it names", () => {
    const bytes = Buffer.from(`<?xml version="1.0" encoding="iso-8859-1"?><svg ${SPACES}><title>été</title></svg>`, "latin1");
    expect(sanitiseSvg(bytes)).toMatchObject({ svg: `<svg ${SPACES}><title>été</title></svg>` });
  });

  it("of the sample edition passes with all that it draws", () => {
    const folder = "content/pictures";
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".svg"))) {
      const written = readFileSync(`${folder}/${file}`, "utf8");
      const result = sanitised(written);
      const drawn = (svg: string) => svg.match(/<(?:path|circle|rect|line|ellipse|polygon|use|text)\b/gu)?.length;
      expect("svg" in result && drawn(result.svg), file).toBe(drawn(written));
    }
  });
});
