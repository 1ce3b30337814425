import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newsmlArchive } from "../../../../src/compiler/formats/newsml/newsmlArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { withAnyCharacter } from "../withAnyValue.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../fixtures/newsml", name, "source.xml"), "utf8");

archiveCases(newsmlArchive);

test("a picture comes along as a story of its own when pictures are asked for", async () => {
  const { drafts } = await readArchive(newsmlArchive, "items.xml", fixture("plain"), { types: ["picture"] });
  expect(drafts.find(({ id }) => id === "urn:6")).toMatchObject({
    headline: "Story 6",
    image: { url: "https://p.example.com/6.jpg" },
    empty: undefined,
  });
});

test("a message may come inside the answer of an interface", async () => {
  const wrapped = `<answer>${fixture("plain")}</answer>`;
  const { detected, drafts, skipped } = await readArchive(newsmlArchive, "answer.xml", wrapped);
  expect(detected).toBe(true);
  expect(drafts.length + skipped.length).toBe(9);
});

test("a street address is no place", async () => {
  const place = '<subject type="cpnat:geoArea"><name>Hamburg</name></subject>';
  const address = '<subject type="cpnat:poi"><name>Rathausmarkt 1, 20095 Hamburg</name></subject>';
  const item = fixture("plain").replace("</contentMeta>", `${place}${address}</contentMeta>`);
  const { drafts } = await readArchive(newsmlArchive, "a.xml", item);
  const names = JSON.stringify([drafts[0]?.places, drafts[0]?.topics]);
  expect(names).toContain("Hamburg");
  expect(names).not.toContain("20095");
});

test("feeds and other XML are not taken for NewsML", () => {
  for (const head of ["<rss version='2.0'/>", "<feed xmlns='http://www.w3.org/2005/Atom'/>", "<html/>", '{"newsItem":1}'])
    expect(newsmlArchive.detects({ path: "a.xml", head }), head).toBe(false);
});

test.each(["message", "xhtml", "plain"])(
  "any character in the place of any other in %s ends in stories or an error with its place",
  async (name) => {
    await fc.assert(
      fc.asyncProperty(withAnyCharacter(fixture(name)), async (changed) => {
        const { drafts, skipped, problems } = await readArchive(newsmlArchive, "a.xml", changed);
        expect(drafts.length + skipped.length + problems.length).toBeGreaterThan(0);
        for (const { severity, place } of problems) if (severity === "error") expect(place ?? "").not.toBe("");
      }),
      { numRuns: 200 },
    );
  },
);
