import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { act, render, screen } from "@testing-library/react";
import { Profiler } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { allRecords, changeLibrary, closeLibrary, mergeRecords, updateLibrary } from "#reader/data/library/library.ts";
import { libraryOf, useLibrary, useRecord, useStorageError } from "#reader/data/library/useLibrary.ts";

globalThis.indexedDB = new IDBFactory();
afterEach(closeLibrary);

function Saved() {
  const saved = useLibrary("saved");
  return <p>Saved: {[...saved.values()].map(({ headline }) => headline).join(", ")}</p>;
}

function Story() {
  const saved = useRecord("saved", "a");
  const trouble = useStorageError();
  return (
    <p>
      {saved?.read ? "read" : "unread"} {trouble}
    </p>
  );
}

test("what is shown follows the library, and is drawn anew only when something of its kind changes", async () => {
  const drawn = vi.fn();
  render(
    <>
      <Profiler id="saved" onRender={drawn}>
        <Saved />
      </Profiler>
      <Story />
    </>,
  );
  await act(() => changeLibrary("saved", "a", { slug: "a", headline: "A story", savedAt: 1 }));
  expect(screen.getByText("Saved: A story")).toBeVisible();
  expect(screen.getByText("unread")).toBeVisible();
  const before = drawn.mock.calls.length;
  await act(() => changeLibrary("muted", "topic:x", { kind: "topic", slug: "x", name: "X", mutedAt: 1 }));
  expect(drawn).toHaveBeenCalledTimes(before);
  await act(() => updateLibrary("saved", "a", (saved) => saved && { ...saved, read: true }));
  expect(screen.getByText("read")).toBeVisible();
  await act(() => changeLibrary("saved", "a", null));
  expect(screen.getByText("Saved:")).toBeVisible();
  expect(libraryOf("saved").size).toBe(0);
});

test("what was written before is there when the library is opened again", async () => {
  const [muted] = (await allRecords()).filter(({ kind }) => kind === "muted");
  expect(muted).toMatchObject({ id: "topic:x", value: { name: "X" } });
  await act(() => mergeRecords([{ kind: "muted", id: "topic:x", stamp: "99999999999999-0000-elsewhere", value: null }]));
  expect(libraryOf("muted").size).toBe(0);
});
