import { renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { changeLibrary, library } from "#reader/data/library/library.ts";
import { libraryOf } from "#reader/data/library/useLibrary.ts";
import { placeInView, rangeAt } from "#reader/features/library/reading/placeInText.ts";
import { useReadingPlace } from "#reader/features/library/reading/useReadingPlace.ts";
import { anArticle } from "../../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";

anOwnLibrary();

/** The tops of four paragraphs of 100 pixels each, in a window of 300. */
let tops: number[];
let caret: { offsetNode: Node; offset: number } | null;
const caretPositionFromPoint = vi.fn<(x: number, y: number) => typeof caret>();
let isHidden = false;

beforeEach(async () => {
  document.body.innerHTML = `<div class="prose">${[1, 2, 3, 4].map((n) => `<p id="p-${n}">Text of ${n}</p>`).join("")}<p>No place</p></div>`;
  document.querySelectorAll<HTMLElement>("[id^=p-]").forEach((paragraph, place) => {
    const box = () => new DOMRect(10, tops[place], 300, 100);
    Object.assign(paragraph, { getClientRects: () => [box()], getBoundingClientRect: box });
  });
  caret = null;
  caretPositionFromPoint.mockImplementation(() => caret);
  Object.assign(document, { caretPositionFromPoint });
  vi.stubGlobal("innerHeight", 300);
  isHidden = false;
  vi.spyOn(document, "hidden", "get").mockImplementation(() => isHidden);
  history.replaceState(null, "", "/article/voyager-1");
  await library().ready;
});
afterEach(() => {
  Reflect.deleteProperty(document, "caretPositionFromPoint");
  vi.restoreAllMocks();
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
});

const paragraph = (number: number) => document.getElementById(`p-${number}`)!;

it("the place is the first paragraph whose text is not under the masthead, and how much of it is", () => {
  tops = [-200, -28, 72, 172];
  caret = { offsetNode: paragraph(3).firstChild!, offset: 4 };
  expect(placeInView()).toEqual({ paragraph: 3, offset: 0, atEnd: true });
  tops = [-200, -27, 73, 201];
  caret = { offsetNode: paragraph(2).firstChild!, offset: 5 };
  expect(placeInView()).toEqual({ paragraph: 2, offset: 5, atEnd: false });
  expect(caretPositionFromPoint).toHaveBeenLastCalledWith(12, 76);
  paragraph(2).style.direction = "rtl";
  placeInView();
  expect(caretPositionFromPoint).toHaveBeenLastCalledWith(308, 76);
  caret = { offsetNode: paragraph(1).firstChild!, offset: 5 };
  expect(placeInView()?.offset).toBe(0);
  caret = null;
  expect(placeInView()?.offset).toBe(0);
  tops = [-900, -800, -700, -600];
  expect(placeInView()).toEqual({ paragraph: 4, offset: 0, atEnd: true });
  document.body.replaceChildren();
  expect(placeInView()).toBeUndefined();
});

it("leads back to the letter", () => {
  expect(String(rangeAt({ paragraph: 2, offset: 5 }))).toBe("o");
  expect(rangeAt({ paragraph: 2, offset: 500 })?.collapsed).toBe(true);
  expect(rangeAt({ paragraph: 9, offset: 0 })).toBeUndefined();
});

/** Scrolls, and leaves the page, where a phone may end it. */
async function leave(): Promise<void> {
  dispatchEvent(new Event("scroll"));
  isHidden = true;
  document.dispatchEvent(new Event("visibilitychange"));
  isHidden = false;
  await library().ready;
}

const story = anArticle();
const place = () => libraryOf("position").get("voyager-1");
const saved = () => libraryOf("saved").get("voyager-1");

it("the place is noted from the second paragraph on, and only on the story's own page", async () => {
  renderHook(() => useReadingPlace(story));
  tops = [72, 172, 272, 372];
  await leave();
  expect(place()).toBeUndefined();
  tops = [-28, 72, 172, 272];
  history.replaceState(null, "", "/article/another");
  await leave();
  expect(place()).toBeUndefined();
  history.replaceState(null, "", "/article/voyager-1");
  // Nothing has moved since.
  isHidden = true;
  document.dispatchEvent(new Event("visibilitychange"));
  expect(place()).toBeUndefined();
  await leave();
  await vi.waitFor(() => expect(place()).toMatchObject({ slug: "voyager-1", paragraph: 2, offset: 0 }));
});

it("the place is noted once the page rests, and no more after it was left", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const seen = vi.spyOn(document, "querySelectorAll");
  const { unmount } = renderHook(() => useReadingPlace(story));
  tops = [72, 172, 272, 372];
  seen.mockClear();
  dispatchEvent(new Event("scroll"));
  vi.advanceTimersByTime(799);
  dispatchEvent(new Event("scroll"));
  vi.advanceTimersByTime(799);
  expect(seen).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(seen).toHaveBeenCalledOnce();
  dispatchEvent(new Event("scroll"));
  unmount();
  dispatchEvent(new Event("scroll"));
  vi.runAllTimers();
  expect(seen).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

it("at the end the place is forgotten, and a saved story is read, or removed if the reader wants that", async () => {
  await changeLibrary("position", "voyager-1", { slug: "voyager-1", paragraph: 2, offset: 0, at: 1 });
  await changeLibrary("saved", "voyager-1", { slug: "voyager-1", headline: "Voyager 1", savedAt: 1 });
  renderHook(() => useReadingPlace(story));
  tops = [-100, 0, 100, 200];
  await leave();
  await vi.waitFor(() => expect(saved()).toMatchObject({ read: true }));
  expect(place()).toBeUndefined();
});
