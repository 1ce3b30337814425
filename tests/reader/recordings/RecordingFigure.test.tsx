import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import { stopTrack } from "#reader/recordings/trackPlayer.ts";
import { anArticle, anArticlePage } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";
import { endSound, loseSound, playedSound, playTo } from "../../support/soundStandIn.ts";

afterEach(() => {
  act(stopTrack);
  localStorage.clear();
  Reflect.deleteProperty(navigator, "mediaSession");
  Reflect.deleteProperty(Element.prototype, "scrollTo");
});
const scrolled = vi.fn();
beforeEach(() => {
  Element.prototype.scrollTo = scrolled;
});

const sound = {
  type: "audio" as const,
  url: "/media/tide.mp3",
  title: "The tide",
  duration: 125,
  credit: "Ada",
  chapters: [
    { start: 10, title: "It rises" },
    { start: 62.5, title: "It falls" },
  ],
  transcript: [
    { start: 0, speaker: "Ada", text: "Here it comes." },
    { start: 4, speaker: "Ada", text: "And stays." },
    { start: 62.5, speaker: "Ben", text: "It goes." },
  ],
};

const files = (...body: Block[]) => ({ "article/voyager-1.json": anArticlePage({ article: anArticle({ body }) }), "latest.json": {} });
const show = (...body: Block[]) => renderApp("/article/voyager-1", files(...body));
const dock = () => screen.getByRole("region", { name: "Recording" });
const timeOf = (within: HTMLElement) => within.querySelector(".meta [dir=ltr]")?.parentElement?.textContent;

it("shows a recording with its length, its chapters and who says what when", async () => {
  await show(sound);
  const figure = screen.getByRole("figure");
  expect(figure.querySelector(".recording-title")).toHaveTextContent("The tide2:05");
  expect(figure.querySelector("figcaption")).toHaveTextContent("Ada");
  const chapters = figure.querySelector(".recording-chapters")!;
  expect(Array.from(chapters.children, ({ textContent }) => textContent)).toEqual(["0:10 It rises", "1:02 It falls"]);
  expect(Array.from(chapters.querySelectorAll("a"), (link) => link.getAttribute("href"))).toEqual([
    "/media/tide.mp3#t=10",
    "/media/tide.mp3#t=62",
  ]);
  const [first, second, ...others] = figure.querySelectorAll(".recording-transcript p");
  expect([first?.textContent, second?.textContent, others.length]).toEqual([
    "0:00 Ada: Here it comes. And stays. ",
    "1:02 Ben: It goes. ",
    0,
  ]);
});

it("plays it in the small player, which stays on other pages, skips, and is closed without losing the focus", async () => {
  const { user, go } = await show(sound);
  await user.click(screen.getByRole("button", { name: "Play: The tide" }));
  const player = await screen.findByRole("region", { name: "Recording" });
  expect(within(player).getByRole("link", { name: "The tide" })).toHaveAttribute("href", "/article/voyager-1");
  act(() => playTo(20.7));
  const slider = within(player).getByRole("slider", { name: "Position in the recording" });
  expect(slider).toHaveValue("20");
  expect([slider.getAttribute("max"), slider.getAttribute("aria-valuetext")]).toEqual(["125", "0:20 of 2:05"]);
  expect(timeOf(player)).toBe("0:20 / 2:05 · It rises");
  await user.click(within(player).getByRole("button", { name: "Forward 30 seconds" }));
  expect(timeOf(player)).toBe("0:50 / 2:05 · It rises");
  await user.click(within(player).getByRole("button", { name: "Back 15 seconds" }));
  expect(playedSound()?.currentTime).toBeCloseTo(35.7);
  act(() => playTo(110));
  await user.click(within(player).getByRole("button", { name: "Forward 30 seconds" }));
  expect(playedSound()?.currentTime).toBe(125);
  act(() => playTo(10));
  await user.click(within(player).getByRole("button", { name: "Back 15 seconds" }));
  expect(playedSound()?.currentTime).toBe(0);
  await user.selectOptions(within(player).getByRole("combobox", { name: "Speed" }), "1.5×");
  expect(playedSound()?.playbackRate).toBe(1.5);
  await go("/about-nothing");
  expect(dock()).toBe(player);
  await user.click(within(player).getByRole("button", { name: "Stop the recording" }));
  expect(screen.queryByRole("region", { name: "Recording" })).toBeNull();
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  expect(playedSound()).toBeUndefined();
});

it("goes to a chapter and to a cue, and pauses", async () => {
  const { user } = await show(sound);
  await user.click(screen.getByText("Chapters"));
  await user.click(screen.getAllByRole("link", { name: "1:02" })[0]!);
  const player = await screen.findByRole("region", { name: "Recording" });
  expect(playedSound()?.currentTime).toBe(62.5);
  const chapter = within(player).getByRole("combobox", { name: "Chapters" });
  act(() => playTo(3));
  expect([chapter, timeOf(player)]).toEqual([expect.objectContaining({ value: "-1" }), "0:03 / 2:05"]);
  await user.selectOptions(chapter, "It falls");
  expect(playedSound()?.currentTime).toBe(62.5);
  act(() => playTo(70));
  expect(
    within(chapter)
      .getAllByRole("option")
      .map(({ textContent }) => textContent),
  ).toEqual(["It rises", "It falls"]);
  await user.click(screen.getByText("Transcript"));
  const box = screen.getByRole("group", { name: "Transcript" });
  await waitFor(() => expect(box.querySelector("[data-here]")).toHaveTextContent("It goes."));
  expect(scrolled).toHaveBeenCalled();
  await user.click(within(box).getByText("And stays."));
  expect(playedSound()?.currentTime).toBe(4);
  act(() => playTo(4));
  await waitFor(() => expect(box.querySelector("[data-here]")).toHaveTextContent("And stays."));
  expect(box.querySelectorAll("[data-here]")).toHaveLength(1);
  await user.click(within(player).getByRole("button", { name: "Pause" }));
  expect(playedSound()).toBeUndefined();
  await user.click(await screen.findByRole("button", { name: "Play: The tide" }));
  expect(playedSound()?.currentTime).toBe(4);
  await user.click(await screen.findByRole("button", { name: "Pause: The tide" }));
  expect(playedSound()).toBeUndefined();
});

it("goes on where it was left, but not near its beginning or its end, and starts over after the end", async () => {
  const { user } = await show(sound);
  const leaveAt = async (time: number) => {
    await user.click(screen.getByRole("button", { name: "Play: The tide" }));
    const player = await screen.findByRole("region", { name: "Recording" });
    act(() => playTo(time));
    await user.click(within(player).getByRole("button", { name: "Stop the recording" }));
    return screen.queryByText(/^Resumes at/u)?.textContent;
  };
  expect(await leaveAt(5)).toBeUndefined();
  expect(await leaveAt(61)).toBe("Resumes at 1:01");
  await user.click(screen.getByRole("button", { name: "Play: The tide" }));
  expect(playedSound()?.currentTime).toBe(61);
  expect(screen.queryByText(/^Resumes at/u)).toBeNull();
  act(stopTrack);
  expect(await leaveAt(120)).toBeUndefined();
  expect(await leaveAt(119)).toBe("Resumes at 1:59");
  await user.click(screen.getByRole("button", { name: "Play: The tide" }));
  act(endSound);
  expect(screen.queryByRole("region", { name: "Recording" })).toBeNull();
});

it("says that it does not load", async () => {
  const { user } = await show({ ...sound, title: undefined, chapters: undefined });
  await user.click(screen.getByRole("button", { name: "Play: Recording" }));
  const player = await screen.findByRole("region", { name: "Recording" });
  expect(within(player).queryByRole("combobox", { name: "Chapters" })).toBeNull();
  act(loseSound);
  expect(await within(player).findByText("The recording cannot be played. Check the connection, and try again.")).toBeVisible();
});

it("is controlled by the media keys while it plays", async () => {
  const handlers: Record<string, ((details: object) => void) | null> = {};
  const session = {
    setActionHandler: (key: string, handler: (typeof handlers)[string]) => (handlers[key] = handler),
    setPositionState: vi.fn(),
    metadata: null,
    playbackState: "none",
  };
  Object.defineProperty(navigator, "mediaSession", { configurable: true, value: session });
  vi.stubGlobal("MediaMetadata", Object);
  const { user } = await show(sound);
  await user.click(screen.getByRole("button", { name: "Play: The tide" }));
  await screen.findByRole("region", { name: "Recording" });
  expect(session.metadata).toEqual({ title: "The tide", artist: "The Paper" });
  await waitFor(() => expect(session.playbackState).toBe("playing"));
  act(() => playTo(30));
  expect(session.setPositionState).toHaveBeenLastCalledWith({ duration: 125, playbackRate: 1, position: 30 });
  act(() => handlers["seekforward"]?.({}));
  act(() => handlers["seekbackward"]?.({}));
  expect(playedSound()?.currentTime).toBe(45);
  act(() => handlers["seekto"]?.({}));
  act(() => handlers["seekto"]?.({ seekTime: 7 }));
  expect(playedSound()?.currentTime).toBe(7);
  act(() => handlers["pause"]?.({}));
  await waitFor(() => expect(session.playbackState).toBe("paused"));
  act(() => handlers["play"]?.({}));
  await waitFor(() => expect(session.playbackState).toBe("playing"));
  act(() => handlers["stop"]?.({}));
  await waitFor(() => expect(session.playbackState).toBe("none"));
  expect([session.metadata, Object.values(handlers).filter(Boolean)]).toEqual([null, []]);
});

it("shows a film in the browser's own player, with its captions, and a file that not every browser plays", async () => {
  const captions = [{ url: "/media/en.vtt", language: "en" }, { url: "/media/more.vtt" }];
  const film = {
    type: "video" as const,
    url: "/media/tide.m3u8",
    mediaType: "application/vnd.apple.mpegurl",
    poster: "/pictures/tide.jpg",
    captions,
  };
  const { user } = await show(
    { ...film, chapters: sound.chapters },
    { type: "video", url: "/media/x.mp4", title: "Waves", duration: 61, width: 400, height: 300 },
  );
  const [first, second] = document.querySelectorAll("video");
  expect([first?.getAttribute("aria-label"), first?.width, first?.height, first?.getAttribute("poster")]).toEqual([
    "Video",
    640,
    360,
    "/pictures/tide.jpg",
  ]);
  expect([second?.getAttribute("aria-label"), second?.width, second?.height, second?.hasAttribute("poster")]).toEqual([
    "Waves",
    400,
    300,
    false,
  ]);
  expect(Array.from(first?.querySelectorAll("track") ?? [], ({ label, srclang, kind }) => [label, srclang, kind])).toEqual([
    ["en", "en", "captions"],
    ["Captions", "en", "captions"],
  ]);
  const [one, two] = screen.getAllByRole("figure");
  expect(within(one!).getByRole("link", { name: "Open the file" })).toHaveAttribute("href", "/media/tide.m3u8");
  expect(within(two!).queryByRole("link", { name: "Open the file" })).toBeNull();
  expect([one, two].map((figure) => figure?.querySelector(".recording-title")?.textContent)).toEqual([undefined, "Waves1:01"]);
  await user.click(within(one!).getByText("Chapters"));
  await user.click(within(one!).getByRole("link", { name: "0:10" }));
  expect(playedSound()).toBe(first);
  expect(first?.currentTime).toBe(10);
});
