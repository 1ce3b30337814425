import { afterEach, expect, it } from "vitest";
import { setAddress } from "#reader/edition/address.ts";
import { keepCameFrom, noteCameFrom, takeCameFrom, takeKept } from "#reader/features/account/cameFrom.ts";

afterEach(() => {
  setAddress({ base: "/", data: "/data/" });
  history.replaceState(null, "", "/");
  sessionStorage.clear();
  takeCameFrom();
});

/** Notes where the reader is. @returns where signing in leads back to */
function from(path: string, referrer = ""): string | undefined {
  history.replaceState(null, "", path);
  Object.defineProperty(document, "referrer", { configurable: true, value: referrer });
  noteCameFrom();
  Reflect.deleteProperty(document, "referrer");
  return takeCameFrom();
}

it.each([
  ["/article/a?x=1#p-2", "", "/article/a?x=1#p-2"],
  ["/", "", "/"],
  ["/account", "", undefined],
  ["/account/verify", "http://localhost:3000/latest", "/latest"],
  ["/account", "http://localhost:3000/account?new", undefined],
  ["/account", "https://elsewhere.example/latest", undefined],
  ["/account", "http://localhost:3000//elsewhere.example/", undefined],
])("from %s, and before that %s, signing in leads back to %s, once", (path, referrer, to) => {
  expect([from(path, referrer), takeCameFrom()]).toEqual([to, undefined]);
});

it("an edition below a path leads back within it", () => {
  setAddress({ base: "/paper/", data: "/data/", prefix: "/nl" });
  expect(["/paper/nl/latest", "/paper/nl", "/paper/latest", "/paper/nlx", "/latest"].map((path) => from(path))).toEqual([
    "/latest",
    "/",
    undefined,
    undefined,
    undefined,
  ]);
});

it("the page is kept while the reader is at another site, once, and nothing is kept without one", () => {
  history.replaceState(null, "", "/latest");
  noteCameFrom();
  keepCameFrom();
  expect([takeCameFrom(), takeKept(), takeKept()]).toEqual(["/latest", "/latest", undefined]);
  noteCameFrom();
  keepCameFrom();
  takeCameFrom();
  expect(takeCameFrom()).toBe("/latest");
  noteCameFrom();
  keepCameFrom();
  takeCameFrom();
  keepCameFrom();
  expect(takeKept()).toBeUndefined();
});
