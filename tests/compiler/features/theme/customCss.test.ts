import { expect, test } from "vitest";
import type { Problem } from "#compiler/draft/problem.ts";
import { readCustomCss } from "#compiler/features/theme/customCss.ts";
import { ThemeFolder } from "#compiler/features/theme/themeFolder.ts";
import { folderOf } from "../../../support/importing.ts";

/** A sheet as the site has it, the files that are published with it, and what is said of it. */
function read(css: string) {
  const problems: Problem[] = [];
  const folder = new ThemeFolder(folderOf({ "paper.png": "bytes", "fonts/own.woff2": "font" }), (problem) => problems.push(problem));
  const sheet = readCustomCss(css, folder);
  return {
    sheet,
    files: [...folder.published.keys()],
    said: problems.map(({ line, place, message, remedy, nearest }) => [line ?? place, message, remedy, nearest].join(" | ")),
  };
}

test("files that the sheet names are published, and what pages would not load is left out by its line", () => {
  const css = [
    '@charset "utf-8";',
    '@import "other.css";',
    ".a{background:url(paper.png);color:red}",
    ".b{background:url(./fonts/own.woff2)}",
    ".c{background:url(https://cdn.example/x.png);color:blue}",
    ".d{background:url(//cdn.example/x.png)}",
    ".e{background:url(data:image/png;base64,AA==)}",
    ".f{filter:url(#own)}",
    ".g{background:url(papr.png)}",
    '.h{content:"</style>"}',
    ".i{color:}",
  ].join("\n");
  expect(read(css)).toEqual({
    sheet:
      '.a{background:url(./paper-J3CJ2RwL.png);color:red}.b{background:url(./own-eV6j76Q9.woff2)}.c{color:blue}.d{}.e{}.f{filter:url(#own)}.g{}.h{content:"<\\/style>"}.i{color:}',
    files: ["assets/paper-J3CJ2RwL.png", "assets/own-eV6j76Q9.woff2"],
    said: [
      "line 2 | The file custom.css imports another sheet, which pages do not load; this part of the theme is left out. | Put its rules into custom.css. | ",
      "line 5 | The file custom.css loads https://cdn.example/x.png from elsewhere, which pages do not; this part of the theme is left out. | Put the file into the folder theme. | ",
      "line 6 | The file custom.css loads //cdn.example/x.png from elsewhere, which pages do not; this part of the theme is left out. | Put the file into the folder theme. | ",
      "line 7 | The file custom.css contains a data: URL, which pages do not show; this part of the theme is left out. | Put the picture into the folder theme as a file. | ",
      "line 9 | The file papr.png is not in the folder theme; this part of the theme is left out. | Name another file, or remove it. | paper.png",
    ],
  });
});

test("a sheet may have 32 KB", () => {
  const rule = (bytes: number) => `a{margin:00}/*${"x".repeat(bytes - 16)}*/`;
  expect(read(rule(32_768))).toEqual({ sheet: "a{margin:00}", files: [], said: [] });
  expect(read(rule(32_769))).toEqual({
    sheet: "",
    files: [],
    said: [
      "line 1 | The file custom.css is larger than 32 KB, which every page would carry; this part of the theme is left out. | Shorten it. | ",
    ],
  });
});
