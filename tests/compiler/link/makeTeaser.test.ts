import { describe, expect, it } from "vitest";
import { storyLink, makeTeaser, teaserOn } from "#compiler/link/makeTeaser.ts";
import { makeArticle, makeImage, ref } from "../../support/makeArticle.ts";

const english = { language: "en", direction: "ltr" } as const;

describe("teaser", () => {
  it("takes the first topic for its kicker, before places and the section", () => {
    const article = makeArticle({ topics: [ref("Europol"), ref("Cybercrime")], places: [ref("London")], section: ref("Europe") });
    expect(makeTeaser(article, english).kicker).toEqual({ slug: "europol", name: "Europol", kind: "topic" });
  });

  it("falls back to the first place, then to the section, then to nothing", () => {
    expect(makeTeaser(makeArticle({ places: [ref("London")], section: ref("Europe") }), english).kicker?.kind).toBe("place");
    expect(makeTeaser(makeArticle({ section: ref("Europe") }), english).kicker?.kind).toBe("section");
    expect(makeTeaser(makeArticle(), english).kicker).toBeUndefined();
  });

  it("does not repeat the name of the page that it is on", () => {
    const article = makeArticle({ topics: [ref("Europol"), ref("Cybercrime")], section: ref("Europe") });
    const kickerOn = (kind: string, slug: string) => teaserOn({ kind, slug }, article, english).kicker?.name;
    expect(kickerOn("topic", "europol")).toBe("Cybercrime");
    expect(kickerOn("section", "europe")).toBe("Europol");
    expect(teaserOn({ kind: "section", slug: "europe" }, makeArticle({ section: ref("Europe") }), english).kicker).toBeUndefined();
  });

  it("names the first author only", () => {
    const authors = [
      { ...ref("Science desk"), kind: "desk" as const },
      { ...ref("World desk"), kind: "desk" as const },
    ];
    expect(makeTeaser(makeArticle({ authors }), english).byline).toBe("Science desk");
  });

  it("leaves the words of a picture to the article's page", () => {
    const image = { ...makeImage("reef"), caption: [{ type: "text" as const, text: "A reef." }], credit: "Drawing: Broadsheet" };
    expect(makeTeaser(makeArticle({ image }), english).image).toEqual({
      url: "/pictures/reef-1a2b3c4d.svg",
      width: 1200,
      height: 750,
      sources: [],
    });
  });

  it("names in a list only those files of its picture that fit there", () => {
    const sources = [480, 960, 1280].map((width) => ({ url: `/pictures/reef-${width}.avif`, width, type: "image/avif" as const }));
    const inList = (from: typeof sources) => {
      const article = makeArticle({ image: { ...makeImage("reef"), sources: from } });
      return teaserOn({ kind: "latest", slug: "latest" }, article, english).image?.sources.map(({ width }) => width);
    };
    expect(inList(sources)).toEqual([480, 960]);
    expect(inList(sources.slice(2))).toEqual([1280]);
  });

  it("says that the story has a recording only where it has one", () => {
    const audio = { url: "/media/flood.mp3", kind: "narration" as const };
    expect(makeTeaser(makeArticle({ audio }), english)).toMatchObject({ hasRecording: true });
    expect(makeTeaser(makeArticle(), english)).not.toHaveProperty("hasRecording");
  });

  it("says its language and direction only where the edition's differ", () => {
    expect(makeTeaser(makeArticle(), english)).not.toHaveProperty("inLanguage");
    expect(makeTeaser(makeArticle({ inLanguage: "de" }), english)).toMatchObject({ inLanguage: "de" });
    expect(makeTeaser(makeArticle({ inLanguage: "de" }), english)).not.toHaveProperty("direction");
    expect(storyLink(makeArticle({ inLanguage: "ar", direction: "rtl" }), english)).toMatchObject({ inLanguage: "ar", direction: "rtl" });
    expect(storyLink(makeArticle({ inLanguage: "ar", direction: "rtl" }), { language: "ar", direction: "rtl" })).not.toHaveProperty(
      "direction",
    );
  });
});
