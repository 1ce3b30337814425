import { render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { EditionProvider } from "#reader/edition/EditionContext.ts";
import { WordsProvider } from "#reader/i18n/words.ts";
import { PrintEdition } from "#reader/pages/print/PrintEdition.tsx";
import { anArticle, anEdition } from "../../../support/anArticle.ts";
import { wordsIn } from "../../../support/words.ts";

const print = vi.fn();
let decode: () => Promise<void>;

beforeEach(() => {
  print.mockClear();
  decode = async () => {};
  vi.stubGlobal("print", print);
  HTMLImageElement.prototype.decode = () => decode();
});
afterEach(() => void Reflect.deleteProperty(HTMLImageElement.prototype, "decode"));

const text = (words: string) => ({ type: "text" as const, text: words });
const noted = [
  { type: "paragraph" as const, children: [text("Far"), { type: "noteRef" as const, note: "1" }] },
  { type: "note" as const, id: "1", children: [{ type: "paragraph" as const, children: [text("Very far.")] }] },
];
const image = { url: "/pictures/x.svg", width: 1200, height: 750, sources: [], alt: "A probe" };
const stories = [
  anArticle({
    slug: "a",
    headline: "First",
    standfirst: "In short.",
    image,
    body: noted,
    authors: [{ slug: "ada", name: "Ada", kind: "person" }],
  }),
  anArticle({ slug: "b", headline: "الثاني", inLanguage: "ar", direction: "rtl", body: noted }),
];

function show() {
  const onEnd = vi.fn();
  const { page, export: words } = wordsIn("en");
  const { unmount } = render(
    <EditionProvider value={anEdition}>
      <WordsProvider value={page}>
        <PrintEdition stories={stories} words={words} onEnd={onEnd} />
      </WordsProvider>
    </EditionProvider>,
  );
  return { onEnd, unmount };
}

it("prints stories under a list of them, with who wrote them and when, once their pictures have loaded", async () => {
  let load = (): void => {};
  decode = () => new Promise((done) => (load = done));
  const { onEnd } = show();
  const [first, second] = screen.getAllByRole("article");
  expect(screen.getByText("The Paper")).toBeInTheDocument();
  expect(screen.getByText(/ · 2 stories$/u)).toBeInTheDocument();
  const [entry, other] = within(screen.getAllByRole("list")[0]!).getAllByRole("listitem");
  expect(entry).toHaveTextContent("First In short.");
  expect([other?.lang, other?.dir, second?.lang, second?.dir]).toEqual(["ar", "rtl", "ar", "rtl"]);
  expect(first?.querySelector(".credits")).toHaveTextContent("Ada · 22 April 2024, 07:10");
  expect(second?.querySelector(".credits")).toHaveTextContent(/^22 April 2024, 07:10$/u);
  expect([first, second].map((story) => story?.querySelectorAll(".standfirst").length)).toEqual([1, 0]);
  expect(screen.getByRole("img", { name: "A probe" })).toHaveProperty("loading", "eager");
  expect(print).not.toHaveBeenCalled();
  load();
  await waitFor(() => expect(print).toHaveBeenCalledOnce());
  expect(onEnd).not.toHaveBeenCalled();
  dispatchEvent(new Event("afterprint"));
  expect(onEnd).toHaveBeenCalledOnce();
});

it("leads from each note of each story to its own place", () => {
  show();
  const ids = Array.from(document.querySelectorAll(".print-edition [id]"), ({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const story of screen.getAllByRole("article")) {
    const links = [...story.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
    expect(links.length).toBeGreaterThan(1);
    for (const { hash } of links) expect(story.querySelector(`[id="${hash.slice(1)}"]`)).not.toBeNull();
    for (const labelled of story.querySelectorAll("[aria-labelledby]"))
      expect(story.querySelector(`[id="${labelled.getAttribute("aria-labelledby")}"]`)).not.toBeNull();
  }
});

it("prints without a picture that does not load, and nothing that the reader has left", async () => {
  const left = show();
  left.unmount();
  decode = () => Promise.reject(new Error("The picture is broken."));
  show();
  await waitFor(() => expect(print).toHaveBeenCalled());
  expect(print).toHaveBeenCalledOnce();
  dispatchEvent(new Event("afterprint"));
  expect(left.onEnd).not.toHaveBeenCalled();
});
