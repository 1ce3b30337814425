import { expect, it } from "vitest";
import { blocksHtml } from "#content/html/blocksHtml.ts";
import { compile } from "#compiler/compile.ts";
import { PICTURE, SPECIMEN, specimens } from "#prerender/gallery/specimens.ts";
import { contentOf } from "../../compiler/features/pictures/edition.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

it("shows every type of block that a story can have without a file or code of its own, each also as HTML for feeds", async () => {
  const stories = [...specimens("en", [])].map(([name, story]) => [`articles/${name}`, JSON.stringify(story)]);
  const content = contentOf({
    "edition.json": '{ "name": "P", "url": "https://p.example/" }',
    "pictures/specimen.svg": PICTURE,
    ...Object.fromEntries(stories),
  });
  const { problems, built } = await compile({ content, out: temporaryFolder(), encode: false });
  const whole = [...(built?.pages ?? [])].flatMap((page) =>
    page.kind === "article" && page.value.article.slug === SPECIMEN ? [page.value.article.body] : [],
  );
  const body = whole.flat();
  expect(problems).toEqual([]);
  expect(body.map(({ type }) => type)).not.toContain("unknown");
  const around = { resolve: (url: string) => url, pictureUrl: () => "/pictures/specimen.svg" };
  expect(body.filter((block) => block.type !== "pullQuote" && blocksHtml([block], around) === "")).toEqual([]);
});
