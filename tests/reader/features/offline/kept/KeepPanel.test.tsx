import "fake-indexeddb/auto";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ListPage } from "#content/pages/listPage.ts";
import { showJob } from "#reader/device/kept/jobs.ts";
import { type KeptRecord, newRecord } from "#reader/device/kept/keptRecord.ts";
import { deleteRecord, readRecord, writeRecord } from "#reader/device/kept/records.ts";
import { KeepPanel } from "#reader/features/offline/kept/KeepPanel.tsx";
import { KeptList } from "#reader/features/offline/kept/KeptList.tsx";
import { WordsProvider } from "#reader/i18n/words.ts";
import { wordsIn } from "../../../../support/words.ts";

const words = wordsIn("en").page;
const ID = "/topic/tides";
const list = (changes: Partial<ListPage> = {}): ListPage => ({
  kind: "topic",
  slug: "tides",
  name: "Tides",
  related: [],
  days: [],
  count: 40,
  bytes: 8_000_000,
  ...changes,
});
const record = (changes: Partial<KeptRecord>): KeptRecord => ({ ...newRecord(ID, "Tides", 40), ...changes });

let estimate: StorageEstimate;

beforeEach(() => {
  estimate = { quota: 100_000_000, usage: 20_000_000 };
  class Manager {
    readonly estimate = async () => estimate;
    readonly persist = async () => true;
  }
  vi.stubGlobal("StorageManager", Manager);
  Object.defineProperty(navigator, "storage", { configurable: true, value: new Manager() });
  vi.stubGlobal("caches", { has: async () => false, open: async () => ({ put: async () => {} }) });
});
afterEach(async () => {
  Reflect.deleteProperty(navigator, "storage");
  act(() => showJob(ID, undefined));
  await deleteRecord(ID);
});

async function show(changes?: Partial<ListPage>) {
  const onClose = vi.fn();
  render(
    <WordsProvider value={words}>
      <KeepPanel list={list(changes)} title="Keep" onClose={onClose} />
    </WordsProvider>,
  );
  await screen.findByText(/room/u);
  return { user: userEvent.setup(), onClose };
}

const buttons = () =>
  screen
    .getAllByRole("button")
    .map(({ textContent }) => textContent)
    .filter(Boolean);
const texts = () => Array.from(document.querySelectorAll("dialog > p"), ({ textContent }) => textContent);

test("says what is kept, how large it is, and how much room there is", async () => {
  const { user, onClose } = await show();
  expect(texts()).toEqual([words.keepIntro, "40 stories, about 8 MB", "This device has room for 40 MB."]);
  expect(buttons()).toEqual(["Keep on this device"]);
  await user.click(screen.getByRole("button", { name: words.close }));
  expect(onClose).toHaveBeenCalledOnce();
});

test("says how many of the newest fit where not all do", async () => {
  estimate = { quota: 4_000_000, usage: 0 };
  await show();
  expect(texts()[2]).toBe("There is not enough room for all of them. The newest will be kept: 10 stories.");
});

test("exactly enough room is enough, and the whole edition says so", async () => {
  estimate = { quota: 16_000_000 };
  await show({ kind: "latest", slug: "" });
  expect([texts()[0], texts()[2]]).toEqual([words.keepEditionIntro, "This device has room for 8 MB."]);
});

test("a list whose size is not known names its stories alone", async () => {
  await show({ bytes: undefined });
  expect(texts()[1]).toBe("40 stories");
});

test("what was begun before can be resumed or removed", async () => {
  await writeRecord(record({ stories: ["a", "b"] }));
  const { user } = await show();
  expect(await screen.findByText("2 of 40 stories")).toBeVisible();
  expect([screen.getByRole("progressbar").getAttribute("value"), screen.getByRole("progressbar").getAttribute("max")]).toEqual(["2", "40"]);
  expect(buttons()).toEqual(["Resume", "Remove from this device"]);
  await user.click(screen.getByRole("button", { name: "Remove from this device" }));
  await waitFor(() => expect(buttons()).toEqual(["Keep on this device"]));
  expect(await readRecord(ID)).toBeUndefined();
});

test("what is whole says so, and can only be removed", async () => {
  await writeRecord(record({ whole: true }));
  await show();
  expect(await screen.findByText(words.keepDone)).toBeVisible();
  expect(buttons()).toEqual(["Remove from this device"]);
});

test.each([
  ["running", ["Pause"], "3 of 40 stories", words.keepBegun],
  ["paused", ["Resume", "Remove from this device"], "3 of 40 stories", ""],
  ["failed", ["Resume", "Remove from this device"], `3 of 40 stories ${words.keepFailed}`, words.keepFailed],
  ["full", ["Resume", "Remove from this device"], "3 of 40 stories", words.keepFailed],
  ["whole", ["Remove from this device"], words.keepDone, words.keepDone],
] as const)("a list that is %s offers what can be done", async (state, offered, progress, announced) => {
  await show();
  act(() => showJob(ID, { state, done: 3, total: 40 }));
  expect(buttons()).toEqual(offered);
  expect(screen.getByRole("progressbar").parentElement).toHaveTextContent(progress);
  await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(announced));
});

test("starts, and says what failed", async () => {
  const asked = vi.fn(async () => new Response("", { status: 500 }));
  vi.stubGlobal("fetch", asked);
  const { user } = await show();
  await user.click(screen.getByRole("button", { name: "Keep on this device" }));
  await waitFor(() => expect(screen.getByRole("progressbar").parentElement).toHaveTextContent(words.keepFailed));
  expect(asked).toHaveBeenCalled();
});

test("lists what is kept with its size, and removes it", async () => {
  const onChange = vi.fn();
  const records = [
    record({ whole: true, bytes: 3_000_000 }),
    record({ id: "/article/a", path: "/article/a", name: "", stories: ["a"], bytes: 500_000 }),
    record({ id: "/media/x.mp3", path: "/article/b", name: "Sound", total: 0, bytes: 1_500_000 }),
  ];
  render(
    <MemoryRouter>
      <WordsProvider value={words}>
        <KeptList records={records} onChange={onChange} />
      </WordsProvider>
    </MemoryRouter>,
  );
  expect(screen.getByText("5 MB used on this device.")).toBeVisible();
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "Tides40 stories, about 3 MBRemove from this device",
    `${words.keepEdition}1 of 40 storiesRemove from this device`,
    "Sound1.5 MBRemove from this device",
  ]);
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([ID, "/article/a", "/article/b"]);
  act(() => showJob("/article/a", { state: "running", done: 5, total: 40 }));
  expect(screen.getByText("5 of 40 stories")).toBeVisible();
  act(() => showJob("/article/a", { state: "whole", done: 40, total: 40 }));
  expect(screen.getByText("40 stories, about 500 kB")).toBeVisible();
  act(() => showJob("/article/a", undefined));
  await userEvent.click(screen.getAllByRole("button")[0]!);
  await waitFor(() => expect(onChange).toHaveBeenCalledOnce());
});
