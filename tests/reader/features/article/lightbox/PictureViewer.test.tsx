import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Image } from "#content/image.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { renderApp, settled } from "../../../../support/renderApp.tsx";

const image = (name: string): Image => ({
  url: `/pictures/${name}.jpg`,
  width: 800,
  height: 500,
  sources: [
    { url: `/pictures/${name}-800.webp`, width: 800, type: "image/webp" },
    { url: `/pictures/${name}-1600.webp`, width: 1600, type: "image/webp" },
  ],
  alt: `Drawing of a ${name}`,
  caption: [{ type: "text", text: `A ${name}, drawn.` }],
});
const article = anArticle({
  image: image("dish"),
  body: [
    { type: "figure", image: image("chip") },
    { type: "gallery", images: [image("sun"), image("moon")] },
  ],
});
const open = (place = "") => renderApp(`/article/voyager-1${place}`, { "article/voyager-1.json": anArticlePage({ article }) });
const viewer = (name: string) => screen.findByRole("dialog", { name });

beforeEach(() => {
  vi.stubGlobal("scrollTo", vi.fn());
  Element.prototype.scrollIntoView = vi.fn();
});

describe("a picture of a story", () => {
  it("is a link that is named by what it shows, and counts from the lead image on", async () => {
    await open();
    const names = ["dish", "chip", "sun", "moon"].map((name) => `Drawing of a ${name}`);
    const links = names.map((name) => screen.getByRole("link", { name }));
    expect(links.map((link) => link.getAttribute("href"))).toEqual([1, 2, 3, 4].map((number) => `/article/voyager-1#image-${number}`));
  });

  it("is shown large with its caption, has an address of its own, and Back closes it", async () => {
    const { user, router } = await open();
    await user.click(screen.getByRole("link", { name: "Drawing of a chip" }));
    const shown = within(await viewer("Picture 2 of 4"));
    expect(shown.getByRole("img", { name: "Drawing of a chip" })).toBeInTheDocument();
    expect(shown.getByText("A chip, drawn.")).toBeInTheDocument();
    expect(router.state.location.hash).toBe("#image-2");
    await act(() => router.navigate(-1));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(router.state.location.hash).toBe("");
    expect(screen.getByRole("link", { name: "Drawing of a chip" })).toHaveFocus();
  });

  it("leads to its neighbours by buttons and arrow keys, around the end, in one step of history", async () => {
    const { user, router } = await open();
    await user.click(screen.getByRole("link", { name: "Drawing of a sun" }));
    await viewer("Picture 3 of 4");
    await user.keyboard("{ArrowRight}");
    await user.click(within(await viewer("Picture 4 of 4")).getByRole("button", { name: "Next picture" }));
    await user.click(within(await viewer("Picture 1 of 4")).getByRole("button", { name: "Previous picture" }));
    await user.keyboard("{ArrowLeft}");
    await viewer("Picture 3 of 4");
    await user.click(screen.getByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(router.state.location.hash).toBe("");
  });

  it("opens from an address that was shared, and closing it leaves the story", async () => {
    const { user, router } = await open("#image-4");
    await viewer("Picture 4 of 4");
    await user.click(screen.getByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.getByRole("link", { name: "Drawing of a moon" })).toHaveFocus());
    expect(router.state.location).toMatchObject({ pathname: "/article/voyager-1", hash: "" });
  });

  it.each(["#image-0", "#image-5", "#image-", "#image-1x"])("is not looked for at %s", async (place) => {
    await open(place);
    await settled();
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
