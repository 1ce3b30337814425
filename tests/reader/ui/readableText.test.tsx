import { expect, test } from "vitest";
import { compile } from "#compiler/compile.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { PICTURE, SPECIMEN, specimens } from "#prerender/gallery/specimens.ts";
import { readableText } from "#reader/ui/readableText.ts";
import { contentOf } from "../../compiler/features/pictures/edition.ts";
import { renderApp } from "../../support/renderApp.tsx";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

test("the text of a page is that of its story, whatever blocks the story has", async () => {
  const name = `${SPECIMEN}.json`;
  const content = contentOf({
    "edition.json": '{ "name": "P", "url": "https://p.example/" }',
    "pictures/specimen.svg": PICTURE,
    [`articles/${name}`]: JSON.stringify(specimens("en", []).get(name)),
  });
  const { built } = await compile({ content, out: temporaryFolder(), encode: false });
  const page = [...(built?.pages ?? [])].find(({ kind }) => kind === "article");
  if (page?.kind !== "article") throw new Error("There is no story.");
  await renderApp(page.path, { [`article/${name}`]: page.value });
  const shown = readableText([document.querySelector(".prose")]).text;
  expect(lines(shown)).toEqual(lines(plainText(page.value.article.body)));
});

const lines = (text: string): string[] => text.split("\n").map((line) => line.trim());
