import { screen } from "@testing-library/react";
import { expect, it, onTestFinished } from "vitest";
import { anArticlePage } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

it("leaves nothing of the first page in the head once the reader has moved on", async () => {
  document.head.innerHTML = `<link rel="canonical" href="https://example.org/"><meta property="og:title" content="Front">
    <script type="application/ld+json">{}</script><link rel="icon" href="/icon.svg">`;
  onTestFinished(() => void (document.head.innerHTML = ""));
  const files = { "article/a.json": anArticlePage(), "article/b.json": anArticlePage() };
  const { go } = await renderApp("/article/a", files);
  expect(document.querySelector("link[rel=canonical]")).not.toBeNull();
  await go("/article/b");
  await screen.findByRole("heading", { level: 1 });
  expect(document.querySelector("link[rel=canonical], meta[property], script")).toBeNull();
  expect(document.querySelector("link[rel=icon]")).not.toBeNull();
});
