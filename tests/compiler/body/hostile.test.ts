import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { BlockSchema } from "#content/blocks/block.ts";
import { InlinesSchema } from "#content/blocks/inline.ts";
import { htmlToInlines } from "../../../src/compiler/body/htmlToBlocks.ts";
import { requireSafeAddresses } from "../../support/fuzz/safe.ts";
import { readHtml, testContext } from "./readHtml.ts";

const BlocksSchema = v.array(BlockSchema);
const NAMES =
  "a b i p div span ul ol li dl dt dd table caption thead tr th td blockquote figure figcaption img iframe pre code br hr h1 h2 sup sub q details summary svg math x-y script style template title textarea select section aside video object";
const ATTRIBUTES = [
  'href="javascript:x"',
  'href="/x"',
  'src="a.jpg"',
  'src="//youtu.be/abcdefgh"',
  'class="footnotes"',
  'id="fn1"',
  'colspan="9999"',
  'lang="fr"',
  'start="1e9"',
];

const tag = fc
  .tuple(fc.constantFrom("", "/"), fc.constantFrom(...NAMES.split(" ")), fc.constantFrom("", ...ATTRIBUTES))
  .map(([slash, name, attribute]) => `<${slash}${name} ${attribute}>`);
const soup = fc
  .array(fc.oneof({ weight: 3, arbitrary: tag }, fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 40 })
  .map((parts) => parts.join(""));

test("whatever is read, nothing throws and every block keeps the contract", () => {
  fc.assert(
    fc.property(soup, (html) => {
      v.assert(BlocksSchema, readHtml(html).blocks);
      v.assert(InlinesSchema, htmlToInlines(html, testContext([])));
    }),
    { numRuns: 400 },
  );
});

test("text without markup comes out whole", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z .,]*[a-z]$/u), (words) => {
      expect(JSON.stringify(readHtml(words).blocks)).toContain(words.trim().replace(/ +/gu, " "));
    }),
  );
});

test.each(["<b>", "<div>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<a href=/x><i>", "<x-y>", "<figure>"])(
  "%s nested ten thousand times is read to the end",
  (open) => {
    const { blocks } = readHtml(`${open.repeat(10_000)}deep`);
    v.assert(BlocksSchema, blocks);
    expect(JSON.stringify(blocks)).toContain("deep");
  },
);

test("a very long body does not exhaust the stack", () => {
  expect(readHtml("<p>x</p>".repeat(150_000)).blocks).toHaveLength(150_000);
  expect(readHtml(`<p>${"x<br>".repeat(150_000)}</p>`).blocks).toHaveLength(1);
});

const HOSTILE = new URL("../../../../shared/corpora/hostile/", import.meta.url);

test.runIf(existsSync(HOSTILE))("no known attack of ../shared/corpora/hostile leaves a script, a handler or a foreign scheme", () => {
  for (const name of ["xss-dompurify", "xss-owasp", "xss-htmlpurifier", "naughty-strings"]) {
    const attacks: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, HOSTILE), "utf8"));
    for (const attack of v.parse(v.array(v.string()), attacks)) {
      const { blocks } = readHtml(attack);
      v.assert(BlocksSchema, blocks);
      requireSafeAddresses(blocks);
    }
  }
});
