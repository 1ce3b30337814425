import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Image } from "#content/image.ts";
import { filesIn, temporaryFolder } from "../../../support/temporaryFolder.ts";
import { built, contentOf, story } from "./edition.ts";
import { brokenPhoto, fromCamera, moving, photo } from "./photo.ts";

const picturesOf = (out: string): string[] => (existsSync(join(out, "pictures")) ? readdirSync(join(out, "pictures")).toSorted() : []);

const widthsOf = (image: Image | undefined, type: string) =>
  image?.sources.filter((source) => source.type === type).map(({ width }) => width);

describe("a photograph", () => {
  it("comes as AVIF in six widths, and its plain file is a JPEG of at least 1200 pixels", async () => {
    const { out, article, steps } = await built(
      contentOf({ "story.json": story("Old Bridge.jpg"), "Old Bridge.jpg": await photo(2400, 1600).jpeg().toBuffer() }),
    );
    const { image } = article;
    expect(image).toMatchObject({
      width: 1280,
      height: 853,
      url: expect.stringMatching(/^\/pictures\/old-bridge-[0-9a-f]{8}-1280\.jpg$/u),
    });
    expect(image?.sources.map(({ type, width }) => `${type} ${width}`)).toEqual(
      [320, 480, 640, 960, 1280, 1920].map((width) => `image/avif ${width}`),
    );
    for (const { url, width, type } of [...(image?.sources ?? []), { url: image?.url ?? "", width: 1280, type: "image/jpeg" }]) {
      const read = await sharp(join(out, url)).metadata();
      expect([read.width, `image/${read.format === "heif" ? "avif" : read.format}`]).toEqual([width, type]);
    }
    expect(picturesOf(out)).toHaveLength(7);
    expect(steps).toEqual(["1 of 1"]);
  });

  it.each([
    { width: 1600, widths: [320, 480, 640, 960, 1280, 1600], plain: 1280 },
    { width: 1200, widths: [320, 480, 640, 960, 1200], plain: 1200 },
    { width: 1100, widths: [320, 480, 640, 960], plain: 960 },
    { width: 600, widths: [320, 480, 600], plain: 600 },
    { width: 300, widths: [300], plain: 300 },
  ])("of $width pixels is never made larger, and has its own width where none is near it", async ({ width, widths, plain }) => {
    const { article } = await built(contentOf({ "story.json": story("x.png"), "x.png": await photo(width, 400).png().toBuffer() }));
    expect([widthsOf(article.image, "image/avif"), article.image?.sources.length, article.image?.width]).toEqual([
      widths,
      widths.length,
      plain,
    ]);
  });

  it("comes as WebP in all widths where the edition wants no AVIF", async () => {
    const files = {
      "story.json": story("x.jpg"),
      "x.jpg": await photo(700, 300).jpeg().toBuffer(),
      "edition.json": '{"pictures":{"avif":false}}',
    };
    const { article } = await built(contentOf(files));
    expect(article.image?.sources.map(({ type, width }) => `${type} ${width}`)).toEqual(
      [320, 480, 640].map((width) => `image/webp ${width}`),
    );
  });

  it("that one can see through stays so, but is white as a JPEG", async () => {
    const { out, article } = await built(contentOf({ "story.json": story("x.png"), "x.png": await photo(400, 300, 0).png().toBuffer() }));
    const { url = "", sources = [] } = article.image ?? {};
    for (const source of sources) expect((await sharp(join(out, source.url)).stats()).channels.at(3)?.max, source.url).toBe(0);
    expect((await sharp(join(out, url)).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255]);
  });

  it("stands as the camera was held, and tells nothing of place, time or photographer", async () => {
    const original = await fromCamera(1000, 600);
    expect((await sharp(original).metadata()).exif?.toString("latin1")).toContain("Jane Roe");
    const { out, article } = await built(contentOf({ "story.json": story("x.jpg"), "x.jpg": original }));
    expect(article.image).toMatchObject({ width: 600, height: 1000 });
    for (const file of picturesOf(out)) {
      const { orientation, exif, xmp, iptc, icc } = await sharp(join(out, "pictures", file)).metadata();
      expect({ orientation, exif, xmp, iptc, icc }, file).toEqual({});
      expect(readFileSync(join(out, "pictures", file), "latin1")).not.toMatch(/Jane|GPS|2024:04/u);
    }
  });

  it("that is broken is reported, and its caption stands in its place", async () => {
    const figure = { type: "figure", image: { file: "broken.jpg", alt: "A door", caption: "The door is shut.", credit: "Jane Roe" } };
    const text = {
      headline: "A story",
      datePublished: "2024-04-22",
      image: "broken.jpg",
      body: ["Before.", figure, { type: "gallery", images: [figure.image, { file: "x.png", alt: "Sky" }] }],
    };
    const files = { "story.json": JSON.stringify(text), "broken.jpg": await brokenPhoto(), "x.png": await photo(40, 30).png().toBuffer() };
    for (const encode of [true, false]) {
      const { article, messages } = await built(contentOf(files), { encode });
      expect(article.image).toBeUndefined();
      const caption = {
        type: "paragraph",
        children: [
          { type: "text", text: "The door is shut." },
          { type: "text", text: " Jane Roe" },
        ],
      };
      expect(article.body).toMatchObject([{ type: "paragraph" }, caption, { type: "gallery", images: [{ alt: "Sky" }] }, caption]);
      expect(messages).toContainEqual(
        expect.stringMatching(/^The picture broken\.jpg cannot be decoded and may be broken \(.+\); its words are shown instead\.$/u),
      );
    }
  });

  it("that has no words for those who cannot see it is a warning", async () => {
    const files = { "story.json": story("x.png").replace("What it shows", ""), "x.png": await photo(40, 30).png().toBuffer() };
    const { messages } = await built(contentOf(files), { encode: false });
    expect(messages).toContain("The picture x.png has no alternative text (alt) for readers who cannot see what is shown.");
  });

  it("to which a link leads is the file that every browser shows", async () => {
    const files = {
      "story.md": "---\nheadline: A story\ndate: 2024-04-22\n---\n[Look](x.jpg)",
      "x.jpg": await photo(1600, 900).jpeg().toBuffer(),
    };
    const { out, article } = await built(contentOf(files));
    const url = /"url":"(\/pictures\/[^"]+)"/u.exec(JSON.stringify(article.body))?.[1] ?? "";
    expect(url).toMatch(/-1280\.jpg$/u);
    expect(existsSync(join(out, url))).toBe(true);
  });
});

describe("a picture that moves", () => {
  it("keeps moving, as WebP and as GIF", async () => {
    const { out, article } = await built(
      contentOf({ "story.json": story("x.gif"), "x.gif": await moving(1200, 600, ["red", "lime", "blue"]) }),
    );
    const { image } = article;
    expect(image).toMatchObject({ url: expect.stringMatching(/-960\.gif$/u), width: 960, height: 480 });
    expect(image?.sources.map(({ type }) => type)).toEqual(["image/webp"]);
    for (const { url } of [image ?? { url: "" }, ...(image?.sources ?? [])])
      expect((await sharp(join(out, url)).metadata()).pages, url).toBe(3);
  });
});

describe("a drawing", () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><script>x</script><rect width="600" height="300" fill="#c00"/></svg>';

  it("stays one without what could run, and has a bitmap for social networks where it leads a story", async () => {
    const text = { type: "figure", image: { file: "y.svg", alt: "Blue" } };
    const files = {
      "story.json": story("x.svg").replace('"Words."', JSON.stringify([text])),
      "x.svg": drawing,
      "y.svg": drawing.replace("#c00", "#00c"),
    };
    const { out, article, messages } = await built(contentOf(files));
    const { image } = article;
    expect(image).toMatchObject({ width: 600, height: 300, sources: [], url: expect.stringMatching(/^\/pictures\/x-[0-9a-f]{8}\.svg$/u) });
    expect(readFileSync(join(out, image?.url ?? ""), "utf8")).not.toContain("script");
    expect(image?.card).toMatchObject({ width: 1200, height: 600 });
    expect(await sharp(join(out, image?.card?.url ?? "")).metadata()).toMatchObject({ format: "png", width: 1200, height: 600 });
    expect(article.body).toMatchObject([{ image: { alt: "Blue" } }]);
    expect(JSON.stringify(article.body)).not.toContain("card");
    expect(messages).toContain("The drawing x.svg held a script, which was taken out of it.");
  });
});

describe("what was made of pictures", () => {
  it("is the same from run to run, whether or not it was there before", async () => {
    const content = contentOf({ "story.json": story("x.jpg"), "x.jpg": await fromCamera(700, 500) });
    const [first, kept, anew] = [await built(content), await built(content), await built(content, { cache: temporaryFolder() })];
    expect(filesIn(first.out).size).toBeGreaterThan(10);
    for (const other of [kept, anew]) expect(filesIn(other.out)).toEqual(filesIn(first.out));
  });

  it("is kept in a folder that Git does not see, and never made twice for the same bytes", async () => {
    const content = contentOf({ "story.json": story("x.jpg"), "x.jpg": await photo(400, 300).jpeg().toBuffer() });
    await built(content);
    expect(readFileSync(join(content, ".broadsheet/.gitignore"), "utf8")).toBe("*\n");
    const made = () =>
      Object.fromEntries(
        [...filesIn(join(content, ".broadsheet")).keys()].map((file) => [file, statSync(join(content, ".broadsheet", file)).ino]),
      );
    const before = made();
    await built(content);
    expect(made()).toEqual(before);
    writeFileSync(join(content, "x.jpg"), await photo(400, 301).jpeg().toBuffer());
    const { article } = await built(content);
    expect(article.image).toMatchObject({ height: 301 });
    expect(Object.keys(made()).length).toBe(2 * Object.keys(before).length - 1);
  });

  it("is not needed by those who only look", async () => {
    const content = contentOf({ "story.json": story("x.jpg"), "x.jpg": await photo(400, 300).jpeg().toBuffer() });
    const { out, article } = await built(content, { encode: false });
    expect(article.image?.sources).toEqual([]);
    expect(picturesOf(out)).toHaveLength(1);
    expect(existsSync(join(content, ".broadsheet"))).toBe(false);
  });
});
