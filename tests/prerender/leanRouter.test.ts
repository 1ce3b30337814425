import * as fc from "fast-check";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { createMemoryRouter, type DataRouter, type RouteObject } from "react-router";
import { parseSync } from "vite";
import { expect, it, onTestFinished, vi } from "vitest";
import { lean } from "../../scripts/leanRouter.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const FOLDER = "node_modules/react-router/dist/production";
const REACT = pathToFileURL(createRequire(import.meta.url).resolve("react")).href;

const ADDRESSES = [
  "/",
  "/article/a",
  "/article/a#part",
  "/article/b",
  "/search?q=x",
  "/search?q=y",
  "/topic/t/page/2",
  "/no%where",
  "/none",
];

/** Where a reader goes, if anywhere, and what becomes of the pages that are then being loaded. Most of them come. */
const step = fc.record({
  go: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...ADDRESSES) }, fc.constantFrom(-1, -1, 1, 0)),
  again: fc.constantFrom(false, false, false, true),
  replace: fc.boolean(),
  viewTransition: fc.boolean(),
  pages: fc.constantFrom("come", "come", "come", "fail", "wait"),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

it("goes wherever the whole router goes, by the same steps", async () => {
  // The whole one warns of addresses that are none.
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  const file = join(temporaryFolder(), "lean.mjs");
  writeFileSync(file, lean(wholeRouter()).replaceAll('from "react"', `from "${REACT}"`));
  const leanRouter: { createMemoryRouter: typeof createMemoryRouter } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      expect(await wayOf(leanRouter.createMemoryRouter, steps)).toEqual(await wayOf(createMemoryRouter, steps));
    }),
    { numRuns: 60 },
  );
});

it("is code of which some is left out", () => {
  expect(parseSync("router.mjs", lean(wholeRouter())).errors).toEqual([]);
  expect(lean(wholeRouter())).not.toMatch(/^ {4}(?:fetch: fetch2|getBlocker),$/mu);
});

it("leaves what declares a function as it is", () => {
  const declared = /^ *(?:async )?function \w+/gmu;
  expect(lean(wholeRouter()).match(declared)).toEqual(wholeRouter().match(declared));
});

it("says what it looked for where the router is written differently", () => {
  expect(() => lean(wholeRouter().replaceAll("opts?.mask", "options?.mask"))).toThrow(
    "React Router no longer has the code that scripts/leanRouter.ts leaves out: opts?.mask",
  );
});

function wholeRouter(): string {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".mjs"));
  return files.map((file) => readFileSync(join(FOLDER, file), "utf8")).find((code) => code.includes("function createRouter(init)")) ?? "";
}

/** All that a router tells while these steps are taken. */
async function wayOf(create: typeof createMemoryRouter, steps: Step[]): Promise<unknown[]> {
  const waiting: ((fails: boolean) => void)[] = [];
  const router = create(routes(waiting));
  const way: unknown[] = [told(router)];
  router.subscribe((_state, { viewTransitionOpts }) => {
    const { currentLocation: from, nextLocation: to } = viewTransitionOpts ?? {};
    way.push([told(router), from?.pathname, to?.pathname]);
  });
  for (const { go, again, pages, ...options } of steps) {
    if (again) void router.revalidate();
    if (typeof go === "string") void router.navigate(go, options);
    if (typeof go === "number" && go !== 0) void router.navigate(go);
    await later(0);
    if (pages === "wait") continue;
    while (waiting.length > 0) {
      waiting.shift()?.(pages === "fail");
      await later(0);
    }
  }
  return way;
}

/** As those of the app: an edition around its pages, failures of both, and what is not there. */
function routes(waiting: ((fails: boolean) => void)[]): RouteObject[] {
  const loader = () => new Promise<null>((done, fail) => waiting.push((fails) => (fails ? fail(new Error("No.")) : done(null))));
  const failure = { ErrorBoundary: () => null };
  const page = (path: string): RouteObject => ({ id: path, path, loader, Component: () => null });
  const pages = [{ ...page(""), id: "front" }, page("article/:slug"), page("topic/:slug/page/:page"), page("search")];
  const none = { id: "none", path: "*", Component: () => null };
  return [{ id: "root", path: "/", loader, ...failure, children: [{ id: "page", ...failure, children: [...pages, none] }] }];
}

function told({ state }: DataRouter): unknown {
  const { historyAction, location, navigation, revalidation, initialized, matches, errors, loaderData } = state;
  const place = ({ pathname, search, hash }: typeof location) => pathname + search + hash;
  return {
    historyAction,
    revalidation,
    initialized,
    loaderData,
    at: place(location),
    to: [navigation.state, navigation.location && place(navigation.location)],
    shows: matches.map(({ route, params }) => [route.id, params]),
    errors: Object.entries(errors ?? {}).map(([id, error]) => [id, String(error)]),
  };
}
