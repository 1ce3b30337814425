import { afterEach, describe, expect, it } from "vitest";
import { pressedKey } from "#reader/features/shortcuts/pressedKey.ts";

afterEach(() => document.body.replaceChildren());

/** What a key press means when it happens on an element with this HTML. */
function pressed(init: KeyboardEventInit, html = "<p></p>"): string | undefined {
  document.body.innerHTML = html;
  let key: string | undefined;
  document.addEventListener("keydown", (event) => (key = pressedKey(event)), { once: true });
  const deepest = document.body.querySelector(":not(:has(*))");
  deepest?.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
  return key;
}

describe("a pressed key", () => {
  it("is its own name", () => {
    expect(pressed({ key: "j" })).toBe("j");
    expect(pressed({ key: "?", shiftKey: true })).toBe("?");
  });

  it.each([
    "<input>",
    '<input type="search">',
    "<textarea></textarea>",
    "<select></select>",
    '<div contenteditable="true"><b></b></div>',
    '<div role="textbox"></div>',
  ])("is none of ours while typing into %s", (html) => {
    expect(pressed({ key: "j" }, html)).toBeUndefined();
  });

  it.each(['<input type="checkbox">', '<input type="radio">', "<button></button>", '<div contenteditable="false"></div>'])(
    "is ours on %s, where nothing is typed",
    (html) => {
      expect(pressed({ key: "j" }, html)).toBe("j");
    },
  );

  it("is the browser's with a modifier", () => {
    expect(pressed({ key: "c", ctrlKey: true })).toBeUndefined();
    expect(pressed({ key: "c", metaKey: true })).toBeUndefined();
    expect(pressed({ key: "[", altKey: true })).toBeUndefined();
  });

  it("is ours with AltGr, which some keyboards need for brackets", () => {
    expect(pressed({ key: "[", ctrlKey: true, altKey: true, modifierAltGraph: true })).toBe("[");
  });

  it("is none of ours while a word is being composed, or while a dialog is open", () => {
    expect(pressed({ key: "j", isComposing: true })).toBeUndefined();
    expect(pressed({ key: "j" }, "<dialog open></dialog>")).toBeUndefined();
  });

  it("counts by its place on a keyboard without Latin letters", () => {
    expect(pressed({ key: "ت", code: "KeyJ" })).toBe("j");
    expect(pressed({ key: "ج", code: "BracketLeft" })).toBe("[");
    expect(pressed({ key: "؟", code: "Slash", shiftKey: true })).toBe("?");
  });
});
