import { expect, test } from "vitest";
import { agencyItem } from "#compiler/formats/ninjs/agencyItem.ts";

test("an item of Reuters Connect is ninjs", () => {
  expect(
    agencyItem(
      { versionedGuid: "tag:1", bodyXhtml: "<html><body class='x'><p>Words</p></body></html>", intro: "", fragment: "Short", slug: "S" },
      {},
    ),
  ).toEqual({
    versionedguid: "tag:1",
    bodyxhtml: "<html><body class='x'><p>Words</p></body></html>",
    intro: "",
    fragment: "Short",
    slug: "S",
    guid: "tag:1",
    body_html: "<p>Words</p>",
    description_summary: "Short",
    slugline: "S",
  });
  expect(
    agencyItem({ bodyXhtmlRich: "<p>Rich</p>", bodyXhtml: "<p>Plain</p>", usn: "U1", uri: "urn:x", intro: "Intro", slugline: "Own" }, {}),
  ).toEqual({
    bodyxhtmlrich: "<p>Rich</p>",
    bodyxhtml: "<p>Plain</p>",
    usn: "U1",
    uri: "urn:x",
    intro: "Intro",
    slugline: "Own",
    body_html: "<p>Rich</p>",
    description_summary: "Intro",
  });
});

test("an item of AP's Media API is ninjs, with its text beside it", () => {
  const item = {
    altids: { itemid: "i1", etag: "e" },
    bylines: [{ by: "By ANN" }, { name: "Bob" }, {}],
    datelinelocation: { city: "DELFT" },
    headline_extended: "Long",
    subject: [{ name: "a" }, { name: "b", rels: ["direct"] }, { name: "c", rels: ["inferred"] }],
  };
  expect(agencyItem(item, { nitf: "<p>Words</p>" })).toEqual({
    altids: { itemid: "i1", etag: "e" },
    bylines: [{ by: "By ANN" }, { name: "Bob" }, {}],
    datelinelocation: { city: "DELFT" },
    headline_extended: "Long",
    subject: [{ name: "a" }, { name: "b", rels: ["direct"] }],
    uri: "i1",
    body_nitf: "<nitf><body><body.content><p>Words</p></body.content></body></nitf>",
    byline: "By ANN, Bob",
    located: "DELFT",
    description_summary: "Long",
  });
  expect(agencyItem({ ...item, bylines: [], description_summary: "Own", nitf: { body_html: " <nitf><body/></nitf>" } }, {})).toEqual({
    altids: { itemid: "i1", etag: "e" },
    bylines: [],
    datelinelocation: { city: "DELFT" },
    headline_extended: "Long",
    subject: [{ name: "a" }, { name: "b", rels: ["direct"] }],
    description_summary: "Own",
    nitf: { body_html: " <nitf><body/></nitf>" },
    uri: "i1",
    body_nitf: " <nitf><body/></nitf>",
    located: "DELFT",
  });
});

test.each([[{}], [{ altids: "i1", bylines: [] }], [{ altids: { itemid: "i1" } }], [{ altids: { etag: "e", friendlykey: "f" } }]])(
  "%j is of no agency",
  (item) => {
    expect(agencyItem(item, {})).toBeUndefined();
  },
);
