import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { replayKeys } from "#loading/early/replayKeys.ts";
import { shortcuts } from "#reader/features/shortcuts/shortcuts.ts";
import { changeSetting, resetSettings } from "#reader/features/settings/settingsStore.ts";
import { anArticle, anArticlePage } from "../../../support/anArticle.ts";
import { renderApp } from "../../../support/renderApp.tsx";
import { wordsIn } from "../../../support/words.ts";

const story = (slug: string, headline: string) => ({ slug, headline, datePublished: "2024-04-22T07:10:00Z", readingMinutes: 5 });
const first = story("first", "The first story");
const second = story("second", "The second story");
const files = {
  "front.json": { date: "2024-04-22", lead: first, also: [], latest: [story("newest", "The newest story")], top: [second], sections: [] },
  "latest.json": {
    kind: "latest",
    slug: "latest",
    name: "Latest",
    count: 1,
    fullPages: 0,
    related: [],
    days: [{ date: "2024-04-22", teasers: [first] }],
  },
  "article/voyager-1.json": anArticlePage({
    article: anArticle({ section: { slug: "science", name: "Science" } }),
    previous: first,
    next: second,
  }),
  "article/second.json": anArticlePage({ article: anArticle({ slug: "second", headline: "The second story" }) }),
};

afterEach(resetSettings);

describe("the keyboard", () => {
  it("walks through the headlines with j and k, and opens one with Enter", async () => {
    const { user } = await renderApp("/", files);
    await user.keyboard("j");
    expect(screen.getByRole("link", { name: "The first story" })).toHaveFocus();
    await user.keyboard("j");
    expect(screen.getByRole("link", { name: "The newest story" })).toHaveFocus();
    await user.keyboard("j");
    expect(screen.getByRole("link", { name: "The second story" })).toHaveFocus();
    await user.keyboard("j");
    expect(screen.getByRole("link", { name: "The second story" })).toHaveFocus();
    await user.keyboard("k");
    expect(screen.getByRole("link", { name: "The newest story" })).toHaveFocus();
    await user.keyboard("j{Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: "The second story" })).toBeInTheDocument();
  });

  it("selects the sentences of a paragraph one after another with h, so that they can be highlighted", async () => {
    const body = [{ type: "paragraph" as const, children: [{ type: "text" as const, text: "It is far. It is heard." }] }];
    const page = anArticlePage({ article: anArticle({ body }) });
    const { user } = await renderApp("/article/voyager-1", { ...files, "article/voyager-1.json": page });
    const selected = () => document.getSelection()?.toString();
    await user.keyboard("jh");
    await waitFor(() => expect(selected()).toBe("It is far."));
    await user.keyboard("h");
    await waitFor(() => expect(selected()).toBe("It is heard."));
    await user.keyboard("h");
    await waitFor(() => expect(selected()).toBe("It is far."));
    expect(screen.getByRole("link", { name: "Link to paragraph 1" })).toHaveFocus();
  });

  it("goes from paragraph to paragraph with j and k inside a story, past which it then comes to the headlines", async () => {
    const text = (words: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text: words }] });
    const quote = { type: "quote" as const, children: [text("It is heard.")] };
    const page = anArticlePage({
      article: anArticle({ body: [text("One."), quote, text("Two.")], section: { slug: "science", name: "Science" } }),
      next: second,
    });
    const { user } = await renderApp("/article/voyager-1", { ...files, "article/voyager-1.json": page });
    await user.keyboard("j");
    const one = screen.getByRole("link", { name: "Link to paragraph 1" });
    expect(one).toHaveFocus();
    expect(one).toHaveAttribute("tabindex", "-1");
    await user.keyboard("j");
    expect(screen.getByText("It is heard.").closest("blockquote")).toHaveFocus();
    await user.keyboard("j");
    expect(screen.getByRole("link", { name: "Link to paragraph 2" })).toHaveFocus();
    await user.keyboard("j");
    expect(screen.getByRole("link", { name: /The second story/u })).toHaveFocus();
    await user.keyboard("kkk");
    expect(one).toHaveFocus();
    expect(document.querySelector("blockquote")).not.toHaveAttribute("tabindex");
  });

  it("turns to the next story with ]", async () => {
    const { user } = await renderApp("/article/voyager-1", files);
    await user.keyboard("]");
    expect(await screen.findByRole("heading", { level: 1, name: "The second story" })).toBeInTheDocument();
  });

  it("goes to the front page with g h and to the latest with g l", async () => {
    const { user } = await renderApp("/article/voyager-1", files);
    await user.keyboard("gh");
    await screen.findByRole("heading", { level: 1, name: /Front page/u });
    await user.keyboard("gl");
    expect(await screen.findByRole("heading", { level: 1, name: /Latest/u })).toBeInTheDocument();
  });

  it("copies the address and says so", async () => {
    const { user } = await renderApp("/article/voyager-1", files);
    const write = vi.spyOn(navigator.clipboard, "writeText");
    await user.keyboard("c");
    expect(await screen.findByText("Link copied")).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith(new URL("/article/voyager-1", location.href).href);
  });

  it("opens the settings with t and returns the focus to where it was", async () => {
    const { user } = await renderApp("/", files);
    await user.keyboard("jt");
    await screen.findByRole("dialog", { name: "Reading settings" });
    await user.keyboard("{Escape}");
    expect(screen.getByRole("link", { name: "The first story" })).toHaveFocus();
  });

  it("is silent when the reader has switched it off", async () => {
    const { user } = await renderApp("/", files);
    changeSetting("shortcuts", "off");
    await waitFor(() => expect(document.documentElement.dataset["shortcuts"]).toBe("off"));
    await user.keyboard("j?t");
    expect(document.body).toHaveFocus();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it("presses no key of before again when it is switched on later", async () => {
    changeSetting("shortcuts", "off");
    replayKeys();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "t", bubbles: true }));
    await renderApp("/", files);
    const heard = vi.fn();
    document.addEventListener("keydown", heard);
    await act(async () => changeSetting("shortcuts", "on"));
    expect(heard).not.toHaveBeenCalled();
    document.removeEventListener("keydown", heard);
  });
});

describe("the sheet of shortcuts", () => {
  it("opens with ? and lists exactly the table", async () => {
    const { user } = await renderApp("/", files);
    await user.keyboard("?");
    const sheet = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
    expect(
      within(sheet)
        .getAllByRole("definition")
        .map(({ textContent }) => textContent),
    ).toEqual(shortcuts.map(({ name }) => name(wordsIn("en").page)));
    expect(within(sheet).getAllByRole("term")).toHaveLength(shortcuts.length);
  });

  it("switches them off and on", async () => {
    const { user } = await renderApp("/", files);
    await user.keyboard("?");
    const box = await screen.findByRole("checkbox", { name: "Use keyboard shortcuts" });
    expect(box).toBeChecked();
    await user.click(box);
    await user.keyboard("{Escape}j");
    // The key moves to no story.
    expect(screen.getAllByRole("link")).not.toContain(document.activeElement);
  });
});
