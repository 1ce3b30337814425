import { screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import { anArticle, anArticlePage } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

const STORY = "Voyager 1 makes sense again";
const FOLLOWED = "Story 2 of 2024-04-22";
const TOPIC = /^Space/u;
const TEXT = "A report arrived on Saturday.";

const day = (date: string, count: number) => ({
  date,
  teasers: Array.from({ length: count }, (_, number) => ({
    slug: `${date}-${number}`,
    headline: `Story ${number} of ${date}`,
    datePublished: `${date}T07:10:00Z`,
    readingMinutes: 1,
    about: [],
  })),
});

const files = {
  "article/voyager-1.json": anArticlePage({ article: anArticle({ topics: [{ slug: "space", name: "Space" }] }) }),
  "article/2024-04-22-2.json": anArticlePage({ article: anArticle({ slug: "2024-04-22-2", headline: FOLLOWED }) }),
  "topic/space.json": {
    kind: "topic",
    slug: "space",
    name: "Space",
    count: 15,
    fullPages: 0,
    related: [],
    days: [day("2024-04-22", 4), day("2024-04-21", 9), day("2024-04-20", 2)],
  },
};

const headlines = () => screen.getAllByRole("heading", { level: 3 }).length;

/** Nothing is painted. @returns what paints it */
function hold(): () => void {
  const frames: (() => void)[] = [];
  vi.stubGlobal("requestAnimationFrame", (frame: () => void) => frames.push(frame));
  return () => {
    for (const frame of frames.splice(0)) frame();
  };
}

/** Goes from a story to the topic in a window of that height, in which nothing is painted. */
async function openTopicIn(height: number): Promise<void> {
  vi.stubGlobal("innerHeight", height);
  const { go } = await renderApp("/article/voyager-1", files);
  hold();
  await go("/topic/space");
  await screen.findByRole("heading", { level: 1, name: TOPIC });
}

beforeEach(() => void vi.stubGlobal("innerHeight", 700));
afterEach(() => void vi.restoreAllMocks());

describe("a page opened by a link", () => {
  it("renders its first screen first, and the rest once that is painted", async () => {
    const { user } = await renderApp("/article/voyager-1", files);
    expect(screen.getByText(TEXT)).toBeInTheDocument();
    const paint = hold();
    await user.click(within(screen.getByRole("main")).getAllByRole("link", { name: "Space" })[0]!);
    // The click itself is seen first.
    paint();
    await screen.findByRole("heading", { level: 1, name: TOPIC });
    expect(headlines()).toBe(6);
    expect(screen.getByText("9 stories")).toBeInTheDocument();
    await vi.waitFor(() => {
      // The page may ask for its next frame a moment after it is there.
      paint();
      expect(headlines()).toBe(15);
    });
  });

  it("renders as many stories at first as a tall window holds", async () => {
    await openTopicIn(1300);
    expect(headlines()).toBe(11);
  });

  it("renders a list that fits in the window in one step", async () => {
    await openTopicIn(1800);
    expect(headlines()).toBe(15);
    expect(document.querySelector(".coming")).toBeNull();
  });

  it("renders all of it in a hidden window, where nothing is painted", async () => {
    const { go } = await renderApp("/topic/space", files);
    hold();
    vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    await go("/article/voyager-1");
    await screen.findByText(TEXT);
    await vi.waitFor(() => expect(document.querySelector(".coming")).toBeNull());
  });

  it("renders a story's headline and the text that fits in the window in one step, and the rest once that is painted", async () => {
    const body: Block[] = Array.from({ length: 20 }, (_, number) => ({
      type: "paragraph",
      children: [{ type: "text", text: `Paragraph ${number}.` }],
    }));
    const { go } = await renderApp("/topic/space", {
      ...files,
      "article/voyager-1.json": anArticlePage({ article: { ...anArticle(), body } }),
    });
    const paint = hold();
    await go("/article/voyager-1");
    await screen.findByRole("heading", { level: 1, name: STORY });
    expect(screen.getAllByText(/^Paragraph/u)).toHaveLength(6);
    await vi.waitFor(() => {
      paint();
      expect(screen.getAllByText(/^Paragraph/u)).toHaveLength(20);
    });
  });

  it("renders all of it at once when the reader comes back", async () => {
    const { router, go } = await renderApp("/topic/space", files);
    const paint = hold();
    await go("/article/voyager-1");
    await screen.findByRole("heading", { level: 1, name: STORY });
    paint();
    void router.navigate(-1);
    await screen.findByRole("heading", { level: 1, name: TOPIC });
    expect(headlines()).toBe(15);
  });

  it("renders all of it at once when opened at a fragment", async () => {
    const { go } = await renderApp("/topic/space", files);
    hold();
    // jsdom does not scroll.
    Element.prototype.scrollIntoView = vi.fn();
    await go("/article/voyager-1#p-1");
    await screen.findByRole("heading", { level: 1, name: STORY });
    expect(screen.getByText(TEXT)).toBeInTheDocument();
  });

  it("keeps its elements when the reader comes back to a list from one of its stories", async () => {
    const { router, user } = await renderApp("/topic/space", files);
    const link = screen.getByRole("link", { name: FOLLOWED });
    await user.click(link);
    await screen.findByRole("heading", { level: 1, name: FOLLOWED });
    expect(link).not.toBeVisible();
    void router.navigate(-1);
    await screen.findByRole("heading", { level: 1, name: TOPIC });
    expect(screen.getByRole("link", { name: FOLLOWED })).toBe(link);
    expect(headlines()).toBe(15);
    expect(screen.queryByRole("heading", { level: 1, name: FOLLOWED, hidden: true })).toBeNull();
  });
});
