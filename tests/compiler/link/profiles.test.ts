import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { contentOf } from "../features/pictures/edition.ts";

const PHOTO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>';
const STORY = "---\nheadline: The ferry\ndatePublished: 2024-04-22\nauthors: [Ada Keane, Ben Ruiz]\n---\nWords.\n";
const ADA = {
  name: "Ada Keane",
  role: "Science editor",
  desk: "science-desk",
  photo: "pictures/ada.svg",
  bio: "Covers space.\n\nLives in Delft.",
  links: [{ name: "Mastodon", url: "https://social.example/@ada" }],
  contact: "/contact",
};

async function paperOf(settings: object) {
  const out = temporaryFolder();
  const content = contentOf({
    "a.md": STORY,
    "pictures/ada.svg": PHOTO,
    "edition.json": JSON.stringify({ url: "https://example.org/", ...settings }),
  });
  const { problems, built } = await compile({ content, out, encode: false });
  const json = (file: string): unknown => JSON.parse(readFileSync(join(out, "data", file), "utf8"));
  return { json, out, edition: built?.edition, paths: [...(built?.pages ?? [])].map(({ path }) => path), problems };
}

describe("what a paper tells of its authors", () => {
  it("stands on their pages, with a photograph that is a file of the site", async () => {
    const { json, out } = await paperOf({ people: [ADA] });
    const photo = expect.objectContaining({ url: expect.stringMatching(/^\/pictures\/ada-\w+\.svg$/u), width: 40, height: 40 });
    const page = json("author/ada-keane.json");
    expect(page).toMatchObject({
      profile: {
        role: "Science editor",
        photo,
        bio: ["Covers space.", "Lives in Delft."],
        links: [{ name: "Mastodon", url: "https://social.example/@ada" }],
        contact: "/contact",
      },
    });
    const [, url = ""] = /"(\/pictures\/ada-[^"]+)"/u.exec(JSON.stringify(page)) ?? [];
    expect(readFileSync(join(out, url), "utf8")).toContain("<svg");
    expect(json("author/ben-ruiz.json")).not.toHaveProperty("profile");
    expect(json("article/a.json")).toMatchObject({
      profiles: [{ slug: "ada-keane", role: "Science editor", image: url, sameAs: ["https://social.example/@ada"] }],
    });
  });

  it("is nothing where the settings say no more than names", async () => {
    const { json, paths, edition } = await paperOf({ people: [{ name: "Ada Keane" }] });
    expect(json("article/a.json")).not.toHaveProperty("profiles");
    expect(json("author/ada-keane.json")).not.toHaveProperty("profile");
    expect(paths).not.toContain("/staff");
    expect(edition).not.toHaveProperty("staff");
  });

  it("leaves out a photograph that is not there, and a desk that is none, which are named", async () => {
    const people = [{ ...ADA, photo: "pictures/adda.svg", desk: "Sience desk" }];
    const { problems, json } = await paperOf({ people, desks: [{ name: "Science desk" }] });
    expect(problems).toEqual([
      expect.objectContaining({
        place: "people.0.photo",
        message: "The picture pictures/adda.svg is not there, so no photograph is shown.",
        nearest: "pictures/ada.svg",
      }),
      expect.objectContaining({
        place: "people.0.desk",
        message: 'There is no desk "Sience desk", so Ada Keane is listed without one.',
        nearest: "Science desk",
      }),
    ]);
    expect(json("author/ada-keane.json")).toMatchObject({ profile: { role: "Science editor" } });
  });

  it("names no address of mail", async () => {
    const { problems } = await paperOf({ people: [{ ...ADA, contact: "mailto:ada@example.org" }] });
    expect(problems).toEqual([expect.objectContaining({ severity: "error", place: "people.0.contact" })]);
  });
});

describe("the staff page", () => {
  it("lists people desk by desk, and leads to those who have a story", async () => {
    const desks = [{ name: "Science desk", description: "Space." }, { name: "World desk" }];
    const people = [ADA, { name: "Cy Moss", role: "Publisher" }, { name: "Di Orr", desk: "World desk" }];
    const { json, edition } = await paperOf({ desks, people });
    expect(edition?.staff).toBe(true);
    expect(json("staff.json")).toMatchObject({
      groups: [
        { people: [{ name: "Cy Moss", role: "Publisher" }] },
        { desk: { name: "Science desk", description: "Space." }, people: [{ name: "Ada Keane", slug: "ada-keane" }] },
        { desk: { name: "World desk" }, people: [{ name: "Di Orr" }] },
      ],
    });
    expect(JSON.stringify(json("staff.json"))).not.toMatch(/"slug":"(?:cy-moss|di-orr|science-desk)"/u);
  });

  it("is there or not as the settings say", async () => {
    expect((await paperOf({ people: [ADA], staff: false })).paths).not.toContain("/staff");
    const { paths, json } = await paperOf({ people: [{ name: "Ada Keane" }], staff: true });
    expect(paths).toContain("/staff");
    expect(json("staff.json")).toEqual({ groups: [{ people: [{ name: "Ada Keane", slug: "ada-keane" }] }] });
  });
});
