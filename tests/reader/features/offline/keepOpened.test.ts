import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepOpened } from "#reader/features/offline/keepOpened.ts";
import { isServed, postToWorker } from "#reader/features/offline/startWorker.ts";

vi.mock("#reader/features/offline/startWorker.ts", () => ({ isServed: vi.fn(), postToWorker: vi.fn(async () => {}) }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.mocked(postToWorker).mockClear();
  vi.mocked(isServed).mockReturnValue(false);
  history.replaceState(null, "", "/article/ferry?from=mail#text");
  document.body.innerHTML = "<img><img><img><img>";
  const shown = ["/pictures/a.webp", "/pictures/a.webp", "/icon.svg", "https://other.example/pictures/b.webp"];
  document.querySelectorAll("img").forEach((image, place) => {
    Object.defineProperty(image, "currentSrc", { value: new URL(shown[place] ?? "", location.href).href });
  });
});
afterEach(() => {
  vi.useRealTimers();
  document.head.replaceChildren();
  document.body.replaceChildren();
  Reflect.deleteProperty(navigator, "connection");
  history.replaceState(null, "", "/");
});

const full = (path: string) => new URL(path, location.href).href;
const messages = () => vi.mocked(postToWorker).mock.calls.map(([message]) => (typeof message === "function" ? message() : message));

it("keeps the page that was opened with its files and pictures, and the files of each page after it, once", async () => {
  const loaded = ["edition.json", "article/ferry.json"];
  let show = (): void => {};
  keepOpened(
    () => loaded,
    (shown) => (show = shown),
  );
  expect(messages()).toEqual([]);
  await vi.runAllTimersAsync();
  expect(messages()).toEqual([
    {
      type: "visited",
      pages: [full("/article/ferry")],
      data: ["edition.json", "article/ferry.json", "front.json"].map((file) => full(`/data/${file}`)),
      pictures: [{ url: full("/pictures/a.webp"), others: [] }],
    },
  ]);
  vi.mocked(isServed).mockReturnValue(true);
  loaded.push("topic/tides.json");
  show();
  await vi.runAllTimersAsync();
  expect(messages()[1]).toEqual({ type: "visited", pages: [], data: [full("/data/topic/tides.json")], pictures: [] });
});

it("keeps no page that came from the device, and only what was loaded if the reader saves data", async () => {
  document.head.innerHTML = '<meta name="broadsheet-kept" content="page">';
  Object.defineProperty(navigator, "connection", { configurable: true, value: { saveData: true } });
  keepOpened(
    () => ["edition.json"],
    () => {},
  );
  await vi.runAllTimersAsync();
  expect(messages()).toEqual([{ type: "visited", pages: [], data: [full("/data/edition.json")], pictures: [] }]);
});

it("keeps the files of the search index that load before there is a worker", async () => {
  keepOpened(
    () => [],
    () => {},
  );
  await vi.runAllTimersAsync();
  const loaded = ["/data/search/manifest.json", "/data/search/0a1b.bin", "/assets/app.js"].map((path) => performance.mark(full(path)));
  vi.spyOn(performance, "getEntriesByType").mockReturnValueOnce(loaded);
  const data = ["/data/front.json", "/data/search/manifest.json", "/data/search/0a1b.bin"].map(full);
  expect(messages()).toEqual([expect.objectContaining({ data })]);
});
