import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Post } from "#content/liveBlog.ts";
import { renderApp } from "../../support/renderApp.tsx";

const text = (words: string) => ({ type: "text" as const, text: words });

const post = (id: string, minute: number): Post => ({
  type: "post",
  id,
  date: `2026-03-12T10:0${minute}:00Z`,
  headline: `Post ${id}`,
  children: [
    { type: "paragraph", children: [text("It is out."), { type: "noteRef", note: `${id}~1` }] },
    { type: "note", id: `${id}~1`, children: [{ type: "paragraph", children: [text(`The note of ${id}.`)] }] },
  ],
});

it("shows the notes of each post below it, with the way there and back", async () => {
  const story = { slug: "landing", headline: "The landing", inLanguage: "en", direction: "ltr" };
  const file = { story, page: 1, posts: [post("down", 2), post("out", 1)] };
  await renderApp("/article/landing/page/1", { "article/landing/page/1.json": file });
  for (const id of ["down", "out"]) {
    const shown = within(document.querySelector<HTMLElement>(`#post-${id}`) ?? document.body);
    const link = shown.getByRole("doc-noteref", { name: "Note 1" });
    expect(link).toHaveTextContent(/^1$/u);
    const note = document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""));
    expect(note).toHaveTextContent(`The note of ${id}.`);
    const back = shown.getByRole("doc-backlink");
    expect(document.getElementById(decodeURIComponent(back.getAttribute("href")?.slice(1) ?? ""))).toBe(link);
  }
  expect(screen.getAllByRole("doc-endnotes")).toHaveLength(2);
});
