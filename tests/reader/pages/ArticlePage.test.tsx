import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Article } from "#content/article.ts";
import { anArticle, anArticlePage } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

const show = (changes: Partial<Article>, page = {}) =>
  renderApp("/article/voyager-1", { "article/voyager-1.json": anArticlePage({ article: anArticle(changes), ...page }) });

const text = (words: string) => ({ type: "text" as const, text: words });

describe("an article's page", () => {
  it("shows headline, times, text and a line that says who, when and where, and names the document after the headline", async () => {
    await show({
      authors: [{ slug: "science-desk", name: "Science desk", kind: "desk" }],
      section: { slug: "science", name: "Science" },
      dateModified: "2024-04-23T09:30:00Z",
      readingMinutes: 5,
    });
    expect(screen.getByRole("heading", { level: 1, name: "Voyager 1 makes sense again" })).toBeInTheDocument();
    expect(document.querySelector(".byline")).toHaveTextContent(/^By the Science desk, 22 April 2024, 07:10 in Science$/u);
    expect(screen.getByText("22 April 2024, 07:10")).toHaveAttribute("datetime", "2024-04-22T07:10:00Z");
    expect(screen.getByText("23 April 2024, 09:30")).toBeInTheDocument();
    expect(screen.getByText("5 min read")).toBeInTheDocument();
    expect(document.title).toBe("Voyager 1 makes sense again | The Paper");
  });

  it("leaves no orphan word where everything optional is missing", async () => {
    await show({});
    const main = screen.getByRole("main");
    expect(main).not.toHaveTextContent(/\bBy\b|\bin\b|Updated|More about|More news|undefined/u);
    expect(within(main).queryAllByRole("list")).toEqual([screen.getByRole("list", { name: "Story tools" })]);
    expect(main.querySelectorAll("p:empty, ul:empty, section:empty, footer:empty")).toHaveLength(0);
  });

  it("leads back from a note to its first reference, and gives no id twice", async () => {
    const reference = { type: "noteRef" as const, note: "1" };
    await show({
      body: [
        { type: "paragraph", children: [text("Far"), reference] },
        { type: "paragraph", children: [text("Farther"), { ...reference }] },
        { type: "note", id: "1", children: [{ type: "paragraph", children: [text("Very.")] }] },
      ],
    });
    expect(document.querySelectorAll(".noteref")).toHaveLength(2);
    expect(document.querySelectorAll("#noteref-1")).toHaveLength(1);
    expect(document.querySelector("#noteref-1")?.closest("p")).toHaveTextContent("Far");
  });

  it("names the stories that say the same words as what they are", async () => {
    const teaser = { slug: "voyager-2", headline: "Voyager 2 is heard", datePublished: "2024-04-22T07:10:00Z", readingMinutes: 2 };
    await show({}, { related: { teasers: [teaser] } });
    const strip = screen.getByRole("region", { name: "Related stories" });
    expect(within(strip).getByRole("link", { name: "Voyager 2 is heard" })).toHaveAttribute("href", "/article/voyager-2");
  });

  it("links several authors in a sentence", async () => {
    const person = (name: string) => ({ slug: name.toLowerCase(), name, kind: "person" as const });
    await show({ authors: [person("Ada"), person("Ben"), person("Cy")] });
    expect(screen.getByRole("link", { name: "Ada" }).closest("p")).toHaveTextContent("By Ada, Ben and Cy");
  });

  it("makes a real link of every tag chip: topics, then places", async () => {
    await show({ topics: [{ slug: "voyager-1", name: "Voyager 1" }], places: [{ slug: "børsen", name: "Børsen" }] });
    const chips = within(screen.getByRole("list", { name: "Topics of this story" })).getAllByRole("link");
    expect(chips.map((chip) => chip.getAttribute("href"))).toEqual(["/topic/voyager-1", "/place/b%C3%B8rsen"]);
  });

  it("says a correction that the body does not already show, with its day", async () => {
    await show({ corrections: [{ date: "2024-04-23T00:00:00Z", children: [text("It was launched in 1977.")] }] });
    expect(screen.getByRole("note", { name: "Correction" })).toHaveTextContent("Correction, 23 April 2024: It was launched in 1977.");
  });

  it("joins a note and its place in the text by links both ways", async () => {
    await show({
      body: [
        { type: "paragraph", children: [text("Far"), { type: "noteRef", note: "1" }] },
        { type: "note", id: "1", children: [{ type: "paragraph", children: [text("Very far.")] }] },
      ],
    });
    const there = screen.getByRole("doc-noteref", { name: "Note 1" });
    const back = screen.getByRole("doc-backlink", { name: "Back to the text, note 1" });
    expect(document.getElementById(there.getAttribute("href")?.slice(1) ?? "")).toHaveTextContent("Very far.");
    expect(document.getElementById(back.getAttribute("href")?.slice(1) ?? "")).toBe(there);
  });

  it("shows the text of a block it does not know", async () => {
    await show({ body: [{ type: "unknown", name: "marquee", text: "moving words" }] });
    expect(screen.getByText("moving words")).toBeInTheDocument();
  });

  it("shows what opens, what is defined, and what stands beside the text", async () => {
    const said = (words: string) => [{ type: "paragraph" as const, children: [text(words)] }];
    await show({
      body: [
        { type: "details", summary: [text("More")], children: said("Folded.") },
        { type: "definitions", entries: [{ terms: [[text("Tide")]], definitions: [said("It comes.")] }] },
        { type: "callout", kind: "tip", title: [text("Tip")], children: said("Take a boat.") },
        {
          type: "list",
          ordered: false,
          items: [[{ type: "paragraph", children: [{ type: "checkbox", checked: true }, text("sail")] }]],
        },
        {
          type: "paragraph",
          children: ["North Atlantic Treaty Organization", "Delta Works", "North Atlantic Treaty Organization"].map((title) => ({
            type: "abbr" as const,
            title,
            children: [text(title.replace(/[^A-Z]/gu, ""))],
          })),
        },
      ],
    });
    expect(screen.getByText("Folded.").closest("details")).not.toHaveAttribute("open");
    expect(screen.getByRole("term")).toHaveTextContent("Tide");
    expect(screen.getByRole("definition")).toHaveTextContent("It comes.");
    expect(screen.getByRole("note")).toHaveTextContent("TipTake a boat.");
    expect(screen.getByRole("img", { name: "Done" }).closest("li")).toHaveTextContent("☑ sail");
    const letters = [...document.querySelectorAll("abbr")].map((each) => [each.title, each.textContent, each.tabIndex]);
    // Tab stops where an abbreviation stands first.
    expect(letters).toEqual([
      ["North Atlantic Treaty Organization", "NATO", 0],
      ["Delta Works", "DW", 0],
      ["North Atlantic Treaty Organization", "NATO", -1],
    ]);
  });

  it("shows code in its colours and with numbers, and copies it as it was written", async () => {
    const colors = [{ length: 5, color: "keyword" as const }, { length: 8 }, { length: 4, color: "comment" as const }];
    const { user } = await show({ body: [{ type: "code", text: "const a = 1;\n// b", language: "ts", numbered: true, colors }] });
    expect(screen.getByText("const")).toHaveClass("keyword");
    expect(screen.getByText("// b")).toHaveClass("comment");
    expect(document.querySelectorAll("pre .line")).toHaveLength(2);
    expect(document.querySelector("pre")?.textContent).toBe("const a = 1;\n// b");
    await user.click(screen.getByRole("button", { name: "Copy code" }));
    expect(await navigator.clipboard.readText()).toBe("const a = 1;\n// b");
    expect(await screen.findByRole("button", { name: "Copied" })).toBeInTheDocument();
  });

  it("selects code that it cannot copy, as over plain HTTP", async () => {
    const { user } = await show({ body: [{ type: "code", text: "const a = 1;" }] });
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
    onTestFinished(() => void Reflect.deleteProperty(navigator, "clipboard"));
    await user.click(screen.getByRole("button", { name: "Copy code" }));
    await waitFor(() => expect(getSelection()?.toString()).toBe("const a = 1;"));
  });

  it("sets a formula as MathML, which is copied as its letters in a line", async () => {
    // jsdom has no MathMLElement, whose style React sets where a part takes the place of what stood in for it.
    Object.defineProperty(Element.prototype, "style", { configurable: true, value: { setProperty: () => {} } });
    onTestFinished(() => void Reflect.deleteProperty(Element.prototype, "style"));
    const mathml = [
      {
        tag: "msup",
        children: [
          { tag: "mi", children: ["x"] },
          { tag: "mn", children: ["2"] },
        ],
      },
    ];
    await show({ body: [{ type: "paragraph", children: [text("So "), { type: "math", text: "x²", mathml }, text(".")] }] });
    const formula = document.querySelector("math");
    expect(formula?.namespaceURI).toBe("http://www.w3.org/1998/Math/MathML");
    expect(formula?.outerHTML).toContain("<msup><mi>x</mi><mn>2</mn></msup>");
    const paragraph = formula?.closest("p");
    getSelection()?.selectAllChildren(paragraph ?? document.body);
    const copied = new Map<string, string>();
    const event = new Event("copy", { bubbles: true, cancelable: true });
    Reflect.set(event, "clipboardData", { setData: (type: string, data: string) => void copied.set(type, data) });
    paragraph?.dispatchEvent(event);
    expect(copied.get("text/plain")).toContain("So x².");
  });

  it("shows a chart with words for those who do not see it, and its table one press away", async () => {
    const drawing = { tag: "svg", children: [{ tag: "rect", attributes: { fill: "var(--chart-1)", "stroke-width": "2" }, children: [] }] };
    const cell = (words: string) => ({ children: [text(words)] });
    const [head, rows] = [[[cell("Year"), cell("Rain, snow")]], [[cell("2020"), cell("10")]]];
    const alt = "Rain: 2020 10.";
    const words = { title: [text("Rain")], alt, source: [text("The office")], series: ["Rain", "Snow"] };
    await show({ body: [{ type: "chart", ...words, head, rows, wide: drawing, narrow: drawing }] });
    expect(screen.getByRole("figure")).toHaveTextContent(alt);
    expect(document.querySelector(".chart rect")).toHaveAttribute("stroke-width", "2");
    expect(document.querySelector(".chart svg")).toHaveAttribute("aria-hidden", "true");
    const folded = screen.getByText("Data").closest("details");
    expect(folded).not.toHaveAttribute("open");
    expect(folded?.querySelector("table")).toHaveTextContent("2020");
    const link = folded?.querySelector("a[download]");
    expect(decodeURIComponent(link?.getAttribute("href") ?? "")).toBe('data:text/csv;charset=utf-8,Year,"Rain, snow"\r\n2020,10\r\n');
  });

  it("loads an embed only when asked", async () => {
    const { user } = await show({
      body: [
        {
          type: "embed",
          provider: "YouTube",
          url: "https://youtu.be/x",
          frame: "https://www.youtube-nocookie.com/embed/x",
          title: "The launch",
        },
      ],
    });
    expect(document.querySelector("iframe")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Load it" }));
    expect(screen.getByTitle("The launch")).toHaveAttribute("src", "https://www.youtube-nocookie.com/embed/x");
  });

  it("marks the language and direction of a story that is not in the edition's", async () => {
    await show({ headline: "العفن", inLanguage: "ar", direction: "rtl" });
    const story = screen.getByRole("heading", { level: 1 }).closest("article");
    expect(story).toHaveAttribute("lang", "ar");
    expect(story).toHaveAttribute("dir", "rtl");
  });
});

describe("More news from", () => {
  const story = (number: number) => ({ slug: `story-${number}`, headline: `Story ${number}`, datePublished: "2024-04-01T00:00:00Z" });
  const delft = { slug: "delft", name: "Delft" };

  it("folds the stories after the fourth, and says the true number", async () => {
    const stories = Array.from({ length: 10 }, (_, number) => story(number));
    await show({}, { moreFrom: [{ place: delft, total: 10, stories }] });
    const folded = screen.getByText("Show all 10").closest("details");
    expect(folded).not.toHaveAttribute("open");
    expect(folded?.querySelectorAll("li")).toHaveLength(6);
    expect(folded?.querySelector("summary")).toHaveAccessibleName(/^Show all 10.*More news from Delft$/u);
  });

  it("leads to the page of its place where there are more than it can hold", async () => {
    const gouda = { place: { slug: "gouda", name: "Gouda" }, total: 1, stories: [story(5)] };
    await show({}, { moreFrom: [{ place: delft, total: 148, stories: [1, 2, 3, 4].map(story) }, gouda] });
    expect(screen.getByRole("link", { name: "Show all 148 More news from Delft" })).toHaveAttribute("href", "/place/delft");
    expect(within(screen.getByRole("region", { name: "More news from Gouda" })).queryByText(/Show all/u)).toBeNull();
  });

  it("says where the place may have more stories than were counted", async () => {
    await show({}, { moreFrom: [{ place: delft, total: 140, isRounded: true, stories: [1, 2, 3, 4].map(story) }] });
    expect(screen.getByRole("link", { name: "Show all 140+ More news from Delft" })).toHaveAttribute("href", "/place/delft");
  });
});
