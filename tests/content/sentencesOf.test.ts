import { describe, expect, it } from "vitest";
import { sentencesOf, wholeSentences } from "#content/sentencesOf.ts";

describe("the sentences of a text", () => {
  it("end where the language ends them", () => {
    expect(sentencesOf("It rained. It poured! Did it stop?", "en")).toEqual(["It rained.", "It poured!", "Did it stop?"]);
    expect(sentencesOf("今日は雨です。明日は晴れます。", "ja")).toEqual(["今日は雨です。", "明日は晴れます。"]);
    expect(sentencesOf("هل توقف المطر؟ نعم، توقف.", "ar")).toEqual(["هل توقف المطر؟", "نعم، توقف."]);
  });

  it("do not end at an ordinal, an initial or a title", () => {
    expect(sentencesOf("In der Nacht zum 1. Februar 1953 brachen die Deiche. Es war 1953. Niemand schlief.", "de")).toEqual([
      "In der Nacht zum 1. Februar 1953 brachen die Deiche.",
      "Es war 1953.",
      "Niemand schlief.",
    ]);
    expect(sentencesOf("Dr. J. Robert Oppenheimer spoke. He left.", "en")).toEqual(["Dr. J. Robert Oppenheimer spoke.", "He left."]);
  });

  it("leave out what has no word in it", () => {
    expect(sentencesOf("One. … ***", "en")).toEqual(["One."]);
    expect(sentencesOf("  ", "en")).toEqual([]);
  });

  it("are parted at a breath where they take longer than a browser speaks, and nothing is lost", () => {
    const long = Array.from({ length: 30 }, (_, number) => `the ${number}th clause of it all`).join(", ");
    const parts = sentencesOf(`${long}.`, "en");
    expect(parts.length).toBeGreaterThan(2);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(200);
    expect(parts.join(" ")).toBe(`${long}.`);
    expect(wholeSentences(`${long}. It ends.`, "en")).toEqual([`${long}.`, "It ends."]);
  });

  it("are shorter where one sign is a syllable", () => {
    const long = `${Array.from({ length: 20 }, () => "大雨在三天之内淹没了城市").join("，")}。`;
    expect(Math.max(...sentencesOf(long, "zh").map((part) => part.length))).toBeLessThanOrEqual(60);
  });
});
