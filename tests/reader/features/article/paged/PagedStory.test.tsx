import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { changeSetting, resetSettings } from "#reader/features/settings/settingsStore.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { standInForPages } from "../../../../support/pagesStandIn.ts";
import { renderApp } from "../../../../support/renderApp.tsx";

const PAGE = 600;
const body = [1, 2, 3].map((number) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text: `Part ${number}` }] }));
const files = { "article/voyager-1.json": anArticlePage({ article: anArticle({ body }) }) };

standInForPages();

/** A story of three pages: a paragraph on each. */
beforeEach(() => {
  vi.stubGlobal("visualViewport", null);
  let left = 0;
  Object.assign(Element.prototype, { scrollTo: (to: { left: number }) => (left = to.left) });
  vi.spyOn(Element.prototype, "scrollWidth", "get").mockReturnValue(3 * PAGE);
  vi.spyOn(Element.prototype, "scrollLeft", "get").mockImplementation(() => left);
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function box(this: Element) {
    const place = Number(this.id.replace("p-", "")) - 1;
    return this.id.startsWith("p-") ? new DOMRect(place * PAGE - left, 200, PAGE, 300) : new DOMRect(0, 0, PAGE, 700);
  });
  act(() => changeSetting("paged", "pages"));
});
afterEach(() => {
  act(resetSettings);
  vi.restoreAllMocks();
  Reflect.deleteProperty(Element.prototype, "scrollTo");
});

async function show(hash = "") {
  const app = await renderApp(`/article/voyager-1${hash}`, files);
  return { ...app, bar: within(await screen.findByRole("group", { name: "Pages" })) };
}

const isOff = (button: HTMLElement) => button.getAttribute("aria-disabled") === "true";

it("shows a page at a time, and which of how many it is", async () => {
  const { user, bar } = await show();
  const [previous, next] = ["Previous page", "Next page"].map((name) => bar.getByRole("button", { name }));
  expect(document.documentElement.dataset["pages"]).toBe("pages");
  expect(bar.getByRole("status")).toHaveTextContent("Page 1 of 3");
  expect([isOff(previous!), isOff(next!)]).toEqual([true, false]);
  await user.click(next!);
  expect(bar.getByRole("status")).toHaveTextContent("Page 2 of 3");
  expect([isOff(previous!), isOff(next!)]).toEqual([false, false]);
  await user.click(next!);
  await user.click(next!);
  expect(bar.getByRole("status")).toHaveTextContent("Page 3 of 3");
  expect([isOff(previous!), isOff(next!)]).toEqual([false, true]);
  await user.click(previous!);
  expect(bar.getByRole("status")).toHaveTextContent("Page 2 of 3");
});

it("shows the page of the paragraph that the address names", async () => {
  const { bar } = await show("#p-3");
  expect(bar.getByRole("status")).toHaveTextContent("Page 3 of 3");
});

it("hides the tools of the story until they are asked for", async () => {
  const { user, bar } = await show();
  const tools = document.querySelector<HTMLElement>(".story > .actions")!;
  const toggle = bar.getByRole("button", { name: "Story tools" });
  expect([tools.inert, toggle.getAttribute("aria-expanded")]).toEqual([true, "false"]);
  await user.click(toggle);
  expect([tools.inert, toggle.getAttribute("aria-expanded")]).toEqual([false, "true"]);
  expect(tools.contains(document.activeElement)).toBe(true);
  await user.keyboard("{Escape}");
  expect(tools.inert).toBe(true);
  expect(toggle).toHaveFocus();
});

it("scrolls again when the reader wants that", async () => {
  const { user, bar } = await show();
  await user.click(bar.getByRole("button", { name: "Scroll again" }));
  await waitFor(() => expect(screen.queryByRole("group", { name: "Pages" })).toBeNull());
  expect(document.documentElement.dataset["pages"]).toBeUndefined();
  expect(document.querySelector<HTMLElement>(".story > .actions")?.inert).toBe(false);
});
