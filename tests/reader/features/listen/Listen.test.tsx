import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { anArticle, anArticlePage } from "../../../support/anArticle.ts";
import { renderApp } from "../../../support/renderApp.tsx";
import { fakeSpeech } from "./fakeSpeech.ts";

const paragraph = (words: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text: words }] });
const body = [paragraph("It spoke. It was heard."), paragraph("All of it.")];
const open = (article = {}) =>
  renderApp("/article/voyager-1", {
    "article/voyager-1.json": anArticlePage({ article: anArticle({ body, ...article }) }),
    "front.json": { date: "2024-04-22", also: [], top: [], latest: [], sections: [] },
  });
const player = () => screen.findByRole("region", { name: "Listen" });

// jsdom lays nothing out: every sentence stands at the top of the page.
beforeAll(() => {
  Object.defineProperty(Range.prototype, "getBoundingClientRect", {
    configurable: true,
    value: () => document.body.getBoundingClientRect(),
  });
});
beforeEach(() => {
  vi.stubGlobal("scrollTo", vi.fn());
  localStorage.clear();
});
afterEach(async () => {
  const close = screen.queryByRole("button", { name: "Stop listening" });
  close?.click();
  Reflect.deleteProperty(window, "speechSynthesis");
});

describe("Listen", () => {
  it("is not offered where the browser cannot speak", async () => {
    await open();
    expect(screen.queryByRole("button", { name: "Listen" })).toBeNull();
    expect(screen.getByRole("button", { name: "Share" })).toBeInTheDocument();
  });

  it("reads the story, shows that it does, and rests when pressed again", async () => {
    const speech = fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }] });
    const { user } = await open();
    const tool = screen.getByRole("button", { name: "Listen" });
    await user.click(tool);
    expect(within(await player()).getByRole("link", { name: "Voyager 1 makes sense again" })).toHaveAttribute("href", "/article/voyager-1");
    await waitFor(() => expect(speech.said.at(-1)).toMatchObject({ text: "Voyager 1 makes sense again", voice: "Alan" }));
    expect(tool).toHaveAttribute("aria-pressed", "true");
    await user.click(tool);
    expect(tool).toHaveAttribute("aria-pressed", "false");
    expect(await within(await player()).findByRole("button", { name: "Play" })).toBeInTheDocument();
  });

  it("opens the device's voice at the touch itself, before its own code is here", async () => {
    const speech = fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }] });
    await open();
    screen.getByRole("button", { name: "Listen" }).click();
    expect(speech.said).toEqual([{ text: " ", rate: 1, voice: undefined, volume: 0 }]);
    await player();
  });

  it("marks the sentence that is being read", async () => {
    const speech = fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }] });
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Listen" }));
    await waitFor(() => expect(speech.said.at(-1)?.text).toBe("Voyager 1 makes sense again"));
    // jsdom has no highlights of text, so the whole paragraph is marked.
    expect(screen.getByRole("heading", { level: 1 })).toHaveAttribute("data-here");
    speech.finish();
    await screen.findByText("Paragraph 2 of 3");
    expect(screen.getByRole("heading", { level: 1 })).not.toHaveAttribute("data-here");
    expect(screen.getByText("It spoke. It was heard.")).toHaveAttribute("data-here");
  });

  it("goes on while the reader moves to another page", async () => {
    fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }] });
    const { user, go } = await open();
    await user.click(screen.getByRole("button", { name: "Listen" }));
    await within(await player()).findByRole("button", { name: "Pause" });
    await go("/");
    expect(within(await player()).getByRole("button", { name: "Pause" })).toBeInTheDocument();
  });

  it("says which voice is missing, in the reader's own words", async () => {
    fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }] });
    const { user } = await open({ inLanguage: "de" });
    await user.click(screen.getByRole("button", { name: "Listen" }));
    expect(await within(await player()).findByText(/^This device has no built-in voice for .?German/u)).toHaveTextContent(
      "You can add one in its settings",
    );
  });

  it("offers nothing that needs a voice where there is none, and looks again when asked to", async () => {
    fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }] });
    const { user } = await open({ inLanguage: "de" });
    await user.click(screen.getByRole("button", { name: "Listen" }));
    await user.click(await within(await player()).findByRole("button", { name: "Try again" }));
    const again = await within(await player()).findByRole("button", { name: "Try again" });
    expect(again).toBeInTheDocument();
    for (const name of ["Play", "Pause", "Previous paragraph", "Next paragraph"])
      expect(within(await player()).queryByRole("button", { name })).toBeNull();
    expect(within(await player()).queryByRole("combobox")).toBeNull();
  });

  it("has keys that do nothing and marks nothing while it looks for a voice", async () => {
    const speech = fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }], late: Infinity });
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Listen" }));
    const keys = await player();
    for (const name of ["Previous paragraph", "Play", "Next paragraph"])
      expect(within(keys).getByRole("button", { name })).toHaveAttribute("aria-disabled", "true");
    expect(within(keys).queryByRole("combobox")).toBeNull();
    expect(screen.getByRole("heading", { level: 1 })).not.toHaveAttribute("data-here");
    const looks = vi.spyOn(window.speechSynthesis, "cancel");
    await user.click(within(keys).getByRole("button", { name: "Play" }));
    expect(looks).not.toHaveBeenCalled();
    act(speech.find);
    await waitFor(() => expect(speech.said.at(-1)?.text).toBe("Voyager 1 makes sense again"), { timeout: 5000 });
    expect(within(keys).getByRole("button", { name: "Pause" })).not.toHaveAttribute("aria-disabled");
    expect(within(keys).getByRole("combobox", { name: "Speed" })).toBeInTheDocument();
  });

  it("gives the focus back to its tool when the player is closed", async () => {
    fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }] });
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Listen" }));
    await user.click(within(await player()).getByRole("button", { name: "Stop listening" }));
    expect(screen.queryByRole("region", { name: "Listen" })).toBeNull();
    expect(screen.getByRole("button", { name: "Listen" })).toHaveFocus();
  });
});
