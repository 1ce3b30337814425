import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "../../support/renderApp.tsx";

it("an A to Z without a name says where the stories are", async () => {
  await renderApp("/topics", { "topics.json": { kind: "topic", letters: [] } });
  const main = within(screen.getByRole("main"));
  expect(main.getByText(/Nothing is listed here yet/u)).toBeInTheDocument();
  expect(main.getByRole("link", { name: "Front page" })).toHaveAttribute("href", "/");
  expect(main.queryByRole("navigation")).not.toBeInTheDocument();
});

it("a letter with very many names leads on to their first letters", async () => {
  const group = (letter: string) => ({ letter, slug: letter.toLowerCase(), names: [{ slug: letter, name: letter, count: 1 }], more: 300 });
  await renderApp("/topics/m", { "topics/m.json": { kind: "topic", letter: "M", letters: [group("Ma"), group("Me")] } });
  expect(within(screen.getByRole("navigation", { name: "Letters" })).getByRole("link", { name: "Ma" })).toHaveAttribute(
    "href",
    "#letter-ma",
  );
  expect(screen.getAllByRole("link", { name: /300 more under/u }).map((link) => link.getAttribute("href"))).toEqual([
    "/topics/ma",
    "/topics/me",
  ]);
});
