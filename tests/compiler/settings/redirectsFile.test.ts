import { expect, it } from "vitest";
import { readRedirectsFile, withMoreRedirects } from "#compiler/settings/redirectsFile.ts";
import { folderOf } from "../../support/importing.ts";

it.each([
  ['"to","from"\n/article/tea,/tea\n', '"to","from"\n/article/tea,/tea\n/topic/a,"/a,b/"\n'],
  ["from;to;status\n/tea;/article/tea;302", "from;to;status\n/tea;/article/tea;302\n/a,b/;/topic/a;\n"],
  ["", 'from,to,status\n"/a,b/",/topic/a,\n'],
])("further lines have the columns and the separator of the others, and can be read: %s", async (before, after) => {
  const { text } = await withMoreRedirects(folderOf({ "redirects.csv": before }), [
    { from: "/a,b/", to: "/topic/a" },
    { from: "https://old.example/a,b", to: "/topic/b" },
    ...(before === "" ? [] : [{ from: "/tea/", to: "/topic/tea" }]),
  ]);
  expect(text).toBe(after);
  const lines = await readRedirectsFile(folderOf({ "redirects.csv": text }), () => {});
  expect(lines.at(-1)).toMatchObject({ from: "/a,b/", to: "/topic/a" });
});
