import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, it } from "vitest";
import { plainText } from "#content/blocks/plainText.ts";
import { visitBlocks } from "#content/blocks/visitBlocks.ts";
import { replyBody } from "#reader/features/article/discussion/replyBody.ts";

const payloads = v.parse(
  v.array(v.string()),
  JSON.parse(readFileSync(join(import.meta.dirname, "../../../../fixtures/hostile/payloads.json"), "utf8")),
);

it.each([
  ["<p>One</p><p>Two<br>three</p>", "One\nTwo three"],
  ["words outside of any paragraph <b>bold</b>", "words outside of any paragraph bold"],
  ["<h1>Title</h1><div><p>inner</p></div>", "Title\ninner"],
  ["<ul><li>a</li><li><p>b</p></li></ul>", "a\nb"],
  ["<pre><code>x &lt; y</code></pre>", "x < y"],
  ["<p></p><p>&nbsp;</p>", ""],
  ["<script>no</script><style>no</style><template>no</template>yes", "yes"],
])("%s is read as %j", (html, text) => {
  expect(plainText(replyBody(html))).toBe(text);
});

it("lets through words, a few marks and links to the web alone, whatever the HTML", () => {
  const blocks = payloads.flatMap((payload) => replyBody(`<p>${payload}</p>${payload}<p><a href="https://ok.example/">ok</a></p>`));
  const types = new Set<string>();
  const urls: string[] = [];
  visitBlocks(blocks, {
    block: ({ type }) => void types.add(type),
    inline: (inline) => {
      types.add(inline.type);
      if (inline.type === "link") urls.push(inline.url);
    },
  });
  const known = "paragraph list quote text break strong emphasis del sub sup ins code link".split(" ");
  expect([...types].filter((type) => !known.includes(type))).toEqual([]);
  expect(types).toContain("link");
  expect(urls.filter((url) => !/^https?:\/\//u.test(url))).toEqual([]);
});

it("ends with marks in marks without end, and with more than anybody writes", () => {
  expect(plainText(replyBody(`${"<b><blockquote>".repeat(20_000)}deep`))).not.toContain("deep");
  expect(plainText(replyBody(`<p>${"word ".repeat(100_000)}`)).length).toBeLessThan(50_001);
});
