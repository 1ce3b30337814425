import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plainText } from "#content/blocks/plainText.ts";
import { openArchiveFile } from "../../../../src/compiler/importing/openArchiveFile.ts";
import { archives } from "../../../../src/compiler/formats/archives.ts";
import { csvRows } from "../../../../src/compiler/formats/substack/substackArchive.ts";
import { substackArchive } from "../../../../src/compiler/formats/substack/substackArchive.ts";
import { tryImport } from "../../../support/importing.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";
import { archiveCases } from "../archiveCases.ts";

const EXPORT = join(import.meta.dirname, "../../../fixtures/substack/export");

archiveCases(substackArchive);

/** An export as it lies in its folder, with files beside that folder that nobody exported. */
function exported(): string {
  const folder = temporaryFolder();
  cpSync(EXPORT, join(folder, "export"), { recursive: true });
  renameSync(join(folder, "export/source.csv"), join(folder, "export/posts.csv"));
  writeFileSync(join(folder, "export/secret.html"), "<p>Out.</p>");
  writeFileSync(join(folder, "secret.html"), "<p>Out.</p>");
  return join(folder, "export");
}

test("an export is known by its table, and nothing outside of its folder is brought in", async () => {
  const folder = exported();
  const file = openArchiveFile("posts.csv", join(folder, "posts.csv"));
  expect(archives.filter((each) => each.detects(file))).toEqual([substackArchive]);
  const { skipped } = await readArchive(substackArchive, "posts.csv", readFileSync(join(folder, "posts.csv")), {}, file.beside);
  expect(skipped.map(({ place }) => place)).toContain("post ../secret");
});

test("texts and lists of an export are no other files, but what somebody put beside it is", async () => {
  const folder = exported();
  writeFileSync(join(folder, "posts/101.opens.csv"), "email\n");
  writeFileSync(join(folder, "email_list.csv"), "email\n");
  rmSync(join(folder, "expected.json"));
  const { read, others } = await tryImport(folder);
  expect([read.map(({ format }) => format), others]).toEqual([["Substack export"], ["secret.html"]]);
});

test("of a table in CSV quotes, commas and line breaks in cells are text", () => {
  expect(csvRows('a,b\r\n"1, ""x""\n2",3\r\n\r\n4')).toEqual([
    { a: '1, "x"\n2', b: "3" },
    { a: "4", b: "" },
  ]);
  expect(csvRows('a\n"never closed').length).toBe(1);
  expect(csvRows(`a\n${'"'.repeat(100_000)}`).length).toBeLessThan(2);
});

test("nothing outside of an export's folder is read", async () => {
  const folder = exported();
  const { beside } = openArchiveFile("posts.csv", join(folder, "posts.csv"));
  expect(await beside?.("posts/101.the-crane-moves.html")).toBe(readFileSync(join(EXPORT, "posts/101.the-crane-moves.html"), "utf8"));
  for (const path of ["../secret.html", "posts/../../secret.html", "posts", "a\0b", "posts/none.html"])
    expect(await beside?.(path), path).toBeUndefined();
});

test.each([
  ["comment", { url: "https://a.example/c", comment: { name: "Ada", body: "Secret.", deleted: true } }],
  ["embedded-post-wrap", { url: "https://a.example/c", title: "Ada", truncated_body_text: "Secret.", is_published: false }],
  ["digest-post-embed", { canonical_url: "https://a.example/c", title: "Ada", caption: "Secret.", audience: "only_paid" }],
])("of what is not for everybody a box (%s) shows the title and the link alone", async (name, attrs) => {
  const table =
    "post_id,post_date,is_published,type,audience,title,subtitle\n7.a,2024-04-22T07:10:00.000Z,true,newsletter,everyone,T,\n8.b,2024-04-22T07:10:00.000Z,true,newsletter,everyone,T,\n";
  const text = (json: object) => `<p>Words.</p><div class="${name}" data-attrs='${JSON.stringify(json)}'></div>`;
  const open = {
    ...attrs,
    is_published: true,
    audience: "everyone",
    comment: { ...("comment" in attrs && attrs.comment), deleted: false },
  };
  const { drafts } = await readArchive(substackArchive, "posts.csv", table, {}, (path) =>
    Promise.resolve(text(path.includes("7.a") ? attrs : open)),
  );
  expect(drafts.map(({ body }) => plainText(body))).toEqual(["Words.\nAda", expect.stringContaining("Secret.")]);
  expect(JSON.stringify(drafts[0])).toContain("https://a.example/c");
});

test("a post with a column that keeps it back is left out", async () => {
  const table = (value: string) =>
    `post_id,post_date,is_published,type,audience,title,subtitle,hidden\n7.a,2024-04-22T07:10:00.000Z,true,newsletter,everyone,T,,${value}\n`;
  const read = (value: string) => readArchive(substackArchive, "posts.csv", table(value), {}, () => Promise.resolve("<p>Words.</p>"));
  expect((await read("true")).skipped.map(({ reason }) => reason)).toEqual(["It is marked as not public (hidden: true)."]);
  expect((await read("")).drafts.length).toBe(1);
});
