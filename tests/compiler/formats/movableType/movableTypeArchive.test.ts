import { expect, test } from "vitest";
import { plainText } from "#content/blocks/plainText.ts";
import { movableTypeArchive } from "../../../../src/compiler/formats/movableType/movableTypeArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";

archiveCases(movableTypeArchive);

const entry = (fields: string, more = "") =>
  `AUTHOR: Ada\nTITLE: T\nSTATUS: Publish\nDATE: 01/02/2024 12:05:00 AM\n${fields}-----\nBODY:\nWords.\n-----\n${more}--------\n`;

test("comments come in with the names of their authors alone, if they are asked for", async () => {
  const comment = "COMMENT:\nAUTHOR: Eve\nEMAIL: eve@mail.example\nIP: 192.0.2.1\nURL: \nDATE: 01/03/2024 08:00:00\nYes.\n-----\n";
  const { drafts } = await readArchive(movableTypeArchive, "a.txt", entry("", comment), { comments: true });
  expect(drafts[0]?.comments).toMatchObject([{ author: "Eve", datePublished: "2024-01-03T08:00:00Z", body: [{ type: "paragraph" }] }]);
  expect(JSON.stringify(drafts)).not.toMatch(/mail\.example|192\.0/u);
});

test.each(["PASS: 81dc\nSECRET: 1", "STATUS: Pending\nEMAIL: eve@mail.example", "VISIBLE: 0", "JUNK STATUS: -1", "PRIVATE: 1"])(
  "a comment with %s is left out, and others stay",
  async (field) => {
    const comment = (fields: string, words: string) => `COMMENT:\nAUTHOR: Eve\nDATE: 01/03/2024 08:00:00\n${fields}\n${words}\n-----\n`;
    const text = entry("", comment(field, "Secret.") + comment("PASS: 81dc\nSECRET: 0\nVISIBLE: 1\nSTATUS: Approved", "Yes."));
    const { drafts, problems } = await readArchive(movableTypeArchive, "a.txt", text, { comments: true });
    expect(drafts[0]?.comments?.map(({ body }) => plainText(body))).toEqual(["Yes."]);
    expect(problems).toEqual([]);
  },
);

test("of a comment a field that is not known is left out, and named", async () => {
  const comment = "COMMENT:\nAUTHOR: Eve\nTOKEN: 81dc\nYes.\n-----\n";
  const { drafts, problems } = await readArchive(movableTypeArchive, "a.txt", entry("", comment), { comments: true });
  expect(JSON.stringify(drafts[0]?.comments)).toMatch(/Yes/u);
  expect(JSON.stringify(drafts)).not.toContain("81dc");
  expect(problems.map(({ message }) => message)).toEqual(["A field of a comment (TOKEN) is not known, and was left out."]);
});

test("the hour after midnight is 12 AM", async () => {
  const { drafts } = await readArchive(movableTypeArchive, "a.txt", entry(""));
  expect(drafts[0]?.datePublished).toBe("2024-01-02 00:05:00");
});

test("other texts are not taken for an export", () => {
  for (const head of ["TITLE: A\n\nSTATUS: b\n", "Title: A\nDate: b\n-----\nBODY:\n", "---\ntitle: a\n---\nBODY:\n", ""])
    expect(movableTypeArchive.detects({ path: "a.txt", head }), head).toBe(false);
});
