import { renderHook, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { hostAfter } from "#reader/features/library/highlights/hostAfter.ts";
import { useNoteTextHydrated } from "#loading/hydration/hydratedText.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { renderApp } from "../../../../support/renderApp.tsx";

anOwnLibrary();

const TEXT = "A chip of the craft's memory had failed, and the team moved its code to other places, piece by piece, over five months.";

const highlight = (id: string, exact: string, inLanguage?: string) => {
  const start = TEXT.indexOf(exact);
  const passage = { exact, prefix: TEXT.slice(0, start), suffix: TEXT.slice(start + exact.length), start, end: start + exact.length };
  return changeLibrary("highlight", id, { slug: "voyager-1", headline: "Voyager 1", inLanguage, passage, colour: "blue", madeAt: 1 });
};

test("the page of highlights says which an edit of their story has moved", async () => {
  await highlight("kept", "moved its code to other places");
  await highlight("gone", "had failed");
  const edited = TEXT.replace("had failed", "was long thought to be broken beyond repair").replace("five months", "half a year");
  const body = [{ type: "paragraph" as const, children: [{ type: "text" as const, text: edited }] }];
  await renderApp("/highlights", { "article/voyager-1.json": anArticlePage({ article: anArticle({ body }) }) });
  await screen.findByText(/^These words are no longer in the story/u);
  const [kept, gone] = ["moved its code to other places", "had failed"].map((name) => screen.getByText(name).closest("li"));
  expect(within(gone!).getByText(/no longer/u)).toBeVisible();
  expect(within(kept!).queryByText(/no longer/u)).toBeNull();
});

test("of a story that cannot be had it is not said that anything has moved", async () => {
  await highlight("kept", "had failed");
  await renderApp("/highlights", {});
  await screen.findByText("had failed");
  expect(screen.queryByText(/no longer/u)).toBeNull();
});

test("a copied highlight has the quotation marks of its story's language", async () => {
  await highlight("de", "had failed", "de");
  await highlight("own", "five months");
  const { user } = await renderApp("/highlights", {});
  await user.click(await screen.findByRole("button", { name: "Copy all" }));
  const copied = await navigator.clipboard.readText();
  expect(copied).toContain("„had failed“\n");
  expect(copied).toContain("“five months”\n");
});

test("highlights of former days are looked at again one after another, and then not again on that day", async () => {
  await highlight("kept", "moved its code to other places");
  await highlight("gone", "had failed");
  const { user, go } = await renderApp("/highlights", {});
  await user.click(await screen.findByRole("button", { name: "For review (2)" }));
  const review = within(screen.getByRole("region", { name: "For review" }));
  expect(review.getByText("1 of 2")).toBeVisible();
  expect(review.getByRole("heading")).toHaveFocus();
  expect(review.getAllByRole("link")).toHaveLength(1);
  await user.click(review.getByRole("button", { name: "Next" }));
  await user.click(review.getByRole("button", { name: "Next" }));
  expect(await review.findByText("That is all for today.")).toBeVisible();
  expect(review.getByRole("heading")).toHaveFocus();
  await go("/history");
  await go("/highlights");
  await screen.findByText("had failed");
  expect(screen.queryByText(/For review/u)).toBeNull();
});

test("the bar of a selection stands after the last paragraph that it has words of", () => {
  renderHook(() => useNoteTextHydrated());
  const story = document.createElement("div");
  story.className = "prose";
  story.innerHTML = "<p>One.</p><p>Two.</p><p><em>Three</em> and <b>more</b>.</p><p>Four.</p>";
  document.body.append(story);
  const before = (end: Node, offset: number) => {
    const passage = document.createRange();
    passage.setStart(story, 0);
    passage.setEnd(end, offset);
    const host = hostAfter(passage, "passage-tool");
    const last = host?.previousElementSibling?.textContent;
    host?.remove();
    return last;
  };
  const [, , third, fourth] = story.children;
  expect(before(fourth!, 0)).toBe("Three and more.");
  expect(before(fourth!.firstChild!, 0)).toBe("Three and more.");
  expect(before(third!.querySelector("b")!.firstChild!, 0)).toBe("Three and more.");
  expect(before(story, 2)).toBe("Two.");
  story.remove();
});
