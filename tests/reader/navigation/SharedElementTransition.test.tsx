import { act, render } from "@testing-library/react";
import { createMemoryRouter, Outlet, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { remember } from "#reader/navigation/historyEntry.ts";
import { SharedElementTransition } from "#reader/navigation/SharedElementTransition.tsx";

const PAGE = `<article class="teaser" id="one"><h3><a href="/article/a">A</a></h3><p><a href="/topic/x" id="chip">X</a></p></article>
  <section class="feature" id="two"><div><h2><a href="/article/b">B</a></h2></div></section>`;

beforeEach(() => {
  document.body.insertAdjacentHTML("beforeend", `<div id="page">${PAGE}</div>`);
  Object.assign(document, { startViewTransition: vi.fn() });
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  document.addEventListener("click", stay);
});
afterEach(() => {
  document.removeEventListener("click", stay);
  document.getElementById("page")?.remove();
  Reflect.deleteProperty(document, "startViewTransition");
});

/** jsdom cannot follow links. */
const stay = (event: Event) => event.preventDefault();

function show() {
  const element = (
    <>
      <SharedElementTransition />
      <Outlet />
    </>
  );
  const router = createMemoryRouter([{ path: "*", element }], { initialEntries: ["/"] });
  return { router, ...render(<RouterProvider router={router} />) };
}

const opened = () => Array.from(document.querySelectorAll("[data-opened]"), ({ id }) => id);
const click = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();

it("marks the teaser whose headline is opened, and no other link", async () => {
  const { router, unmount } = show();
  click("#one h3 a");
  expect(opened()).toEqual(["one"]);
  click("#two a");
  expect(opened()).toEqual(["two"]);
  click("#chip");
  expect(opened()).toEqual([]);
  click("#one h3 a");
  await act(() => router.navigate("/article/a"));
  expect(opened()).toEqual([]);
  unmount();
  click("#one h3 a");
  expect(opened()).toEqual([]);
});

it("on Back marks the teaser that was opened, unless the reader was far down the story", async () => {
  const { router } = show();
  const link = { href: document.querySelector<HTMLAnchorElement>("#one h3 a")?.href ?? "", place: 0, top: 0, y: 0 };
  remember(router.state.location.key, { link });
  for (const [y, marked] of [
    [innerHeight / 2 - 1, ["one"]],
    [innerHeight / 2, []],
  ] as const) {
    await act(() => router.navigate("/article/a"));
    expect(opened()).toEqual([]);
    remember(router.state.location.key, { y });
    await act(() => router.navigate(-1));
    expect(opened()).toEqual(marked);
  }
});
