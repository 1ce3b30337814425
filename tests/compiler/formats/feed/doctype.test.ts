import { expect, test } from "vitest";
import { withoutDoctype } from "#compiler/formats/feed/doctype.ts";

const declaring = (count: number) => Array.from({ length: count }, (_, at) => `<!ENTITY e${at} "${at}">`).join("");

test("short texts take the place of their entities, and lines stay where they were", () => {
  expect(
    withoutDoctype(
      `<?xml version="1.0"?>\n<!-- a - b -->\n<!DOCTYPE rss [\n<!ENTITY a "A>]">\n<!ENTITY b 'B &#38;'> <!ENTITY c ''>\n]>\n<rss>&a;&b;&c;&d;&amp;</rss>`,
    ),
  ).toEqual({ xml: `<?xml version="1.0"?>\n<!-- a - b -->\n\n\n\n\n<rss>A>]B &#38;&d;&amp;</rss>` });
  expect(withoutDoctype("<!DOCTYPE rss SYSTEM 'rss>.dtd'>\n<rss>&a;</rss>")).toEqual({ xml: "\n<rss>&a;</rss>" });
  expect(withoutDoctype("<rss><!DOCTYPE a></rss>")).toEqual({ xml: "<rss><!DOCTYPE a></rss>" });
  expect(withoutDoctype(`<!DOCTYPE rss [${declaring(300)}]><rss>&e0;&e299;</rss>`)).toEqual({ xml: "<rss>0299</rss>" });
});

test.each([
  ["<!DOCTYPE rss [<rss>", /is not closed\.$/u],
  [`<!DOCTYPE rss [${" ".repeat(100_000)}]><rss>`, /is not closed\.$/u],
  ["<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss>", /which may do harm/u],
  ["<!DOCTYPE rss [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><rss>", /which may do harm/u],
  ["<!DOCTYPE rss [<!ENTITY a 'b'>%c;]><rss>", /which may do harm/u],
  [`<!DOCTYPE rss [${declaring(301)}]><rss>`, /which may do harm/u],
])("%.40s is refused", (xml, error) => {
  expect(withoutDoctype(xml)).toEqual({ error: expect.stringMatching(error) });
});
