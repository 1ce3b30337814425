import { expect, test } from "vitest";
import { articlesIn, folderOf, tryImport } from "../../support/importing.ts";

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>`;

test("links and pictures are found by the aliases, routes and file names of site builders", async () => {
  const story = (title: string, text: string, fields = "") => `---\ntitle: ${title}\ndate: 2024-03-12\n${fields}---\n${text}\n`;
  const { content, messages } = await tryImport(
    folderOf({
      "content/news/first.md": story(
        "First",
        '[a](@/news/second.md) [b]({{< ref "second.md" >}}) [c](@site/docs/third.md) [d](/docs/guide/third) [e](/fourth/) [f](/blog/2024/03/12/fifth) [g](</news/my day/>)\n\n' +
          "![](@site/static/a.svg)\n\n![](~/images/b.svg)\n\n![](../../images/c.svg)\n\n![](c.svg)",
      ),
      "content/news/second.md": story("Second", "Words."),
      "content/news/my day.md": story("My day", "Words."),
      "docs/third.md": story("Third", "Words.", "slug: /guide/third\n"),
      "public/fourth/index.md": story("Fourth", "Words."),
      "blog/2024-03-12-fifth.md": story("Fifth", "Words."),
      "static/a.svg": SVG,
      "src/images/b.svg": SVG,
      "src/assets/images/c.svg": SVG,
    }),
  );
  expect(messages).toEqual([]);
  const first = JSON.stringify(articlesIn(content).get("articles/2024/first.json"));
  const targets = ["second", "second", "third", "third", "fourth", "fifth", "my-day"];
  expect([...first.matchAll(/"\/article\/([\w-]+)"/gu)].map(([, slug]) => slug)).toEqual(targets);
  expect(first.match(/"type":"figure"/gu)).toHaveLength(4);
  expect(JSON.stringify([...articlesIn(content).values()])).toContain('"/news/my%20day/"');
});

test("pictures that a tree lacks are counted, each once, and are found in folders of uploads", async () => {
  const post = (number: number) =>
    `---\ntitle: Post ${number}\ndate: 2024-03-1${number}\n---\nWords. ![](./one.svg) ![](/img/shared.svg)\n`;
  const tree = folderOf({ "a/1.md": post(1), "b/2.md": post(2), "b/one.svg": SVG });
  expect((await tryImport(tree)).counts?.pictures).toEqual({ shown: 1, copied: 1, missing: 2 });
  expect((await tryImport(tree, { uploads: [folderOf({ "img/shared.svg": SVG })] })).counts?.pictures).toEqual({
    shown: 2,
    copied: 2,
    missing: 1,
  });
});
