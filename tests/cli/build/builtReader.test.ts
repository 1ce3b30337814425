import { join } from "node:path";
import { expect, it } from "vitest";
import { builtReader } from "#cli/build/builtReader.ts";
import { temporaryFolder, writeFiles } from "../../support/temporaryFolder.ts";

const manifest = {
  "src/start.ts": { file: "assets/start.js", isEntry: true, imports: ["_shared.js"] },
  "_shared.js": { file: "assets/shared.js", name: "shared", imports: ["src/start.ts"] },
  "_page.js": { file: "assets/page.js", name: "page", imports: ["_shared.js", "_list.js"] },
  "_list.js": { file: "assets/list.js", name: "list", imports: ["_shared.js"] },
  "src/reader/features/article/rare/rare.css": { file: "assets/rare.css" },
  "src/reader/features/article/quiz/quiz.css": { file: "assets/quiz.css" },
  "src/reader/features/collection/collection.css": { file: "assets/collection.css" },
  "src/reader/styles/typefaces.css": { file: "assets/typefaces.css" },
  "src/reader/features/mostRead/mostRead.css": { file: "assets/mostRead.css" },
  "src/reader/features/updates/versions.css": { file: "assets/versions.css" },
  "src/reader/features/article/members/members.css": { file: "assets/members.css" },
  ...Object.fromEntries(
    ["sans-core", "display-core", "text-core"].map((cut) => [`src/reader/styles/fonts/${cut}.woff2`, { file: `assets/${cut}.woff2` }]),
  ),
  "first.css": { file: "assets/first.css" },
  "rest.css": { file: "assets/rest.css" },
};

const template =
  '<link rel="icon" href="./icon.svg"><link rel="stylesheet" crossorigin href="./assets/first.css"><link rel="stylesheet" href="./assets/rest.css"><script type="module" src="./assets/start.js"></script>';

it("says what each part of a page needs of the reader that was built", () => {
  const folder = temporaryFolder();
  expect(() => builtReader(folder)).toThrow("The reader has not been built. Run `npm run build:app` once.");
  const sheets = ["first", "rest", "rare", "quiz", "collection", "typefaces", "versions", "members", "mostRead"].map((name) => [
    `assets/${name}.css`,
    `.${name}{}`,
  ]);
  writeFiles(folder, { "index.html": template, ".vite/manifest.json": JSON.stringify(manifest), ...Object.fromEntries(sheets) });
  const { filesOf, fontFile, ...read } = builtReader(folder);
  expect(read).toEqual({
    folder: join(folder),
    template,
    styles: {
      first: ".first{}",
      rest: ".rest{}",
      rare: { file: "assets/rare.css", text: ".rare{}" },
      marked: new Map(["quiz", "collection"].map((name) => [name, { file: `assets/${name}.css`, text: `.${name}{}` }])),
      typefaces: { file: "assets/typefaces.css", text: ".typefaces{}" },
      later: ".versions{}.members{}",
      mostRead: ".mostRead{}",
    },
    sheets: ["assets/first.css", "assets/rest.css"],
    named: ["assets/rest.css", "assets/start.js"],
    lateStyles: ["assets/typefaces.css", "assets/versions.css", "assets/members.css"],
    plainFont: "assets/sans-core.woff2",
    fonts: ["assets/display-core.woff2", "assets/text-core.woff2"],
    own: [],
    without: [],
  });
  expect(filesOf(["page", "_list.js"])).toEqual(["assets/shared.js", "assets/list.js", "assets/page.js"]);
  expect(fontFile("text-core")).toBe("assets/text-core.woff2");
  expect(() => filesOf(["gone"])).toThrow("The built reader has no gone.");
});
