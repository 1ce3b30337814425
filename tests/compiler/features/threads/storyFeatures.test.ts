import { expect, test } from "vitest";
import { inOrder } from "#compiler/link/story.ts";
import { storyFeatures } from "#compiler/features/threads/storyFeatures.ts";
import { makeArticle } from "../../../support/makeArticle.ts";

const leading = (slug: string, ...urls: string[]) =>
  makeArticle({
    slug,
    headline: slug,
    datePublished: `2024-05-1${slug.slice(1)}T00:00:00Z`,
    body: urls.map((url) => ({ type: "paragraph", children: [{ type: "link", url, children: [{ type: "text", text: "there" }] }] })),
  });

test("links between stories count, also below the prefix of an edition and to a place in a story; those to other sites do not", () => {
  const stories = inOrder(
    [
      leading("s0"),
      leading("s1", "/article/s0"),
      leading("s2", "/nl/article/s1#end", "https://else.example/article/s0", "/nl/article/none"),
    ],
    "UTC",
  );
  expect(storyFeatures(stories, undefined).map(({ links }) => links)).toEqual([[], [0], [1]]);
});
