import { existsSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { newArticle, newPost } from "#cli/newArticle.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const MORNING = new Date("2024-04-22T07:10:30Z");

function frontMatter(file: string): Record<string, unknown> {
  return parse(readFileSync(file, "utf8").split("---")[1] ?? "");
}

describe("a new story", () => {
  it("has its headline, its time and room for the rest", async () => {
    const file = await newArticle('Rain: "a lot" of it', temporaryFolder(), MORNING);
    expect(file).toMatch(/articles.rain-a-lot-of-it\.md$/u);
    expect(frontMatter(file)).toMatchObject({
      headline: 'Rain: "a lot" of it',
      datePublished: "2024-04-22T07:10:00Z",
      topics: [],
      draft: true,
    });
  });

  it("has the time by the paper's clock, and says which sections there are", async () => {
    const content = temporaryFolder();
    const settings = { timeZone: "Europe/Amsterdam", sections: [{ name: "Harbour" }, { name: "Town" }] };
    writeFileSync(join(content, "edition.json"), JSON.stringify(settings));
    const file = await newArticle("Rain", content, MORNING);
    expect(frontMatter(file)).toMatchObject({ datePublished: "2024-04-22T09:10:00+02:00", section: "" });
    expect(readFileSync(file, "utf8")).toContain('section: "" # Harbour, Town\n');
  });

  it("shows how a picture is named, in a line that only has to be taken out of its comment", async () => {
    const file = await newArticle("Rain", temporaryFolder(), MORNING);
    writeFileSync(file, readFileSync(file, "utf8").replace("# image:", "image:"));
    expect(frontMatter(file)["image"]).toEqual({ file: "../pictures/NAME.jpg", alt: "What it shows", caption: "", credit: "" });
  });

  it("can be begun where the settings have a fault", async () => {
    const content = temporaryFolder();
    writeFileSync(join(content, "edition.json"), '{ "nmae": "The Post" }');
    expect(frontMatter(await newArticle("Rain", content, MORNING))["datePublished"]).toBe("2024-04-22T07:10:00Z");
  });

  it("is written into a paper that is there, and makes none elsewhere", async () => {
    const content = join(temporaryFolder(), "content");
    await expect(newArticle("Rain", content)).rejects.toThrow("There is no folder");
    expect(existsSync(content)).toBe(false);
  });

  it("never takes the place of another", async () => {
    const content = temporaryFolder();
    const file = await newArticle("Rain", content, MORNING);
    writeFileSync(file, "Finished.");
    await expect(newArticle("Rain", content, MORNING)).rejects.toThrow("it already exists");
    expect(readFileSync(join(content, "articles", "rain.md"), "utf8")).toBe("Finished.");
  });

  it("needs a headline with something to name its file by", async () => {
    await expect(newArticle("…", temporaryFolder())).rejects.toThrow("at least one letter or digit");
  });
});

describe("a new post", () => {
  it("stands in the folder of its live blog with the moment that it is", async () => {
    const content = temporaryFolder();
    await newArticle("Landing", content, MORNING);
    const file = await newPost("The parachutes are out", "landing", content, MORNING);
    expect(file).toBe(join(content, "articles", "landing", "posts", "the-parachutes-are-out.md"));
    expect(frontMatter(file)).toMatchObject({ headline: "The parachutes are out", date: "2024-04-22T07:10:00Z", draft: true });
  });

  it.each(["landing.mdx", "landing.json", "landing/index.md"])("belongs to a story in %s", async (file) => {
    const content = temporaryFolder();
    mkdirSync(join(content, "articles", "landing"), { recursive: true });
    writeFileSync(join(content, "articles", file), "");
    expect(await newPost("Out", "landing", content)).toBe(join(content, "articles", "landing", "posts", "out.md"));
  });

  it("needs a story", async () => {
    await expect(newPost("Out", "landing", temporaryFolder())).rejects.toThrow(/There is no story .*landing\.md/u);
  });
});
