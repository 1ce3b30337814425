import { describe, expect, test } from "vitest";
import { ninjsArchive } from "../../../../src/compiler/formats/ninjs/ninjsArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";

type Item = { uri: string; [field: string]: unknown };

const item = (name: string, more: object = {}): Item => ({
  name,
  uri: `urn:desk.example:${name}`,
  type: "text",
  pubstatus: "usable",
  versioncreated: "2024-01-22T07:00:00Z",
  headlines: [{ role: "main", value: `Headline of ${name}` }],
  bodies: [{ role: "main", contenttype: "text/html", value: `<p>Words of ${name}.</p>` }],
  ...more,
});

const picture = (name: string, more: object = {}): Item =>
  item(name, {
    type: "picture",
    bodies: undefined,
    renditions: [{ name: "web", href: `https://desk.example/${name}.jpg`, contenttype: "image/jpeg", width: 12, height: 8 }],
    ...more,
  });

const film = (name: string, more: object = {}): Item =>
  picture(name, {
    type: "video",
    renditions: [{ name: "mp4", href: `https://desk.example/${name}.mp4`, contenttype: "video/mp4" }],
    ...more,
  });

const bundle = (name: string, associations: Item[], more: object = {}): Item =>
  item(name, { type: "composite", headlines: undefined, bodies: undefined, associations, ...more });

const blog = (associations: Item[], more: object = {}): Item =>
  item("blog", { type: "composite", genres: [{ name: "Live blog" }], associations, ...more });

const reading = async (source: Item) => {
  const { drafts, problems } = await readArchive(ninjsArchive, "3.0/item.json", JSON.stringify(source));
  const [draft] = drafts;
  return {
    draft,
    all: JSON.stringify(drafts),
    posts: draft?.body.flatMap((block) => (block.type === "post" ? [block.id] : [])),
    told: problems.filter(({ message }) => message.includes("left out")).map(({ place, message }) => `${place}: ${message}`),
  };
};

const withheld = { pubstatus: "withheld" };
const embargoed = { embargoed: "2094-01-22T08:00:00Z" };

describe("a package in a live blog", () => {
  test("that is withheld or under embargo keeps back what is in it", async () => {
    const { all, posts, draft, told } = await reading(
      blog([
        item("out"),
        bundle("secret", [item("a"), bundle("inner", [item("b")]), picture("c")], withheld),
        bundle("later", [item("d")], embargoed),
      ]),
    );
    expect(all).not.toMatch(/Words of [ab]\.|c\.jpg/u);
    expect(posts).toEqual(["out", "d"]);
    expect(draft?.postReleases).toMatchObject([{ id: "d", moments: [{ type: "embargo", at: "2094-01-22T08:00:00Z" }] }]);
    expect(told).toEqual([
      "the item, associations.1.associations.0: The post was left out. It is marked as not published (pubstatus: withheld).",
      "the item, associations.1.associations.1.associations.0: The post was left out. It is marked as not published (pubstatus: withheld).",
      "the item, associations.1.associations.2: An item that belongs to it was left out. It is marked as not published (pubstatus: withheld).",
    ]);
  });

  test("is a post with its pictures where it has a text, and the texts in it are posts too", async () => {
    const pack = item("pack", { type: "composite", associations: [picture("shore"), item("part"), item("gone", withheld)] });
    const { draft, posts, all } = await reading(blog([pack, item("out")]));
    expect(posts).toEqual(["pack", "part", "out"]);
    expect(JSON.stringify(draft?.body.find((block) => block.type === "post"))).toMatch(/shore\.jpg.*Words of pack/u);
    expect(draft?.image).toBeUndefined();
    expect(all).not.toContain("Words of gone");
  });

  test("that is withheld keeps back its own text, too", async () => {
    const { all } = await reading(blog([item("out"), item("pack", { type: "composite", associations: [item("part")], ...withheld })]));
    expect(all).not.toMatch(/Words of pa/u);
  });
});

test.each([
  ["a story", (parts: Item[]) => item("story", { associations: parts })],
  ["a post", (parts: Item[]) => blog([item("post", { associations: parts })])],
  ["a live blog", (parts: Item[]) => blog([item("post"), ...parts])],
])("pictures and films that are not for readers stay out of %s, also where its text shows them, and are named", async (_, of) => {
  const { all, told } = await reading(
    of([picture("shown"), picture("held", withheld), film("film", withheld), picture("later", embargoed)]),
  );
  expect(all).toContain("shown.jpg");
  expect(all).not.toMatch(/(?:held|later)\.jpg|film\.mp4/u);
  expect(told.map((each) => each.replace(/^.*left out\. /u, ""))).toEqual([
    "It is marked as not published (pubstatus: withheld).",
    "It is marked as not published (pubstatus: withheld).",
    "It is under embargo (embargoed: 2094-01-22T08:00:00Z).",
  ]);
  const value = '<p>Seen.</p><img src="https://desk.example/held.jpg" alt="Seen"><p><a href="https://desk.example/held.jpg">Large</a></p>';
  const inText = await reading(
    item("story", { associations: [picture("held", withheld)], bodies: [{ role: "main", contenttype: "text/html", value }] }),
  );
  expect(inText.all).toContain("Large");
  expect(inText.all).not.toContain("held.jpg");
});

test("a picture under the embargo of its story or post waits with it", async () => {
  const story = await reading(item("story", { ...embargoed, associations: [picture("shore", embargoed)] }));
  expect(story.draft?.image?.url).toBe("https://desk.example/shore.jpg");
  const live = await reading(blog([item("post", { ...embargoed, associations: [picture("shore", embargoed)] })]));
  expect(live.all).toContain("shore.jpg");
});

test("posts that are held lead no live blog with their pictures, and none is read", async () => {
  const renditions = [{ name: "web", href: "https://desk.example/missing-secret.jpg", contenttype: "image/jpeg" }];
  const untyped = item("untyped", { type: undefined, renditions, ...withheld });
  const post = item("post", { associations: [picture("missing-shore")], ...withheld });
  const { draft, posts, told } = await reading(blog([untyped, post]));
  expect(posts).toEqual([]);
  expect(draft?.image).toBeUndefined();
  expect(told).toEqual(
    [0, 1].map((at) => `the item, associations.${at}: The post was left out. It is marked as not published (pubstatus: withheld).`),
  );
});

test("a picture that does not say what it is leads a live blog and is no post", async () => {
  const { draft, posts } = await reading(blog([picture("shore", { type: undefined }), item("out")]));
  expect(draft?.image?.url).toBe("https://desk.example/shore.jpg");
  expect(posts).toEqual(["out"]);
});

test("a post of Superdesk's Live Blog that is held is not read, and items in it that are withheld stay out", async () => {
  const image = (name: string) => `<img src="https://desk.example/missing-${name}.jpg" alt="">`;
  const post = (id: string, items: object[], more: object = {}) => ({
    guid: id,
    particular_type: "post",
    post_status: "open",
    published_date: "2024-04-21T10:06:00+00:00",
    groups: [{ id: "main", refs: items.map((each, index) => ({ residRef: `${index}`, item: each })) }],
    ...more,
  });
  const source = {
    blog: { _id: "1", title: "The marathon" },
    posts: {
      _items: [
        post("out", [{ text: "Shown." }, { text: `Secret. ${image("secret")}`, ...withheld }]),
        post("idea", [{ text: image("idea") }], { post_status: "draft" }),
      ],
    },
  };
  const { drafts, problems } = await readArchive(ninjsArchive, "a.json", JSON.stringify(source));
  expect(JSON.stringify(drafts)).toContain("Shown.");
  expect(JSON.stringify(drafts)).not.toContain("Secret.");
  expect(problems.map(({ place }) => place)).toEqual(["1, posts._items.0, item 2", "1, posts._items.1"]);
});
