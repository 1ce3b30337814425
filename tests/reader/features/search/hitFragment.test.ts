import { describe, expect, it } from "vitest";
import { passage } from "static-search/text/passage";
import { hitFragment } from "#reader/features/search/hitFragment.ts";

const hashOf = (text: string, ...words: string[]): string => {
  const found = passage(text, new Set(words));
  return found ? decodeURIComponent(hitFragment(found, "en")) : "";
};

describe("the address of a passage", () => {
  it("names it by its first and last words", () => {
    expect(hashOf("Flights over 1,001 reefs of the Great Barrier Reef found bleaching on most of them.", "bleaching")).toBe(
      "#:~:text=Flights over 1,001 reefs,on most of them",
    );
  });

  it("names a short one whole, without the points around it", () => {
    expect(hashOf("“Coral bleaches.”", "coral")).toBe("#:~:text=Coral bleaches");
  });

  it("names of several paragraphs the one with what was found, since no fragment goes across", () => {
    expect(hashOf("A heading\nThe coral is pale, and coral is dear.", "coral")).toBe("#:~:text=The coral is pale, and coral is dear");
  });

  it("writes dashes and commas so that they are text", () => {
    const found = passage("Well-known, pale", new Set(["pale"]));
    expect(found && hitFragment(found)).toBe("#:~:text=Well%2Dknown%2C%20pale");
  });
});
