import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { belongsTo } from "#compiler/refine/reservedPaths.ts";
import { pageRoutes } from "#reader/app/routes.tsx";

it("keeps the address of every page of the reader for it", () => {
  const firsts = new Set(pageRoutes(new QueryClient()).map(({ path = "" }) => path.split("/")[0] ?? ""));
  const free = [...firsts].filter((first) => !["", "*", "404", "offline"].includes(first) && belongsTo(first) === undefined);
  expect(free).toEqual([]);
  expect(firsts.size).toBeGreaterThan(12);
});

it("leaves other addresses, and the two that a page may put into other words, to pages of the paper", () => {
  expect(["about", "about/search", "topical", "404", "offline"].map(belongsTo)).toEqual(Array(5).fill(undefined));
  expect([belongsTo("404/x"), belongsTo("Offline/x"), belongsTo("ARCHIVE")]).not.toContain(undefined);
});
