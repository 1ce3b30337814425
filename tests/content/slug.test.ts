import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SlugSchema } from "#content/article.ts";
import { dottedSlug, slug } from "#content/slug.ts";
import { safeParse } from "valibot";

describe("slug", () => {
  it("joins lower-case words by single hyphens", () => {
    expect(slug("  Voyager 1 — is making sense!  ")).toBe("voyager-1-is-making-sense");
  });

  it("drops apostrophes without parting the word", () => {
    expect(slug("A year’s rain on Dubai")).toBe("a-years-rain-on-dubai");
  });

  it("keeps letters of any script, so that an address can be read", () => {
    expect(slug("الطبق الذي لم يغسله أحد")).toBe("الطبق-الذي-لم-يغسله-أحد");
    expect(slug("Børsen brænder")).toBe("børsen-brænder");
    expect(slug("北京 2008")).toBe("北京-2008");
  });

  it("tells names apart that differ by a sign alone", () => {
    const names = ["C", "C++", "C#", "Disney", "Disney+"];
    expect(names.map(slug)).toEqual(["c", "c-plus-plus", "c-sharp", "disney", "disney-plus"]);
    expect([slug("C++11 and C# 8"), slug("1+1, a+b, #1 and +1")]).toEqual(["c-plus-plus-11-and-c-sharp-8", "1-1-a-b-1-and-1"]);
  });

  it("gives the same slug for composed and decomposed accents", () => {
    expect(slug("Cafe\u0301")).toBe(slug("Caf\u00e9"));
  });

  it("makes one slug of a Turkish name, whether it begins with a capital or not", () => {
    expect(["İstanbul", "I\u0307stanbul", "istanbul", "i\u0307stanbul"].map(slug)).toEqual(Array.from({ length: 4 }, () => "istanbul"));
    expect(["İstanbul", "istanbul"].map((name) => dottedSlug(name, "2024-04-22T00:00:00Z"))).toEqual(["i\u0307stanbul", undefined]);
    expect(dottedSlug("İstanbul", "2027-01-01T00:00:00Z")).toBeUndefined();
  });

  it("cuts long headlines at a hyphen near eighty characters", () => {
    const long = slug("word ".repeat(40));
    expect(long.length).toBeLessThanOrEqual(80);
    expect(long).toMatch(/^(word-)*word$/u);
  });

  it("never cuts inside a grapheme", () => {
    const family = "क्षि".repeat(60);
    const graphemes = [...new Intl.Segmenter("hi", { granularity: "grapheme" }).segment(family)].map(({ segment }) => segment);
    expect(slug(family)).toBe(graphemes.slice(0, Math.floor(80 / "क्षि".length)).join(""));
  });

  it("leaves no invisible part of an emoji in an address", () => {
    expect(slug("I ❤️ NY")).toBe("i-ny");
    expect(slug("1️⃣ first")).toBe("1-first");
    expect(slug("🏳️‍🌈")).toBe("");
    expect(slug("👨‍👩‍👧‍👦 family")).toBe("family");
  });

  it("keeps a word whole that an invisible character runs through", () => {
    expect(slug("Küsten\u00adschutz")).toBe("küstenschutz");
    expect(slug("می\u200cخواهم")).toBe("میخواهم");
    expect(slug("क्\u200dष")).toBe("क्ष");
  });

  it("keeps Chinese, Japanese, Korean and Thai, and cuts them between letters", () => {
    expect(slug("首尔：韩国 뉴스")).toBe("首尔-韩国-뉴스");
    expect(slug("日本語".repeat(40))).toBe("日本語".repeat(26) + "日本");
    expect(slug("ก่อนหน้า".repeat(20))).toBe("ก่อนหน้า".repeat(10));
  });

  it("is empty where there is no letter or digit", () => {
    expect(slug("?! …")).toBe("");
  });

  it("always gives nothing or an address that the contract lets in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const made = slug(text);
        return made === "" || safeParse(SlugSchema, made).success;
      }),
    );
  });
});
