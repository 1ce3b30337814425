import { expect, it, vi } from "vitest";
import { prefetcher } from "#reader/navigation/prefetch/prefetcher.ts";

it("prefetches a page once, unless it fails, and neither the open page nor what is not a page", async () => {
  const prefetch = vi.fn(async (_params: object): Promise<unknown> => undefined);
  const get = prefetcher([{ path: "/article/:slug", prefetch }, { path: "/saved" }], "/paper");
  const at = (path: string) => get(new URL(path, location.href).href);
  history.replaceState(null, "", "/paper/article/open");
  expect(await Promise.all(["/paper/article/open", "/paper/saved", "/paper/none", "/article/a"].map(at))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(prefetch).not.toHaveBeenCalled();
  prefetch.mockRejectedValueOnce(new Error("There is no network."));
  expect([await at("/paper/article/a?x"), await at("/paper/article/a"), await at("/paper/article/a#y")]).toEqual([true, true, false]);
  expect(prefetch.mock.calls).toEqual([[{ slug: "a" }], [{ slug: "a" }]]);
});
