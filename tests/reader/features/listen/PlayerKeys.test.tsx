import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { LargePlayer } from "#reader/features/listen/LargePlayer.tsx";
import { loadListeningWords } from "#reader/features/listen/listeningWords.ts";
import { Player } from "#reader/features/listen/Player.ts";
import { PlayerKeys } from "#reader/features/listen/PlayerKeys.tsx";
import type { PlayerState } from "#reader/features/listen/playerState.ts";
import { PlayerStatus } from "#reader/features/listen/PlayerStatus.tsx";
import { WordsProvider } from "#reader/i18n/words.ts";
import { wordsIn } from "../../../support/words.ts";
import { fakeSpeech } from "./fakeSpeech.ts";

const asked: string[] = [];

/** A player that only notes what it is asked to do. */
function aPlayer(): Player {
  const player = new Player({ story: vi.fn(), list: vi.fn() }, { changed: () => {}, heard: () => {}, end: () => {} });
  for (const method of ["play", "pause", "previous", "next", "skip", "goTo", "setSleep"] as const)
    vi.spyOn(player, method).mockImplementation((...details: unknown[]) => void asked.push([method, ...details].join(" ")));
  return player;
}

const story = (slug: string, more = {}) => ({ slug, headline: `On ${slug}`, ...more });
const queue = [story("hail", { minutes: 3 }), story("rain", { inLanguage: "de" }), story("snow", { hasRecording: true })];

function aState(changes: Partial<PlayerState> = {}): PlayerState {
  const [first] = queue;
  const part = { place: "headline" as const, sentences: ["One."] };
  return {
    queue,
    older: undefined,
    index: 0,
    story: first!,
    parts: [part, part],
    part: 0,
    sentence: 0,
    status: "playing",
    skipped: undefined,
    rate: 1,
    sleep: 0,
    voices: [],
    voice: undefined,
    recording: undefined,
    time: undefined,
    isRecordingLost: false,
    ...changes,
  };
}

const track = { recording: { url: "/media/hail.mp3" }, title: "On hail", page: "/article/hail", language: {} };

beforeEach(async () => {
  document.documentElement.lang = "en";
  await loadListeningWords();
  fakeSpeech({ voices: [] });
  asked.length = 0;
});
afterEach(() => void Reflect.deleteProperty(window, "speechSynthesis"));

function show(part: (player: Player) => ReactElement) {
  const { container } = render(<WordsProvider value={wordsIn("en").page}>{part(aPlayer())}</WordsProvider>);
  return { user: userEvent.setup(), container };
}

const keys = (part?: HTMLElement) =>
  (part ? within(part) : screen)
    .queryAllByRole("button")
    .map((key) => `${key.getAttribute("aria-label") ?? key.textContent}${key.getAttribute("aria-disabled") ? " (off)" : ""}`);

it.each<[string, Partial<PlayerState>, string[]]>([
  ["reads", {}, ["Previous paragraph", "Pause", "Next paragraph", "Next story", "Large player"]],
  ["rests", { status: "paused" }, ["Previous paragraph", "Play", "Next paragraph", "Next story", "Large player"]],
  ["loads", { status: "loading" }, ["Previous paragraph (off)", "Play (off)", "Next paragraph (off)", "Next story", "Large player"]],
  ["plays a recording", { recording: track }, ["Back 15 seconds", "Pause", "Forward 30 seconds", "Next story", "Large player"]],
  ["has no voice", { status: "voiceless" }, ["Try again", "Next story", "Large player"]],
  ["is at the last story", { index: 2 }, ["Previous paragraph", "Pause", "Next paragraph", "Large player"]],
])("a player that %s offers what can be done", async (_name, changes, offered) => {
  const enlarge = vi.fn();
  const { user } = show((player) => <PlayerKeys player={player} state={aState(changes)} enlarge={enlarge} />);
  expect(keys()).toEqual(offered);
  for (const key of screen.getAllByRole("button")) await user.click(key);
  const main = changes.status === undefined ? "pause" : "play";
  expect(asked).toEqual([
    ...(changes.status === "voiceless" ? [main] : ["skip -1", main, "skip 1"]),
    ...(changes.index === 2 ? [] : ["next"]),
  ]);
  expect(enlarge).toHaveBeenCalledOnce();
});

it("shows the queue, and goes to a story of it", async () => {
  const onClose = vi.fn();
  const { user } = show((player) => <LargePlayer player={player} state={aState({ index: 1, story: queue[1]! })} onClose={onClose} />);
  const dialog = screen.getByRole("dialog");
  const stories = within(dialog).getAllByRole("listitem");
  expect(stories.map(({ textContent }) => textContent.trim())).toEqual(["On hail 3 min", "On rain", "On snow"]);
  expect(stories.map((each) => each.querySelector("button")?.getAttribute("aria-current"))).toEqual([null, "true", null]);
  expect(stories[1]?.querySelector("span")).toHaveAttribute("lang", "de");
  expect(dialog.querySelector(".large-title")).toHaveAttribute("lang", "de");
  expect(keys(dialog.querySelector<HTMLElement>(".large-keys")!)).toEqual([
    "Previous story",
    "Pause",
    "Next story",
    "Previous paragraph",
    "Next paragraph",
  ]);
  for (const key of dialog.querySelectorAll(".large-keys button")) await user.click(key);
  await user.click(within(stories[2]!).getByRole("button"));
  expect(asked).toEqual(["previous", "pause", "next", "skip -1", "skip 1", "goTo 2"]);
  await user.click(within(dialog).getByRole("button", { name: "Close" }));
  expect(onClose).toHaveBeenCalledOnce();
});

it.each<[string, Partial<PlayerState>, string[]]>([
  ["one story", { queue: queue.slice(0, 1), status: "paused" }, ["Play", "Previous paragraph", "Next paragraph"]],
  ["the last story", { index: 2 }, ["Previous story", "Pause", "Next story (off)", "Previous paragraph", "Next paragraph"]],
  [
    "the last story of a page",
    { index: 2, older: { kind: "topic", slug: "weather", page: 1 } },
    ["Previous story", "Pause", "Next story", "Previous paragraph", "Next paragraph"],
  ],
  ["a recording", { recording: track }, ["Previous story", "Pause", "Next story", "Back 15 seconds", "Forward 30 seconds"]],
])("the large player has the keys for %s", async (_name, changes, offered) => {
  const { user, container } = show((player) => <LargePlayer player={player} state={aState(changes)} onClose={() => {}} />);
  const large = container.querySelector<HTMLElement>(".large-keys")!;
  expect(keys(large)).toEqual(offered);
  expect(container.querySelectorAll(".queue")).toHaveLength(changes.queue ? 0 : 1);
  for (const key of within(large).queryAllByRole("button", { name: "Next story" })) await user.click(key);
  expect(asked).toEqual(offered.includes("Next story") ? ["next"] : []);
});

it("a browser that cannot read aloud says which stories it skips, and does not go to them", async () => {
  Reflect.deleteProperty(window, "speechSynthesis");
  const { user } = show((player) => <LargePlayer player={player} state={aState({ index: 2, recording: track })} onClose={() => {}} />);
  expect(screen.getByText("Stories without a recording are skipped because this browser cannot read aloud.")).toBeVisible();
  const stories = within(screen.getByRole("list")).getAllByRole("button");
  expect(stories.map((each) => each.getAttribute("aria-disabled"))).toEqual(["true", "true", null]);
  for (const each of stories) await user.click(each);
  expect(asked).toEqual(["goTo 2"]);
  expect(screen.queryByRole("button", { name: "Previous story" })).toBeNull();
});

it("stops by itself when the reader wants that", async () => {
  const { user } = show((player) => <LargePlayer player={player} state={aState({ recording: track, sleep: 30 })} onClose={() => {}} />);
  const timer = screen.getByRole("combobox", { name: "Sleep timer" });
  expect(timer).toHaveValue("30");
  expect(
    within(timer)
      .getAllByRole("option")
      .map(({ textContent }) => textContent),
  ).toEqual(["No sleep timer", "15 min", "30 min", "60 min", "At the end of the story"]);
  await user.selectOptions(timer, "At the end of the story");
  await user.selectOptions(timer, "No sleep timer");
  expect(asked).toEqual(["setSleep story", "setSleep 0"]);
});

it.each<[string, Partial<PlayerState>, string]>([
  ["reads", { part: 1 }, "Paragraph 2 of 2 · Story 1 of 3"],
  ["reads one story", { queue: queue.slice(0, 1) }, "Paragraph 1 of 2"],
  ["loads", { status: "loading" }, "Loading the story"],
  ["could not load the next", { status: "missing" }, "The next stories did not load. Check the connection, then press Play."],
  [
    "skipped a story",
    { skipped: { ...queue[1]!, why: "missing" } },
    "“On rain” did not load and was skipped. Paragraph 1 of 2 · Story 1 of 3",
  ],
  ["plays a recording", { recording: track }, "Recording  · Story 1 of 3"],
])("a player that %s says so", async (_name, changes, text) => {
  const { container } = show(() => <PlayerStatus state={aState(changes)} />);
  await vi.waitFor(() => expect(container).toHaveTextContent(text.replace("  ", " ")));
});

it("says which voice is missing", async () => {
  const { container } = show(() => <PlayerStatus state={aState({ skipped: { ...queue[1]!, why: "voiceless" } })} />);
  await vi.waitFor(() => expect(container).toHaveTextContent("German"));
});
