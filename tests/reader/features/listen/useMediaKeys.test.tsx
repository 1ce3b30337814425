import { act, screen, waitFor } from "@testing-library/react";
import { expect, onTestFinished, test, vi } from "vitest";
import { anArticle, anArticlePage } from "../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../support/ownLibrary.ts";
import { type Files, renderApp } from "../../../support/renderApp.tsx";
import { fakeSpeech } from "./fakeSpeech.ts";

anOwnLibrary();

const paragraph = (text: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text }] });
const body = [paragraph("One."), paragraph("Two.")];
const teaser = (slug: string) => ({
  slug,
  headline: `On ${slug}`,
  datePublished: "2024-04-22T07:10:00Z",
  readingMinutes: 5,
  about: [],
});
const front = { date: "2024-04-22", lead: teaser("rain"), also: [teaser("snow")], latest: [], top: [teaser("hail")], sections: [] };
const stories = ["rain", "snow", "hail"].map((slug): [string, Files[string]] => [
  `article/${slug}.json`,
  anArticlePage({ article: anArticle({ slug, headline: `On ${slug}`, readingMinutes: 5, body }) }),
]);
const files: Files = { ...Object.fromEntries(stories), "front.json": front };

test("the keys of headphones skip by story, those of a keyboard by paragraph", async () => {
  const keys = new Map<string, (() => void) | null>();
  const mediaSession = {
    setActionHandler: (key: string, press: (() => void) | null) => void keys.set(key, press),
    setPositionState: () => {},
  };
  Object.defineProperty(navigator, "mediaSession", { value: mediaSession, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(navigator, "mediaSession"));
  vi.stubGlobal("MediaMetadata", Object);
  const speech = fakeSpeech({ voices: [{ name: "Alan", lang: "en-GB" }] });
  const said = () => speech.said.filter(({ volume }) => volume > 0).map(({ text }) => text);
  const isSaid = (text: string) => waitFor(() => expect(said().at(-1)).toBe(text));
  const { user } = await renderApp("/", files);
  await user.click(await screen.findByRole("button", { name: "Listen to the front page (15 min)" }));
  await isSaid("On rain");
  const press = (key: string) => act(() => keys.get(key)?.());
  press("seekforward");
  await isSaid("One.");
  press("nexttrack");
  await isSaid("On snow");
  press("nexttrack");
  await isSaid("On hail");
  press("previoustrack");
  await isSaid("On snow");
  press("pause");
  expect(mediaSession).toMatchObject({ playbackState: "paused", metadata: { title: "On snow", artist: "The Paper" } });
  press("play");
  expect(mediaSession).toMatchObject({ playbackState: "playing" });
  press("stop");
  expect([...keys.values()].filter((handler) => handler !== null)).toEqual([]);
  expect(mediaSession).toMatchObject({ playbackState: "none", metadata: null });
});
