import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import { anArticle, anArticlePage } from "../../../support/anArticle.ts";
import { linksOf } from "../../../support/linksOf.ts";
import { renderApp } from "../../../support/renderApp.tsx";

const text = (words: string) => [{ type: "text" as const, text: words }];
const paragraph = (words: string) => ({ type: "paragraph" as const, children: text(words) });
const image = (name: string, more = {}) => ({ url: `/pictures/${name}.jpg`, width: 800, height: 500, sources: [], alt: name, ...more });
const cell = (words: string, more = {}) => ({ children: text(words), ...more });

async function show(...body: Block[]): Promise<HTMLElement> {
  await renderApp("/article/voyager-1", { "article/voyager-1.json": anArticlePage({ article: anArticle({ body }) }) });
  return document.querySelector<HTMLElement>(".prose")!;
}

it("draws headings by their level, lists by their kind, and quotes with their source", async () => {
  const heading = (level: 2 | 3 | 4) => ({ type: "heading" as const, level, id: `h-${level}`, children: text(`Level ${level}`) });
  const prose = await show(
    ...([2, 3, 4] as const).map(heading),
    {
      type: "list",
      ordered: true,
      start: 3,
      items: [[paragraph("One"), paragraph("more")], [{ type: "list", ordered: false, items: [[paragraph("Inner")]] }]],
    },
    { type: "quote", url: "https://a.example/", children: [paragraph("Said.")], attribution: text("Ada") },
    { type: "quote", children: [paragraph("Unsigned.")] },
    { type: "pullQuote", text: "Pulled" },
    { type: "divider" },
  );
  expect([...prose.querySelectorAll("h2, h3, h4")].map(({ tagName, id }) => `${tagName} ${id}`)).toEqual(["H2 h-2", "H3 h-3", "H4 h-4"]);
  const ordered = prose.querySelector("ol");
  expect([ordered?.start, ordered?.firstElementChild?.innerHTML, ordered?.lastElementChild?.innerHTML]).toEqual([
    3,
    "One<p>more</p>",
    "<ul><li>Inner</li></ul>",
  ]);
  const [signed, unsigned] = prose.querySelectorAll("blockquote");
  expect([signed?.getAttribute("cite"), signed?.querySelector("cite")?.textContent, unsigned?.querySelector("cite")]).toEqual([
    "https://a.example/",
    "Ada",
    null,
  ]);
  expect(prose.querySelector(".pull")).toHaveAttribute("aria-hidden", "true");
  expect(prose.querySelectorAll("hr")).toHaveLength(1);
});

it("numbers pictures, and shows a caption or a credit where there is one", async () => {
  const prose = await show(
    { type: "figure", image: image("a", { caption: text("Caption"), credit: "Ada" }) },
    { type: "figure", image: image("b", { credit: "Ben" }) },
    { type: "figure", image: image("", {}) },
    { type: "gallery", images: [image("c", { caption: text("Only caption") }), image("d")] },
    { type: "gallery", images: [image("e")] },
  );
  const figures = [...prose.querySelectorAll("figure")];
  expect(figures.map(({ id }) => id)).toEqual(["image-1", "image-2", "image-3", "image-4", "image-5", "image-6"]);
  expect(figures.map((figure) => figure.querySelector("figcaption")?.textContent)).toEqual([
    "Caption Ada",
    " Ben",
    undefined,
    "Only caption ",
    undefined,
    undefined,
  ]);
  expect(linksOf(prose).filter((link) => link.includes("#image"))).toHaveLength(6);
  expect(figures[2]?.querySelector("a")).toHaveAttribute("aria-label");
  expect(figures[0]?.querySelector("a")).not.toHaveAttribute("aria-label");
  expect(screen.getAllByRole("group").map((gallery) => gallery.getAttribute("aria-label"))).toEqual(
    ["Gallery of 2 pictures", "Gallery of 1 picture"].map((name) =>
      expect.stringMatching(new RegExp(name.replace("Gallery of ", ""), "u")),
    ),
  );
});

it("names a table by its caption or its columns, and marks its headings", async () => {
  const prose = await show(
    {
      type: "table",
      caption: text("Tides"),
      head: [[cell("Port"), cell("Height", { align: "end" })]],
      rows: [[cell("Oslo", { heading: true }), cell("2", { align: "end", colSpan: 2 })]],
    },
    { type: "table", head: [[cell("Port"), cell(" ")]], rows: [] },
    { type: "table", head: [], rows: [[cell(" "), cell("")]] },
  );
  const [named, columns, unnamed] = prose.querySelectorAll<HTMLElement>(".table");
  expect(screen.getByRole("region", { name: "Tides" })).toBe(named);
  expect(screen.getByRole("region", { name: "Port" })).toBe(columns);
  expect(unnamed).toHaveAttribute("aria-label", "Table");
  expect([...named!.querySelectorAll("th, td")].map((each) => [each.tagName, each.getAttribute("scope"), each.className])).toEqual([
    ["TH", "col", ""],
    ["TH", "col", "num"],
    ["TH", "row", ""],
    ["TD", null, "num"],
  ]);
  expect(named!.querySelectorAll("thead")).toHaveLength(1);
  expect(unnamed!.querySelector("thead")).toBeNull();
  expect(named!.querySelector("td")?.colSpan).toBe(2);
});

it("offers what is elsewhere as a link, and to load it only where it can be", async () => {
  const prose = await show(
    { type: "embed", provider: "Tube", url: "https://tube.example/1", frame: "https://tube.example/frame", width: 400, height: 300 },
    { type: "embed", provider: "Chat", url: "https://chat.example/2", title: "A talk" },
  );
  const [film, talk] = prose.querySelectorAll<HTMLElement>(".embed");
  expect(linksOf(film)).toEqual([expect.stringMatching(/Tube.* https:\/\/tube\.example\/1$/u)]);
  expect([within(film!).queryAllByRole("button").length, within(talk!).queryAllByRole("button").length]).toEqual([1, 0]);
  expect(film?.querySelector("b")).toHaveTextContent("Tube");
  expect(talk?.querySelector("b")).toHaveTextContent(/^A talk$/u);
});

it("dates a correction if its day is known", async () => {
  await show(
    { type: "correction", date: "2024-04-23T00:00:00Z", children: text("It was 1977.") },
    { type: "correction", children: text("It was 1978.") },
  );
  expect(screen.getAllByRole("note").map(({ textContent }) => textContent)).toEqual([
    "Correction, 23 April 2024: It was 1977.",
    "Correction: It was 1978.",
  ]);
});

it("draws every mark of a line", async () => {
  const marks = ["strong", "emphasis", "sub", "sup", "mark", "del", "ins"] as const;
  const prose = await show({
    type: "paragraph",
    children: [
      ...marks.map((type) => ({ type, children: text(type) })),
      { type: "code", text: "x" },
      { type: "break" },
      { type: "lang", lang: "ar", dir: "rtl", children: text("نص") },
      { type: "checkbox", checked: false },
      { type: "link", url: "https://a.example/", children: text("there") },
    ],
  });
  const drawn = Array.from(prose.querySelector("p")?.children ?? [], ({ tagName }) => tagName.toLowerCase());
  expect(drawn.slice(0, 10)).toEqual(["strong", "em", "sub", "sup", "mark", "del", "ins", "code", "br", "span"]);
  expect([prose.querySelector("[lang=ar]")?.getAttribute("dir"), screen.getByRole("img", { name: "To do" }).textContent]).toEqual([
    "rtl",
    "☐ ",
  ]);
});
