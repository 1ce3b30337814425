import { expect, it } from "vitest";
import { headOf } from "#prerender/head/pageHeads.ts";

const feedsOf = (numbers: { count?: number; page?: number }) =>
  headOf("list")
    .describe({ kind: "thread", slug: "ferry", name: "The ferry", related: [], days: [], ...numbers })
    .feeds?.map(({ path }) => path);

it("the page of a thread names its feed where it is long enough to have one, else those of the edition", () => {
  const own = ["/thread/ferry/feed.xml"];
  expect(feedsOf({ count: 4 })).toEqual(own);
  expect(feedsOf({ page: 1 })).toEqual(own);
  expect(feedsOf({ count: 3 })).toEqual(["/feed.xml", "/atom.xml", "/feed.json"]);
});
