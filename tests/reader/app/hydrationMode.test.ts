import { afterEach, expect, it } from "vitest";
import { hydrationMode } from "#reader/app/hydrationMode.ts";
import { ConnectionError, HttpError } from "#reader/data/errors.ts";

afterEach(() => document.head.replaceChildren());

const match = (id: string) => ({ id, route: { id }, pathname: "/", params: {}, pathnameBase: "/" });
const PAGE = { errors: null, matches: [match("root"), match("article")] };
const UNKNOWN = { errors: null, matches: [match("root"), match("not-found")] };
const GONE = { ...PAGE, errors: { article: new HttpError(404, "/data/x.json") } };
const FAILED = { ...PAGE, errors: { root: new HttpError(404, "/data/x.json"), article: new HttpError(500, "/data/y.json") } };
const OFFLINE = { ...PAGE, errors: { article: new ConnectionError("/data/x.json", undefined) } };

it.each([
  ["the page that the app would draw", PAGE, "page", "network", "hydrate"],
  ["an older page from the device", PAGE, "page", "device", "render"],
  ["a page in the place of the 404 page", PAGE, "not-found", "network", "render"],
  ["the 404 page", UNKNOWN, "not-found", "network", "hydrate"],
  ["the 404 page of a story", GONE, "not-found", "network", "hydrate"],
  ["a story whose data is gone", GONE, "page", "network", "leave"],
  ["a story on the device that is gone", GONE, "page", "device", "render"],
  ["a page whose data did not load", FAILED, "page", "network", "leave"],
  ["a page without a connection", OFFLINE, "page", "device", "leave"],
  ["the offline page", PAGE, "page", "offlinePage", "render"],
] as const)("of %s the app makes what is right", (_name, state, theirs, origin, mode) => {
  if (theirs === "not-found") document.head.innerHTML = '<meta name="broadsheet-page" content="not-found">';
  const root = document.createElement("div");
  expect(hydrationMode(state, root, origin)).toBe("render");
  root.append("A story");
  expect(hydrationMode(state, root, origin)).toBe(mode);
});
