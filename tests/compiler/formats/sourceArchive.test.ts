import { expect, test } from "vitest";
import { sourceArchive } from "../../../src/compiler/formats/sourceArchive.ts";
import { readArchive } from "../../support/readArchive.ts";

/** What an import reads of one item of a source. */
const readItem = (item: object) =>
  readArchive(sourceArchive({ name: "wire", title: "Wire", extensions: ["json"], read: () => [item] }), "a.json", "{}");

const post = (id: string, more: object) => ({ type: "post", id, date: "2024-04-22T10:00:00Z", children: [`Words of ${id}.`], ...more });

test("posts that their fields keep back are left out of an import and named, and a moment to come stays with its post", async () => {
  const later = { embargo: "2999-01-01T00:00:00Z" };
  const body = [
    post("out", {}),
    post("draft", { status: "draft", place: "posts.1" }),
    post("odd", { published: "in-legal" }),
    post("later", later),
    post("undated", { date: "", ...later }),
  ];
  const { drafts, problems } = await readItem({ place: "item 1", story: { headline: "Live", datePublished: "2024-04-22", body } });
  expect(drafts[0]?.body).toMatchObject([{ id: "out" }, { id: "later" }]);
  expect(drafts[0]).toMatchObject({ liveBlog: {}, postReleases: [{ id: "later", moments: [{ type: "embargo" }] }] });
  expect(problems.map(({ place }) => place)).toEqual(["item 1, posts.1", "item 1", "item 1"]);
  expect(problems.every(({ message }) => message.includes("was left out"))).toBe(true);
});

test("a story is what its first picture shows, or nothing without text", async () => {
  const html = '<figure><img src="https://wire.example/a.jpg" alt="A crane"></figure>';
  const story = { headline: "A", datePublished: "2024-04-22", html };
  const [alone, empty] = [
    await readItem({ place: "1", story, firstFigureLeads: true }),
    await readItem({ place: "2", story: { ...story, html: "" } }),
  ];
  expect(alone.drafts).toMatchObject([{ body: [], image: { alt: "A crane" } }]);
  expect(alone.drafts[0]?.empty).toBeUndefined();
  expect(empty.drafts).toMatchObject([{ empty: "It has no text." }]);
});
