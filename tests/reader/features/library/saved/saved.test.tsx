import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { libraryOf } from "#reader/data/library/useLibrary.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { renderApp } from "../../../../support/renderApp.tsx";

anOwnLibrary();

const text = (words: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text: words }] });
const story = anArticle({ readingMinutes: 8, body: [text("First."), text("Second."), text("Third."), text("Fourth.")] });
const files = { "article/voyager-1.json": anArticlePage({ article: story }) };
const saved = (slug: string, headline: string, savedAt: number) => changeLibrary("saved", slug, { slug, headline, savedAt });

test("a story is saved by the button beside it, which then says so, also before the library's code has come, and by the key s", async () => {
  const { user, go } = await renderApp("/article/voyager-1", files);
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Saved on this device");
  await screen.findByRole("button", { name: "Saved" });
  await user.keyboard("s");
  await screen.findByRole("button", { name: "Save" });
  const undo = await screen.findByRole("button", { name: "Undo" });
  expect(screen.queryByText("Saved on this device")).toBeNull();
  await user.click(undo);
  await screen.findByRole("button", { name: "Saved" });
  await go("/");
  expect(libraryOf("saved").get("voyager-1")?.headline).toBe("Voyager 1 makes sense again");
});

test("the keys g and s lead to what is saved, the last first, with how far it was read", async () => {
  await saved("gone", "A story that is gone", 1);
  await saved("voyager-1", "Voyager 1 makes sense again", Date.now());
  await changeLibrary("position", "voyager-1", { slug: "voyager-1", paragraph: 3, offset: 0, at: 1 });
  const { user } = await renderApp("/article/voyager-1", files);
  await user.keyboard("gs");
  await screen.findByRole("heading", { level: 1, name: "Saved" });
  const list = await screen.findByRole("region", { name: "Saved" });
  const [first, second] = within(list).getAllByRole("listitem");
  await within(first!).findByText("4 min left");
  expect(within(first!).getByText("Saved today")).toBeVisible();
  expect(within(first!).getByRole("progressbar", { name: "Read so far" })).toHaveValue(13 / 26);
  expect(within(second!).getByRole("link", { name: "A story that is gone" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Saved (2)" })).toHaveAttribute("aria-current", "page");
  expect(within(screen.getByRole("region", { name: "Continue reading" })).getByRole("link", { name: /Voyager 1/u })).toBeVisible();
});

test("a saved story that was read says so in words", async () => {
  await saved("gone", "A story that is gone", 1);
  await changeLibrary("saved", "voyager-1", { slug: "voyager-1", headline: "Voyager 1 makes sense again", savedAt: 2, read: true });
  await renderApp("/saved", files);
  const list = await screen.findByRole("region", { name: "Saved" });
  const [first, second] = within(list).getAllByRole("listitem");
  expect(within(first!).getByText("Read")).toBeVisible();
  expect(within(second!).queryByText("Read")).toBeNull();
});

test("a removed story can be put back as it was", async () => {
  await saved("voyager-1", "Voyager 1 makes sense again", 7);
  const { user } = await renderApp("/saved", files);
  await user.click(await screen.findByRole("button", { name: "Remove “Voyager 1 makes sense again”" }));
  await screen.findByText(/Nothing is saved yet/u);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await screen.findByRole("link", { name: "Voyager 1 makes sense again" });
  expect(libraryOf("saved").get("voyager-1")?.savedAt).toBe(7);
});

test("where the browser keeps nothing, saving works until the page is closed, and the page says so", async () => {
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
  const { user, go } = await renderApp("/article/voyager-1", files);
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/This browser stores nothing for this site/u);
  expect(screen.queryByText("Saved on this device")).toBeNull();
  await go("/saved");
  expect((await screen.findAllByText(/This browser stores nothing for this site/u)).length).toBeGreaterThan(0);
  expect(screen.getByRole("button", { name: "Remove “Voyager 1 makes sense again”" })).toBeVisible();
});
