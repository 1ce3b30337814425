import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Article } from "#content/article.ts";
import { changeSetting, resetSettings } from "#reader/features/settings/settingsStore.ts";
import { useNoteTextHydrated } from "#loading/hydration/hydratedText.ts";
import { NameLinks } from "#reader/pages/names/NameLinks.tsx";
import { anArticle, anArticlePage } from "../../support/anArticle.ts";
import { renderApp, settled } from "../../support/renderApp.tsx";

afterEach(resetSettings);

const body = [
  {
    type: "paragraph" as const,
    children: [
      { type: "text" as const, text: "A report of " },
      { type: "link" as const, url: "/topic/europol", card: true, children: [{ type: "text" as const, text: "Europol" }] },
      { type: "text" as const, text: " arrived." },
    ],
  },
];

const list = { kind: "topic", slug: "europol", name: "Europol", count: 1, fullPages: 0, related: [], days: [] };
const files = {
  "article/voyager-1.json": anArticlePage({ article: anArticle({ body }) }),
  "topic/europol.json": list,
};

describe("a name that the edition knows", () => {
  it("is a link to its page, which is followed in browsers without popovers", async () => {
    const { user } = await renderApp("/article/voyager-1", files);
    const name = screen.getByRole("link", { name: "Europol" });
    expect(name).toHaveAttribute("href", "/topic/europol");
    expect(name).toHaveClass("name");
    expect(name).not.toHaveAttribute("aria-haspopup");
    await user.click(name);
    expect(await screen.findByRole("heading", { level: 1, name: /Europol news/u })).toBeInTheDocument();
  });

  it("is no link while the reader has cards turned off", async () => {
    changeSetting("cards", "off");
    await renderApp("/article/voyager-1", files);
    expect(screen.queryByRole("link", { name: "Europol" })).not.toBeInTheDocument();
    expect(screen.getByText("Europol")).toBeInTheDocument();
    act(() => changeSetting("cards", "on"));
    await settled();
    expect(screen.getByRole("link", { name: "Europol" })).toHaveAttribute("href", "/topic/europol");
  });
});

/** A story with links at some names, by their places in it. */
function Page({ isOff, article, names }: { isOff: boolean; article: Article; names: string[] }) {
  useNoteTextHydrated();
  return (
    <main>
      <article className="story">
        <p className="prose">
          {names.map((name, place) => (
            <a key={place} className="name" href={`/topic/${name}`}>
              {name}
            </a>
          ))}
        </p>
      </article>
      <NameLinks isOff={isOff} article={article} />
    </main>
  );
}

const addresses = () => [...document.querySelectorAll(".name")].map((name) => name.getAttribute("href"));

describe("the names in a story that is edited while it is open", () => {
  it("stay without links while the reader has turned cards off, and have the new addresses once they are on again", async () => {
    const page = render(<Page isOff article={anArticle()} names={["Europol", "CERN"]} />);
    await settled();
    expect(addresses()).toEqual([null, null]);
    page.rerender(<Page isOff article={anArticle()} names={["Europol", "NASA", "ESA"]} />);
    await settled();
    expect(addresses()).toEqual([null, null, null]);
    page.rerender(<Page isOff={false} article={anArticle()} names={["Europol", "NASA", "ESA"]} />);
    await settled();
    expect(addresses()).toEqual(["/topic/Europol", "/topic/NASA", "/topic/ESA"]);
  });
});

describe("the names in a story, where there are popovers", () => {
  beforeEach(() => void Object.defineProperty(HTMLElement.prototype, "popover", { value: null, configurable: true, writable: true }));
  afterEach(() => void Reflect.deleteProperty(HTMLElement.prototype, "popover"));

  it("say that they open a dialog only while they do", async () => {
    const article = anArticle();
    const page = render(<Page isOff={false} article={article} names={["Europol"]} />);
    await settled();
    expect(screen.getByRole("link")).toHaveAttribute("aria-haspopup", "dialog");
    page.rerender(<Page isOff={false} article={anArticle()} names={["Europol", "CERN"]} />);
    await settled();
    expect(document.querySelectorAll("[aria-haspopup=dialog]")).toHaveLength(2);
    page.rerender(<Page isOff article={article} names={["Europol"]} />);
    await settled();
    expect(document.querySelectorAll("[aria-haspopup]")).toHaveLength(0);
  });
});
