import { describe, expect, it, vi } from "vitest";
import { shortcutsReady, replayKeys, shortcutsFailed } from "#loading/early/replayKeys.ts";

/** Listens as the shortcuts do. @returns the keys that are heard */
function listening(): string[] {
  const heard: string[] = [];
  document.addEventListener("keydown", ({ key, target }) => heard.push(`${key} on ${target instanceof Element ? target.tagName : "?"}`));
  return heard;
}

const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));

describe("keys pressed before the shortcuts have loaded", () => {
  it("are replayed once on the same element, the last two of them", () => {
    replayKeys();
    for (const key of ["t", "g", "Shift", "h"]) press(key);
    const heard = listening();
    shortcutsReady();
    shortcutsReady();
    expect(heard).toEqual(["g on BODY", "h on BODY"]);
    press("j");
    expect(heard).toEqual(["g on BODY", "h on BODY", "j on BODY"]);
  });

  it("are reported once if the shortcuts fail to load, and replayed when they have loaded", () => {
    replayKeys();
    const complain = vi.fn();
    shortcutsFailed(complain);
    press("Shift");
    const field = document.body.appendChild(document.createElement("input"));
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "t", bubbles: true }));
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "c", ctrlKey: true, bubbles: true }));
    expect(complain).not.toHaveBeenCalled();
    for (const key of ["g", "h"]) press(key);
    expect(complain).toHaveBeenCalledTimes(1);
    const heard = listening();
    shortcutsReady();
    expect(heard).toEqual(["g on BODY", "h on BODY"]);
  });

  it("are reported too if they were pressed before the failure", () => {
    replayKeys();
    press("t");
    const complain = vi.fn();
    shortcutsFailed(complain);
    expect(complain).toHaveBeenCalledTimes(1);
    shortcutsReady();
  });
});
