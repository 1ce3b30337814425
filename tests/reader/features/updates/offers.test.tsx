import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { offerUndo } from "#reader/toasts/offerUndo.ts";
import { compareNews, newsSeen } from "#reader/features/updates/news.ts";
import { anArticle, anArticlePage } from "../../../support/anArticle.ts";
import { renderApp } from "../../../support/renderApp.tsx";

const teaser = (slug: string, headline: string) => ({ slug, headline, datePublished: "2024-04-22T07:10:00Z", readingMinutes: 5 });
const list = (...stories: ReturnType<typeof teaser>[]) => ({
  kind: "topic",
  slug: "nasa",
  name: "NASA",
  count: stories.length,
  fullPages: 0,
  related: [],
  days: [{ date: "2024-04-22", teasers: stories }],
});
const old = teaser("old", "The old one");
const latest = (...stories: ReturnType<typeof teaser>[]) => ({ ...list(...stories), kind: "latest", slug: "", name: "" });
const learn = (newest: string[], changed: [string, string][] = []) => act(() => compareNews({ newest, changed }));

/** What the tab knows when it is opened. */
const begin = (...newest: string[]) => {
  learn(newest);
  act(newsSeen);
};

describe("an open page", () => {
  it("says how many stories are new, and loads them when the reader wants", async () => {
    begin("old");
    const { user, served } = await renderApp("/latest", { "latest.json": latest(old) });
    served["latest.json"] = latest(teaser("new", "The new one"), teaser("newer", "The newer one"), old);
    learn(["newer", "new", "old"]);
    const offer = await screen.findByRole("button", { name: "2 new stories" });
    expect(screen.queryByText("The new one")).toBeNull();
    await user.click(offer);
    expect(await screen.findByText("The new one")).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole("button", { name: "2 new stories" })).toBeNull());
  });

  it("says on a topic's page how many of them are the topic's, and nothing where none is", async () => {
    begin("old");
    const { served } = await renderApp("/topic/nasa", { "topic/nasa.json": list(old) });
    served["topic/nasa.json"] = list(teaser("new", "The new one"), old);
    learn(["other", "new", "old"]);
    expect(await screen.findByRole("button", { name: "1 new story" })).toBeInTheDocument();
  });

  it("lets nobody hurry who may undo something, and puts that aside by Escape", async () => {
    const { user } = await renderApp("/latest", { "latest.json": latest(old) });
    vi.useFakeTimers({ toFake: ["setTimeout", "setInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    act(() => offerUndo("It is gone.", () => Promise.resolve()));
    act(() => void vi.advanceTimersByTime(600_000));
    vi.useRealTimers();
    expect(screen.getByRole("button", { name: "Undo" }).closest("[aria-live=polite]")).not.toBeNull();
    await user.keyboard("n");
    expect(screen.getByRole("button", { name: "Undo" })).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });

  it("can put the offer aside", async () => {
    begin("old");
    const { user } = await renderApp("/latest", { "latest.json": latest(old) });
    learn(["new", "old"]);
    await screen.findByRole("button", { name: "1 new story" });
    await user.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.queryByRole("button", { name: "1 new story" })).toBeNull();
  });

  it("tells someone who reads a story of others that are new, and leads to the latest", async () => {
    begin("old");
    const { user } = await renderApp("/article/voyager-1", {
      "article/voyager-1.json": anArticlePage({ article: anArticle() }),
      "latest.json": latest(teaser("new", "The new one"), old),
    });
    learn(["new", "old"]);
    await user.click(await screen.findByRole("button", { name: "1 new story" }));
    expect(await screen.findByText("The new one")).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "1 new story" })).toBeNull();
  });

  it("says that its story was changed, and shows it when the reader wants", async () => {
    const page = (headline: string, dateModified?: string) =>
      anArticlePage({ article: anArticle({ headline, ...(dateModified && { dateModified }) }) });
    const { user, served } = await renderApp("/article/voyager-1", { "article/voyager-1.json": page("It was 1976") });
    served["article/voyager-1.json"] = page("It was 1977", "2024-04-23T10:00:00Z");
    learn([], [["voyager-1", "2024-04-23T10:00:00Z"]]);
    await screen.findByText("This story has been updated");
    await user.click(screen.getByRole("button", { name: "Show" }));
    expect(await screen.findByRole("heading", { level: 1, name: "It was 1977" })).toBeInTheDocument();
  });
});
