import { fireEvent, render, renderHook, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, onTestFinished, vi } from "vitest";
import { useNoteTextHydrated } from "#loading/hydration/hydratedText.ts";
import { setAddress } from "#reader/edition/address.ts";
import { DocumentLanguage } from "#reader/i18n/DocumentLanguage.tsx";
import { EditionProvider } from "#reader/edition/EditionContext.ts";
import { hostAfter } from "#reader/features/library/highlights/hostAfter.ts";
import { MenuList } from "#reader/layout/menu/MenuList.tsx";
import { WordsProvider } from "#reader/i18n/words.ts";
import { Choice } from "#reader/ui/Choice.tsx";
import { Dialog } from "#reader/ui/Dialog.tsx";
import { markRanges } from "#reader/ui/markRanges.ts";
import { PageNav } from "#reader/ui/PageNav.tsx";
import { RemoveButton } from "#reader/ui/RemoveButton.tsx";
import { spokenRange } from "#reader/ui/spokenRange.ts";
import { TextLink } from "#reader/ui/TextLink.tsx";
import { useClicks } from "#reader/ui/useClicks.ts";
import { anEdition } from "../../support/anArticle.ts";
import { outlineOf, outlineOfPart } from "../../support/outlineOf.tsx";
import { wordsIn } from "../../support/words.ts";

it("the pages of something long are links, but for the one that is open and gaps", () => {
  const stops = [{ name: 1, to: "/1", label: "Page 1" }, { name: "…" }, { name: 3, to: "/3", isOpen: true }];
  const all = outlineOfPart(<PageNav previous={{ to: "/2", name: "Newer" }} next={{ to: "/4", name: "Older" }} stops={stops} />);
  expect(`${all}${outlineOfPart(<PageNav stops={[]} />)}`).toMatchInlineSnapshot(`
    "nav.pages[aria-label=Pages]
      a[rel=prev][href=/2] > "Newer"
      a[aria-label=Page 1][href=/1] > "1"
      span > "…"
      span[aria-current=page] > "3"
      a[rel=next][href=/4] > "Older"
    nav.pages[aria-label=Pages]
    "
  `);
});

it("a choice has a radio button for each option", async () => {
  const chosen = vi.fn<(value: string) => void>();
  const options = [
    { value: "a", label: "A" },
    { value: "b", label: <i />, spoken: "Bee", theme: "dark" },
  ] as const;
  const { container } = render(<Choice legend="Which" value="a" options={options} onChoose={chosen} />);
  expect(outlineOf(container)).toMatchInlineSnapshot(`
    "fieldset
      legend > "Which"
      div.choice
        label[data-value=a] > ("A", input[type=radio][value=a][checked][name=…])
        label[data-value=b][data-theme=dark] > (i, input[aria-label=Bee][type=radio][value=b][name=…])
    "
  `);
  await userEvent.click(screen.getByRole("radio", { name: "Bee" }));
  expect([chosen.mock.calls, screen.getByRole("radio", { name: "A" })]).toEqual([[["b"]], expect.objectContaining({ checked: true })]);
});

it("the paper's links lead to its pages by the app, and to files, other editions and other sites by the browser", () => {
  setAddress({ base: "/paper/", data: "/data/", prefix: "/nl" });
  onTestFinished(() => setAddress({ base: "/", data: "/data/" }));
  const edition = {
    ...anEdition,
    editions: [
      { language: "en", prefix: "" },
      { language: "nl", prefix: "/nl" },
    ],
  };
  const urls = ["/nl/topics", "/topics", "/a.pdf", "/a.pdf?x", "/v1.2/page", "https://a.example/", "#there"];
  const links = urls.map((url) => outlineOfPart(<TextLink url={url}>-</TextLink>, { edition }));
  const own = outlineOfPart(
    <TextLink url="/topics" own>
      -
    </TextLink>,
    { edition },
  );
  const alone = outlineOfPart(<TextLink url="/nl/topics">-</TextLink>, { edition: null });
  expect([...links, own, alone].join("").replaceAll(' > "-"', "")).toMatchInlineSnapshot(`
    "a[href=/paper/nl/topics]
    a[href=/paper/topics][target=_self]
    a[href=/paper/a.pdf][target=_self]
    a[href=/paper/a.pdf?x][target=_self]
    a[href=/paper/v1.2/page][target=_self]
    a[href=https://a.example/][target=_self]
    a[href=#there][target=_self]
    a[href=/paper/nl/topics]
    a[href=/paper/nl/nl/topics]
    "
  `);
});

it("a group of the menu marks the page that is open, and is not there without links", () => {
  const links = ["/a", "/b"].map((url) => ({ url, name: url }));
  expect(outlineOfPart(<MenuList title="Pages" links={links} />, { path: "/b" }) + outlineOfPart(<MenuList title="None" links={[]} />))
    .toMatchInlineSnapshot(`
    "section[aria-labelledby=…]
      h3[id=…] > "Pages"
      ul > (li > a[href=/a] > bdi > "/a", li > a[aria-current=page][href=/b] > bdi > "/b")
    "
  `);
});

it("what is removed is named", async () => {
  const onRemove = vi.fn();
  render(<RemoveButton name="A" words={{ remove: "Remove", removeOf: (name) => `Remove ${name}` }} onRemove={onRemove} />);
  await userEvent.click(screen.getByRole("button", { name: "Remove A" }));
  expect([onRemove.mock.calls.length, screen.getByRole("button").textContent]).toEqual([1, "Remove"]);
});

it("a dialog closes by its button and by a click beside it, not by one in it", () => {
  const onClose = vi.fn();
  const { container, unmount } = render(
    <WordsProvider value={wordsIn("en").page}>
      <Dialog title="Title" className="menu" onClose={onClose}>
        Text
      </Dialog>
    </WordsProvider>,
  );
  expect(outlineOf(container)).toMatchInlineSnapshot(`
    "dialog.panel.menu[aria-labelledby=…][open]
      header.between > (h2[id=…] > "Title", button.tool[type=button][aria-label=Close])
      "Text"
    "
  `);
  const dialog = screen.getByRole<HTMLDialogElement>("dialog");
  const [heading, button] = [screen.getByRole("heading"), screen.getByRole("button")];
  dialog.getBoundingClientRect = () => new DOMRect(10, 10, 80, 80);
  const closes = ([x, y]: readonly [number, number], target: Element = dialog) => {
    if (!dialog.open) dialog.showModal();
    fireEvent.click(target, { clientX: x, clientY: y });
    return !dialog.open;
  };
  expect(
    (
      [
        [10, 50],
        [90, 50],
        [50, 10],
        [50, 90],
        [9, 50],
        [91, 50],
        [50, 9],
        [50, 91],
      ] as const
    ).map((at) => closes(at)),
  ).toEqual([false, false, false, false, true, true, true, true]);
  expect(closes([9, 50], heading)).toBe(false);
  expect(closes([50, 50], button)).toBe(true);
  expect(onClose).toHaveBeenCalledTimes(5);
  dialog.showModal();
  unmount();
  expect(dialog.open).toBe(false);
});

it("plain clicks on links of a story are answered, others are left to the browser", () => {
  document.body.innerHTML = `<div class="story"><a class="x" href="#1"><b>1</b></a><a class="y" href="#2">2</a></div><a class="x" href="#3">3</a>`;
  const answer = vi.fn<(link: HTMLAnchorElement) => boolean>(() => true);
  const { unmount } = renderHook(() => useClicks(".x", answer));
  const click = (words: string, how = {}) => !fireEvent.click(screen.getByText(words), how);
  const modified = ["metaKey", "ctrlKey", "shiftKey", "altKey"].map((key) => click("1", { [key]: true }));
  expect([click("1"), click("2"), click("3"), click("1", { button: 1 }), ...modified]).toEqual([true, ...Array<boolean>(7).fill(false)]);
  expect(answer).toHaveBeenCalledTimes(1);
  answer.mockReturnValue(false);
  expect(click("1")).toBe(false);
  screen.getByText("1").addEventListener("click", (event) => event.preventDefault());
  click("1");
  expect(answer).toHaveBeenCalledTimes(2);
  unmount();
  click("1");
  expect(answer).toHaveBeenCalledTimes(2);
});

it("the document takes over the language of the edition", () => {
  const html = document.documentElement;
  const shown = [undefined, anEdition, { ...anEdition, language: "ar", direction: "rtl" as const }].map((edition) => {
    render(
      <EditionProvider value={edition}>
        <DocumentLanguage />
      </EditionProvider>,
    );
    return [html.lang, html.dir];
  });
  expect(shown).toEqual([
    ["", ""],
    ["en", "ltr"],
    ["ar", "rtl"],
  ]);
});

it("without custom highlights the elements around a mark are marked", () => {
  document.body.innerHTML = "<p>One</p><p>Two</p>";
  const ranges = [...document.querySelectorAll("p")].map((paragraph, place) => {
    const range = document.createRange();
    range.selectNodeContents(place === 0 ? paragraph.firstChild! : paragraph);
    return range;
  });
  const remove = markRanges("spoken", ranges);
  expect(document.body.innerHTML).toBe('<p data-here="">One</p><p data-here="">Two</p>');
  remove();
  expect(document.body.innerHTML).toBe("<p>One</p><p>Two</p>");
});

it.each([
  ["headline", ["First words."], 0, "First words."],
  ["standfirst", ["In short."], 0, "In short."],
  [0, ["One two.", "Three four."], 0, "One1 two."],
  [0, ["One two.", "Three four."], 1, "Three four."],
  [0, ["One two.", "Missing."], 1, undefined],
  [1, ["Five."], 0, "Five."],
  [2, ["None."], 0, undefined],
] as const)("the sentences of part %s are found on the page: %j, %d", (place, sentences, sentence, found) => {
  document.body.innerHTML = `<div class="story"><div class="story-top"><h1>First <i>words.</i></h1><p class="standfirst">In short.</p></div>
    <div class="prose"><p>One<sup class="noteref">1</sup> two. Three <b>fo</b>ur.</p><p data-visiting="">Five.</p><p>Five.</p></div></div>`;
  const range = spokenRange({ place, sentences: [...sentences] }, sentence);
  expect(range?.toString()).toBe(found);
});

it("what belongs to a passage is put after the block in which it ends", () => {
  renderHook(useNoteTextHydrated);
  document.body.innerHTML = `<div class="prose"><p>One</p><p>Two</p><p data-visiting="">-</p></div>`;
  const [one, two] = document.querySelectorAll("p");
  const passage = document.createRange();
  passage.setStart(one!.firstChild!, 1);
  passage.setEnd(two!, 0);
  hostAfter(passage, "tools");
  passage.setEnd(two!.firstChild!, 1);
  hostAfter(passage, "card");
  expect(document.querySelector(".prose")?.innerHTML).toBe(
    '<p>One</p><div class="tools" data-visiting=""></div><p>Two</p><div class="card" data-visiting=""></div><p data-visiting="">-</p>',
  );
});
