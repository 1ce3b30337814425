import { beforeEach, describe, expect, it } from "vitest";
import { ownVoices } from "#reader/features/listen/voices.ts";
import { fakeSpeech, type FakeVoice } from "./fakeSpeech.ts";

const found = async (language: string, voices: FakeVoice[], late?: number) => {
  fakeSpeech({ voices, ...(late !== undefined && { late }) });
  return (await ownVoices(window.speechSynthesis, language)).map(({ name }) => name);
};

beforeEach(() => localStorage.clear());

describe("the voices of a device for a language", () => {
  it("are only those on the device: a network voice would learn what is read", async () => {
    expect(await found("en", [{ name: "Cloud", lang: "en-US", localService: false }])).toEqual([]);
  });

  it("start with those of the text's country, then those of the device's", async () => {
    const voices = [
      { name: "Alan", lang: "en-GB" },
      { name: "Anna", lang: "de-DE" },
      { name: "Moira", lang: "en_IE" },
      { name: "Karen", lang: "en-AU", default: true },
    ];
    expect(await found("en-IE", voices)).toEqual(["Moira", "Karen", "Alan"]);
    expect(await found("en", voices)).toEqual(["Karen", "Alan", "Moira"]);
    expect(await found("de-AT", voices)).toEqual(["Anna"]);
  });

  it("are waited for while the browser is still loading them", async () => {
    expect(await found("de", [{ name: "Anna", lang: "de-DE" }], 30)).toEqual(["Anna"]);
  });
});
