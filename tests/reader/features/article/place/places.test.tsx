import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { compareNews } from "#reader/features/updates/news.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { renderApp, settled } from "../../../../support/renderApp.tsx";

const paragraph = (words: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text: words }] });
const body = [
  paragraph("It had never fallen silent."),
  { type: "divider" as const },
  { type: "quote" as const, children: [paragraph("Look again.")] },
  paragraph("There is no quick way to ask again."),
];
const open = (place = "") =>
  renderApp(`/article/voyager-1${place}`, {
    "article/voyager-1.json": anArticlePage({ article: anArticle({ body, dateline: "Pasadena" }) }),
  });

beforeEach(() => {
  vi.stubGlobal("scrollTo", vi.fn());
  vi.stubGlobal("CSS", { escape: (text: string) => text });
});

describe("a paragraph of a story", () => {
  it("has an address by its number among the paragraphs, and a link to it that is no part of its text", async () => {
    const { user } = await open();
    expect(document.getElementById("p-1")?.textContent).toBe("Pasadena It had never fallen silent.");
    expect(document.getElementById("p-2")?.textContent).toBe("There is no quick way to ask again.");
    expect(document.getElementById("p-3")).toBeNull();
    expect(document.querySelector(".pilcrow")).toBeNull();
    await user.hover(screen.getByText("There is no quick way to ask again."));
    await user.hover(screen.getByText("There is no quick way to ask again."));
    expect(screen.getByRole("link", { name: "Link to paragraph 2" })).toHaveAttribute("href", "#p-2");
  });

  it("gives its link to the clipboard and says so beside itself", async () => {
    const { user } = await open();
    await user.hover(screen.getByText("There is no quick way to ask again."));
    const link = screen.getByRole("link", { name: "Link to paragraph 2" });
    await user.click(link);
    expect(await navigator.clipboard.readText()).toBe(new URL("/article/voyager-1#p-2", location.href).href);
    await waitFor(() => expect(link).toHaveAttribute("data-copied", "Copied"));
  });

  it("has a link to its new number when the story changes", async () => {
    const { user, served } = await open();
    await user.hover(screen.getByText("There is no quick way to ask again."));
    expect(document.querySelector("#p-2 > .pilcrow")).toHaveAttribute("href", "#p-2");
    const dateModified = "2024-04-23T10:00:00Z";
    const longer = [
      paragraph("It had never fallen silent."),
      paragraph("Not once."),
      body[2]!,
      paragraph("There is no quick way to ask again."),
    ];
    served["article/voyager-1.json"] = anArticlePage({ article: anArticle({ body: longer, dateModified }) });
    act(() => compareNews({ newest: [], changed: [["voyager-1", dateModified]] }));
    await user.click(await screen.findByRole("button", { name: "Show" }));
    await screen.findByText("Not once.");
    expect(document.querySelector("#p-3 > .pilcrow")).toHaveAttribute("href", "#p-3");
    expect(screen.getByRole("link", { name: "Link to paragraph 3" })).toBeInTheDocument();
  });

  it("is marked for a reader who arrives at it, and no other is", async () => {
    const { go } = await open("#p-2");
    expect(document.querySelectorAll("[data-here]")).toHaveLength(1);
    expect(document.getElementById("p-2")).toHaveAttribute("data-here");
    await go("/article/voyager-1#p-1");
    expect(document.getElementById("p-2")).not.toHaveAttribute("data-here");
    expect(document.getElementById("p-1")).toHaveAttribute("data-here");
  });
});

describe("a passage that the address names by its words", () => {
  it("is marked where the browser itself does not know such addresses", async () => {
    await open("#:~:text=no%20quick%20way");
    await waitFor(() => expect(document.getElementById("p-2")).toHaveAttribute("data-here"));
  });

  it("is marked on the way inside the app", async () => {
    const { go } = await open();
    await go("/article/voyager-1#:~:text=quick,ask");
    await waitFor(() => expect(document.getElementById("p-2")).toHaveAttribute("data-here"));
  });

  it("leaves its paragraph marked where the words are there no more", async () => {
    await open("#p-1:~:text=long%20gone");
    await waitFor(() => expect(document.getElementById("p-1")).toHaveAttribute("data-here"));
  });

  it.each(["#:~:text=%E0%A4%A", "#:~:", "#%", "#:~:text=,-,"])("does no harm where the address is broken: %s", async (place) => {
    await open(place);
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Voyager 1 makes sense again");
    await settled();
    expect(document.querySelectorAll("[data-here]")).toHaveLength(0);
  });
});
