import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { anArticle, anArticlePage } from "../../../support/anArticle.ts";
import { renderApp } from "../../../support/renderApp.tsx";
import { missingSounds, playedSound, playTo } from "../../../support/soundStandIn.ts";
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
  missingSounds.clear();
  Reflect.deleteProperty(window, "speechSynthesis");
});

describe("Listen", () => {
  it("is not offered where the browser cannot speak and the story has no recording", async () => {
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
    await user.click(within(keys).getByRole("button", { name: "Large player" }));
    expect(await screen.findByRole("combobox", { name: "Speed" })).toBeInTheDocument();
  });

  const recorded = { audio: { url: "/media/voyager.mp3", kind: "narration" as const, duration: 125 } };

  it("plays the story's own recording where it has one, in the same player, and on its page too", async () => {
    const speech = fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }] });
    const { user } = await open(recorded);
    await user.click(screen.getByRole("button", { name: "Listen" }));
    const keys = within(await player());
    expect(await keys.findByRole("button", { name: "Pause" })).toBeInTheDocument();
    expect(keys.getByText("Recording")).toBeInTheDocument();
    expect(keys.getByText("0:00 / 2:05")).toBeInTheDocument();
    expect(speech.said.filter(({ volume }) => volume > 0)).toEqual([]);
    act(() => playTo(50));
    await user.click(keys.getByRole("button", { name: "Back 15 seconds" }));
    expect(keys.getByRole("slider", { name: "Position in the recording" })).toHaveValue("35");
    expect(keys.queryByRole("button", { name: "Next paragraph" })).toBeNull();
    expect(keys.queryByRole("combobox")).toBeNull();
    await user.click(keys.getByRole("button", { name: "Large player" }));
    await user.selectOptions(await screen.findByRole("combobox", { name: "Speed" }), "2");
    expect(playedSound()?.playbackRate).toBe(2);
    expect(screen.getByRole("combobox", { name: "Sleep timer" })).toBeInTheDocument();
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Close" }));
    await user.click(screen.getByRole("button", { name: /^Pause: / }));
    expect(await keys.findByRole("button", { name: "Play" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Listen" })).toHaveAttribute("aria-pressed", "false");
    await user.click(keys.getByRole("button", { name: "Stop listening" }));
    expect(playedSound()).toBeUndefined();
    expect(screen.getByText("Resumes at 0:35")).toBeInTheDocument();
  });

  it("plays the recording in a browser that cannot speak", async () => {
    const { user } = await open(recorded);
    await user.click(screen.getByRole("button", { name: "Listen" }));
    const keys = within(await player());
    expect(await keys.findByText("0:00 / 2:05")).toBeInTheDocument();
    expect(keys.getByRole("button", { name: "Pause" })).toBeInTheDocument();
    expect(playedSound()?.getAttribute("src")).toBe("/media/voyager.mp3");
  });

  it("takes over a recording that its page plays, where that is", async () => {
    fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }] });
    const { user } = await open(recorded);
    await user.click(await screen.findByRole("button", { name: /^Play: / }));
    await screen.findByRole("region", { name: "Recording" });
    act(() => playTo(50));
    await user.click(screen.getByRole("button", { name: "Listen" }));
    expect(await within(await player()).findByText("0:50 / 2:05")).toBeInTheDocument();
    expect(screen.queryByRole("region", { name: "Recording" })).toBeNull();
    expect(playedSound()?.currentTime).toBe(50);
  });

  it("says that the voice reads where the recording does not load", async () => {
    missingSounds.add("/media/voyager.mp3");
    const speech = fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }] });
    const { user } = await open(recorded);
    await user.click(screen.getByRole("button", { name: "Listen" }));
    await waitFor(() => expect(speech.said.at(-1)?.text).toBe("Voyager 1 makes sense again"));
    const status = within(await player()).getByRole("status");
    // A region that is there tells of its words a moment later.
    await waitFor(() => expect(status).toHaveTextContent("The recording did not load, so the device’s voice is reading this story."));
    expect(within(await player()).getByText("Paragraph 1 of 3")).toBeInTheDocument();
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
