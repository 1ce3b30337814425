import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { libraryOf } from "#reader/data/library/useLibrary.ts";
import { textFragment } from "#reader/features/library/highlights/textFragment.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { standInForPopovers } from "../../../../support/popoverStandIn.ts";
import { renderApp } from "../../../../support/renderApp.tsx";

anOwnLibrary();

const TEXT = "A chip of the craft's memory had failed, and the team moved its code to other places.";
const body = [TEXT, "Second part."].map((text) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text }] }));
const files = { "article/voyager-1.json": anArticlePage({ article: anArticle({ body }) }) };

const open = standInForPopovers();

// jsdom has no boxes of text.
beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  Object.assign(Range.prototype, { getClientRects: () => [new DOMRect(0, 0, 10, 10)] });
});
afterEach(() => {
  Reflect.deleteProperty(Range.prototype, "getClientRects");
  document.getSelection()?.removeAllRanges();
});

const shown = () => document.querySelector<HTMLElement>(".mark-card");

async function theCard(name: string) {
  await waitFor(() => expect(shown()).toHaveAttribute("aria-label", name));
  expect(open.has(shown()!)).toBe(true);
  return shown()!;
}

const passageOf = (exact: string) => {
  const start = TEXT.indexOf(exact);
  return { exact, prefix: TEXT.slice(0, start), suffix: TEXT.slice(start + exact.length), start, end: start + exact.length };
};
const highlight = (id: string, exact: string, more = {}) =>
  changeLibrary("highlight", id, {
    slug: "voyager-1",
    headline: "Voyager 1",
    passage: passageOf(exact),
    colour: "blue",
    madeAt: 1,
    ...more,
  });
const mark = (id: string) => libraryOf("highlight").get(id);

async function openCard(id: "one" | "two" = "one") {
  await highlight("one", "had failed");
  await highlight("two", "the team", { note: "Who?", colour: "green" });
  const { user } = await renderApp("/article/voyager-1", files);
  // Roles take long where each element is asked whether it is an open popover.
  const signs = await waitFor(() => {
    const found = [...document.querySelectorAll<HTMLElement>(".mark-sign")];
    expect(found).toHaveLength(2);
    return found;
  });
  expect(signs.map((sign) => [sign.id, sign.getAttribute("aria-label"), sign.title, sign.hasAttribute("data-noted")])).toEqual([
    ["highlight-one", "Highlight: “had failed”", "Blue", false],
    ["highlight-two", "Highlight with a note: “the team”", "Green", true],
  ]);
  await user.click(document.getElementById(`highlight-${id}`)!);
  return { user, card: await theCard(`Highlight: “${id === "one" ? "had failed" : "the team"}”`) };
}

test("a highlight gets another colour and a note, which are kept when its card closes", async () => {
  const { user, card } = await openCard();
  expect(card).toHaveFocus();
  expect(within(card).getByLabelText("Blue")).toBeChecked();
  expect(within(card).getByText("Highlights")).toHaveAttribute("href", "/highlights");
  await user.click(within(card).getByLabelText("Yellow"));
  await waitFor(() => expect(mark("one")?.colour).toBe("yellow"));
  await user.type(within(card).getByLabelText("Note"), " Why? ");
  expect(mark("one")?.note).toBeUndefined();
  await user.click(within(card).getByLabelText("Close"));
  await waitFor(() => expect(shown()).toBeNull());
  expect(mark("one")).toMatchObject({ colour: "yellow", note: "Why?" });
  expect(await screen.findByLabelText("Highlight with a note: “had failed”")).toHaveAttribute("data-colour", "yellow");
});

test("an emptied note is removed", async () => {
  const { user, card } = await openCard("two");
  const note = within(card).getByLabelText("Note");
  expect(note).toHaveValue("Who?");
  await user.clear(note);
  await user.click(within(card).getByLabelText("Close"));
  await waitFor(() => expect(mark("two")).not.toHaveProperty("note"));
});

test("a highlight is removed with its card, and can be put back with its latest note", async () => {
  const { user, card } = await openCard();
  await user.type(within(card).getByLabelText("Note"), "Late");
  await user.click(within(card).getByText("Remove"));
  await waitFor(() => expect(mark("one")).toBeUndefined());
  expect(mark("two")).toBeDefined();
  await user.click(await screen.findByText("Undo"));
  await waitFor(() => expect(mark("one")).toMatchObject({ colour: "blue", note: "Late" }));
});

test("its link leads to the words, and says when it is copied", async () => {
  const { user, card } = await openCard();
  await user.click(within(card).getByText("Copy link"));
  await within(card).findByText("Copied");
  expect(await navigator.clipboard.readText()).toMatch(/\/article\/voyager-1#:~:text=/u);
});

/** Selects words of the story, as a reader would. */
async function select(exact: string) {
  const { user } = await renderApp("/article/voyager-1", files);
  const node = screen.getByText(TEXT).firstChild!;
  const range = document.createRange();
  range.setStart(node, TEXT.indexOf(exact));
  range.setEnd(node, TEXT.indexOf(exact) + exact.length);
  act(() => document.getSelection()?.addRange(range));
  document.dispatchEvent(new Event("selectionchange"));
  return { user, tools: await screen.findByLabelText("Highlight this passage") };
}

test("selected words are highlighted in a colour, or with a note", async () => {
  const { user, tools } = await select("had failed");
  expect(within(tools).getAllByRole("button")).toHaveLength(5);
  await user.click(within(tools).getByRole("button", { name: /green/iu }));
  const sign = await screen.findByLabelText("Highlight: “had failed”");
  await waitFor(() => expect(sign).toHaveFocus());
  expect([...libraryOf("highlight").values()]).toEqual([
    expect.objectContaining({
      slug: "voyager-1",
      headline: "Voyager 1 makes sense again",
      colour: "green",
      passage: expect.objectContaining({ exact: "had failed" }),
    }),
  ]);
  expect(String(document.getSelection())).toBe("");
  expect(await screen.findByText("Highlighted")).toBeInTheDocument();
});

test("a note is written at once", async () => {
  const { user, tools } = await select("the team");
  await user.click(within(tools).getByRole("button", { name: "Add a note" }));
  const card = await theCard("Highlight: “the team”");
  expect(within(card).getByLabelText("Note")).toHaveFocus();
  expect(within(card).getByLabelText("Yellow")).toBeChecked();
});

test("a link to words names what is before and after them if it must, and marks what has a meaning in it", () => {
  document.body.insertAdjacentHTML("beforeend", "<main><p>One well-known word, here</p><p>Another word there</p></main>");
  const [first, second] = document.querySelectorAll("main p");
  const fragmentOf = (node: Node, start: number, end: number) => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return textFragment(range);
  };
  expect(fragmentOf(first!.firstChild!, 4, 14)).toBe("#:~:text=One-,well%2Dknown,-word%2C%20here");
  expect(fragmentOf(second!.firstChild!, 8, 12)).toBe("#:~:text=Another-,word,-there");
  document.querySelector("main")?.remove();
});
