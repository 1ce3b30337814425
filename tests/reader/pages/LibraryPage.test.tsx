import { screen, waitFor, within } from "@testing-library/react";
import { expect, onTestFinished, test, vi } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { setAddress } from "#reader/edition/address.ts";
import { anArticlePage } from "../../support/anArticle.ts";
import { anOwnLibrary } from "../../support/ownLibrary.ts";
import { renderApp } from "../../support/renderApp.tsx";

anOwnLibrary();

const passage = { exact: "fault lay", prefix: "The ", suffix: " in", start: 4, end: 13 };
const mark = { slug: "voyager-1", headline: "Voyager 1", colour: "green", passage, note: "Ask about it.", madeAt: 1 } as const;

test.each(["Saved", "Following", "Highlights", "History"])("%s is a tab of the library, and the library leaves from it", async (name) => {
  await changeLibrary("highlight", "h1", mark);
  const { user } = await renderApp(`/${name.toLowerCase()}`, {});
  const tabs = await screen.findByRole("navigation", { name: "Your pages" });
  const links = within(tabs).getAllByRole("link");
  expect(links.map((link) => link.textContent)).toEqual(["Saved", "Following", "Highlights (1)", "History", "Catch up"]);
  expect(links.find((link) => link.getAttribute("aria-current") === "page")).toHaveTextContent(name);
  await user.click(await screen.findByText("Export your library"));
  expect(screen.getByRole("button", { name: /import elsewhere/u })).toBeVisible();
});

test("what leaves from an edition below a prefix leads there", async () => {
  setAddress({ base: "/paper/", data: "/data/", prefix: "/nl" });
  onTestFinished(() => {
    setAddress({ base: "/", data: "/data/" });
    vi.restoreAllMocks();
  });
  const files: Blob[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  class KeptURL extends URL {
    static override createObjectURL = (file: Blob) => `blob:${files.push(file)}`;
  }
  vi.stubGlobal("URL", KeptURL);
  await changeLibrary("followed", "topic:veerboten", { kind: "topic", slug: "veerboten", name: "Veerboten", followedAt: 1, seenAt: 1 });
  const { user } = await renderApp("/saved", {});
  await user.click(await screen.findByText("Export your library"));
  await user.click(screen.getByRole("button", { name: /OPML/u }));
  await vi.waitFor(() => expect(files).toHaveLength(1));
  expect(await files[0]?.text()).toMatch(
    /xmlUrl="[^"]*\/paper\/nl\/topic\/veerboten\/feed\.xml" htmlUrl="[^"]*\/paper\/nl\/topic\/veerboten"/u,
  );
});

test("each file that a library is exported in is announced once it is ready, also twice in a row", async () => {
  onTestFinished(() => void vi.restoreAllMocks());
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  class KeptURL extends URL {
    static override createObjectURL = () => "blob:";
  }
  vi.stubGlobal("URL", KeptURL);
  await changeLibrary("highlight", "h1", mark);
  await changeLibrary("followed", "topic:space", { kind: "topic", slug: "space", name: "Space", followedAt: 1, seenAt: 1 });
  const { user } = await renderApp("/saved", {});
  await user.click(await screen.findByText("Export your library"));
  const ways = screen.getByRole("button", { name: /import elsewhere/u }).closest("ul") ?? document.body;
  const buttons = within(ways).getAllByRole("button");
  let last: Element | undefined;
  for (const button of buttons) {
    await user.click(button);
    last = await waitFor(() => {
      const said = screen.getByText("The file is ready");
      expect(said, button.textContent).not.toBe(last);
      return said;
    });
  }
  expect(click).toHaveBeenCalledTimes(7);
});

test.each([
  ["nothing is downloaded or said where the reader cancels", "AbortError", [], ""],
  ["it is downloaded where the browser refuses", "NotAllowedError", ["stories.epub"], "Done."],
])("a book is sent to an e-reader, and %s", async (_name, error, files, said) => {
  const downloaded: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    downloaded.push(this.download);
  });
  class KeptURL extends URL {
    static override createObjectURL = () => "blob:";
  }
  vi.stubGlobal("URL", KeptURL);
  const share = vi.fn(() => Promise.reject(new DOMException("", error)));
  Object.defineProperty(navigator, "canShare", { value: () => true, configurable: true });
  Object.defineProperty(navigator, "share", { value: share, configurable: true });
  onTestFinished(() => {
    vi.restoreAllMocks();
    Reflect.deleteProperty(navigator, "canShare");
    Reflect.deleteProperty(navigator, "share");
  });
  await changeLibrary("saved", "voyager-1", { slug: "voyager-1", headline: "Voyager 1", savedAt: 1 });
  const { user } = await renderApp("/saved", { "article/voyager-1.json": anArticlePage() });
  await user.click(await screen.findByText("Export your library"));
  const send = screen.getByRole("button", { name: "Send to my e-reader" });
  await user.click(send);
  await vi.waitFor(() => expect(share).toHaveBeenCalledOnce());
  await waitFor(() => expect(send).toHaveAttribute("aria-disabled", "false"));
  expect(downloaded).toEqual(files);
  expect(within(send.closest("fieldset") ?? document.body).getByRole("status")).toHaveTextContent(said === "" ? /^$/u : said);
});

test("a highlight stands with its note below its story, and leads to its place", async () => {
  await changeLibrary("highlight", "h1", mark);
  await renderApp("/highlights", {});
  expect(await screen.findByRole("link", { name: "fault lay" })).toHaveAttribute("href", "/article/voyager-1#highlight-h1");
  expect(screen.getByText("Ask about it.")).toBeVisible();
});
