import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { anArticle, anArticlePage } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

const teaser = { slug: "voyager-1", headline: "Voyager 1 makes sense again", datePublished: "2024-04-22T07:10:00Z", readingMinutes: 5 };
const topicPage = {
  kind: "topic",
  slug: "nasa",
  name: "NASA",
  count: 1,
  fullPages: 0,
  related: [],
  days: [{ date: "2024-04-22", teasers: [teaser] }],
};
const files = {
  "article/voyager-1.json": anArticlePage({ article: anArticle({ topics: [{ slug: "nasa", name: "NASA" }] }) }),
  "topic/nasa.json": topicPage,
};

describe("moving between pages", () => {
  it("leads from a chip to its topic and on to a story, with title, focus and one announcement each time", async () => {
    const { user } = await renderApp("/article/voyager-1", files);
    await user.click(screen.getAllByRole("link", { name: "NASA" })[1]!);
    const heading = await screen.findByRole("heading", { level: 1, name: "NASA news 1 story" });
    await waitFor(() => expect(heading).toHaveFocus());
    await waitFor(() => expect(document.title).toBe("NASA news | The Paper"));
    await waitFor(() => expect(screen.getAllByRole("status").map(textOf)).toContain("NASA news | The Paper"));
    await user.click(screen.getByRole("link", { name: "Voyager 1 makes sense again" }));
    const headline = await screen.findByRole("heading", { level: 1, name: "Voyager 1 makes sense again" });
    await waitFor(() => expect(headline).toHaveFocus());
  });

  it("gives the focus back to the link that was followed", async () => {
    const { user, router } = await renderApp("/article/voyager-1", files);
    await user.click(screen.getAllByRole("link", { name: "NASA" })[1]!);
    await screen.findByRole("heading", { level: 1, name: "NASA news 1 story" });
    await router.navigate(-1);
    await waitFor(() => expect(screen.getAllByRole("link", { name: "NASA" })[1]!).toHaveFocus());
  });

  it("fetches a page once, however often the reader returns to it", async () => {
    const { go, asked } = await renderApp("/article/voyager-1", files);
    await go("/topic/nasa");
    await go("/article/voyager-1");
    await go("/topic/nasa");
    expect(asked.filter((file) => file === "topic/nasa.json")).toHaveLength(1);
  });

  it("keeps a list as it is for Back, and no story", async () => {
    const { go, router } = await renderApp("/topic/nasa", files);
    const list = screen.getByRole("heading", { level: 1, name: "NASA news 1 story" });
    await go("/article/voyager-1");
    const headline = screen.getByRole("heading", { level: 1, name: "Voyager 1 makes sense again" });
    await go("/topics");
    await act(() => router.navigate(-1));
    expect(screen.getByRole("heading", { level: 1, name: "Voyager 1 makes sense again" })).not.toBe(headline);
    await act(() => router.navigate(-1));
    expect(screen.getByRole("heading", { level: 1, name: "NASA news 1 story" })).toBe(list);
  });

  it("asks anew for a list that is shown after half a minute, by Back too, and says of a story that was read before that it is gone", async () => {
    const { go, router, served } = await renderApp("/topic/nasa", files);
    await go("/article/voyager-1");
    const later = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 40_000);
    served["topic/nasa.json"] = {
      ...topicPage,
      days: [{ date: "2024-04-22", teasers: [{ ...teaser, slug: "other", headline: "Another" }] }],
    };
    await act(() => router.navigate(-1));
    expect(await screen.findByRole("link", { name: "Another" })).toBeVisible();
    expect(screen.queryByRole("link", { name: teaser.headline })).toBeNull();

    later.mockReturnValue(Date.now() + 6 * 60_000);
    served["article/voyager-1.json"] = undefined;
    await go("/article/voyager-1");
    expect(screen.getByText(/the story has moved or was taken down/u)).toBeVisible();
    expect(within(screen.getByRole("main")).getByRole("searchbox")).toBeVisible();
    later.mockRestore();
  });
});

describe("a page that cannot be shown", () => {
  it("says that an unknown address is unknown, and leads on", async () => {
    await renderApp("/no/such/page", files);
    expect(screen.getByRole("heading", { level: 1, name: "Page not found" })).toBeInTheDocument();
    expect(within(screen.getByRole("main")).getByRole("link", { name: "Topics A to Z" })).toHaveAttribute("href", "/topics");
  });

  it("says the same of a story that does not exist", async () => {
    await renderApp("/article/gone", files);
    expect(screen.getByText("Error 404:", { exact: false })).toBeInTheDocument();
  });

  it.each(["/topic/%E0%A4%A", "/article/%E0%A4%A", "/%E0%A4%A"])("and of an address that is none: %s", async (address) => {
    await renderApp(address, files);
    expect(screen.getByRole("heading", { level: 1, name: "Page not found" })).toBeInTheDocument();
  });

  it("offers to try again after a server's error, and then shows the page", async () => {
    const broken = { ...files, "topic/nasa.json": new Response("", { status: 503 }) };
    const { user, served } = await renderApp("/topic/nasa", broken);
    expect(screen.getByRole("main")).toHaveTextContent("The server answered with an error.");
    served["topic/nasa.json"] = topicPage;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { level: 1, name: "NASA news 1 story" })).toBeInTheDocument();
  });

  it("asks again for a list that failed when the reader comes back to it", async () => {
    const broken = { ...files, "topic/nasa.json": new Response("", { status: 503 }) };
    const { go, router, served } = await renderApp("/topic/nasa", broken);
    await go("/article/voyager-1");
    served["topic/nasa.json"] = topicPage;
    await act(async () => router.navigate(-1));
    expect(await screen.findByRole("heading", { level: 1, name: "NASA news 1 story" })).toBeVisible();
  });

  it("says that a file was cut off in the middle", async () => {
    await renderApp("/topic/nasa", { "topic/nasa.json": new Response('{"kind":"topic","na') });
    expect(screen.getByRole("main")).toHaveTextContent("incomplete or damaged");
  });

  it("says that a file breaks the contract, in words that are not about files", async () => {
    await renderApp("/topic/nasa", { "topic/nasa.json": { ...topicPage, days: "none" } });
    expect(screen.getByRole("main")).toHaveTextContent("incomplete or damaged");
    expect(screen.getByRole("main")).not.toHaveTextContent(/json|days/u);
  });

  it("tells the code of a server's error and the address of the page, and no file", async () => {
    await renderApp("/topic/nasa", { ...files, "topic/nasa.json": new Response("", { status: 503 }) });
    expect(screen.getByRole("main")).toHaveTextContent(/Error 503: .?\/topic\/nasa/u);
    expect(screen.getByRole("main")).not.toHaveTextContent(".json");
  });

  it("says that there is no connection", async () => {
    await renderApp("/topic/nasa", { "topic/nasa.json": new TypeError("Failed to fetch") });
    expect(screen.getByRole("main")).toHaveTextContent("no connection");
  });

  it("stays usable where even the edition's own file is missing", async () => {
    const { user, served } = await renderApp("/topic/nasa", { ...files, "edition.json": new Response("", { status: 500 }) });
    served["edition.json"] = {
      name: "The Paper",
      language: "en",
      direction: "ltr",
      timeZone: "UTC",
      date: "2024-04-22",
      sections: [],
      trending: [],
    };
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { level: 1, name: "NASA news 1 story" })).toBeInTheDocument();
  });
});

const textOf = ({ textContent }: HTMLElement): string => textContent;
