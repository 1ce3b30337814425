import { describe, expect, it } from "vitest";
import { hearKeys, keepKeys } from "#reader/early/keepKeys.ts";

/** Listens as the shortcuts do. @returns the keys that are heard */
function listening(): string[] {
  const heard: string[] = [];
  document.addEventListener("keydown", ({ key, target }) => heard.push(`${key} on ${target instanceof Element ? target.tagName : "?"}`));
  return heard;
}

const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));

describe("keys that are pressed before the shortcuts are there", () => {
  it("are pressed again where they were, the last two of them and once", () => {
    keepKeys();
    for (const key of ["t", "g", "Shift", "h"]) press(key);
    const heard = listening();
    hearKeys();
    hearKeys();
    expect(heard).toEqual(["g on BODY", "h on BODY"]);
    press("j");
    expect(heard).toEqual(["g on BODY", "h on BODY", "j on BODY"]);
  });
});
