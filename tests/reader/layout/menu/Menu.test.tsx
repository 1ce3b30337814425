import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { anArticlePage } from "../../../support/anArticle.ts";
import { renderApp } from "../../../support/renderApp.tsx";

const section = { kind: "section", slug: "science", name: "Science", count: 1, fullPages: 0, related: [] };
const teaser = { slug: "voyager-1", headline: "Voyager 1 makes sense again", datePublished: "2024-04-22T07:10:00Z", readingMinutes: 5 };
const files = {
  "article/voyager-1.json": anArticlePage(),
  "section/science.json": { ...section, days: [{ date: "2024-04-22", teasers: [teaser] }] },
};

async function openMenu() {
  const app = await renderApp("/article/voyager-1", files);
  await app.user.click(screen.getByRole("button", { name: "Menu" }));
  return { ...app, menu: await screen.findByRole("dialog", { name: "Menu" }) };
}

describe("the menu", () => {
  it("leads to the sections, the trending topics, and through the whole edition", async () => {
    const { menu } = await openMenu();
    const addresses = (group: string) =>
      within(within(menu).getByRole("region", { name: group }))
        .getAllByRole("link")
        .map((link) => link.getAttribute("href"));
    expect(addresses("Sections")).toEqual(["/section/science", "/section/europe"]);
    expect(addresses("Trending")).toEqual(["/topic/voyager-1"]);
    expect(addresses("Read")).toEqual(["/", "/search", "/latest", "/archive", "/topics", "/places"]);
  });

  it("goes when one of its links is followed, and the focus comes to the new page", async () => {
    const { user, menu } = await openMenu();
    await user.click(within(menu).getByRole("link", { name: "Science" }));
    const heading = await screen.findByRole("heading", { level: 1, name: /Science/u });
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    await waitFor(() => expect(heading).toHaveFocus());
  });

  it("marks the page that is open", async () => {
    const { user, menu } = await openMenu();
    await user.click(within(menu).getByRole("link", { name: "Science" }));
    await screen.findByRole("heading", { level: 1, name: /Science/u });
    await user.click(screen.getByRole("button", { name: "Menu" }));
    const again = await screen.findByRole("dialog", { name: "Menu" });
    expect(within(again).getByRole("link", { name: "Science" })).toHaveAttribute("aria-current", "page");
  });

  it("opens with the space bar too, and closes on Escape back to its button", async () => {
    const { user } = await renderApp("/article/voyager-1", files);
    screen.getByRole("button", { name: "Menu" }).focus();
    await user.keyboard(" ");
    await screen.findByRole("dialog", { name: "Menu" });
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Menu" })).toHaveFocus();
  });

  it.each(["Reading settings", "Keyboard shortcuts"])(
    "gives way to %s, from which the focus returns to the menu's button",
    async (name) => {
      const { user, menu } = await openMenu();
      await user.click(within(menu).getByRole("button", { name }));
      await screen.findByRole("dialog", { name });
      expect(screen.getAllByRole("dialog")).toHaveLength(1);
      await user.keyboard("{Escape}");
      expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
      expect(screen.getByRole("button", { name: "Menu" })).toHaveFocus();
    },
  );
});
