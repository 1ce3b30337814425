import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { anEdition } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

const ada = {
  name: "Ada Keane",
  slug: "ada-keane",
  role: "Science editor",
  bio: ["Covers space.", "Lives in Delft."],
  photo: { url: "/pictures/ada.jpg", width: 40, height: 40, sources: [] },
  links: [{ name: "Mastodon", url: "https://social.example/@ada" }],
  contact: "/contact",
};

it("the staff page names desks and people, and leads to their pages", async () => {
  const groups = [
    { people: [{ name: "Cy Moss", role: "Publisher" }] },
    { desk: { name: "Science desk", slug: "science-desk" }, people: [ada] },
  ];
  await renderApp("/staff", { "edition.json": { ...anEdition, staff: true }, "staff.json": { groups } });
  const main = within(screen.getByRole("main"));
  expect(main.getByRole("heading", { level: 1, name: "Staff" })).toBeInTheDocument();
  expect(main.getByRole("link", { name: "Science desk" })).toHaveAttribute("href", "/author/science-desk");
  expect(main.getByRole("link", { name: "Ada Keane" })).toHaveAttribute("href", "/author/ada-keane");
  expect(main.queryByRole("link", { name: "Cy Moss" })).not.toBeInTheDocument();
  const headings = main.getAllByRole("heading").map(({ tagName, textContent }) => `${tagName} ${textContent}`);
  expect(headings).toEqual(["H1 Staff", "H2 Cy Moss", "H2 Science desk", "H3 Ada Keane"]);
  expect(main.getByText("Covers space.")).toBeInTheDocument();
  expect(main.queryByText("Lives in Delft.")).not.toBeInTheDocument();
  expect(within(screen.getByRole("contentinfo")).getByRole("link", { name: "Staff" })).toHaveAttribute("href", "/staff");
});

it("an author's page shows role, photograph, sentences and links", async () => {
  const { name, slug, ...profile } = ada;
  const list = { kind: "author", slug, name, authorKind: "person", profile, count: 0, fullPages: 0, related: [], days: [] };
  await renderApp("/author/ada-keane", { "author/ada-keane.json": list });
  const main = within(screen.getByRole("main"));
  expect(main.getByText("Science editor")).toBeInTheDocument();
  expect(main.getByRole("img", { name: "Ada Keane" })).toHaveAttribute("src", "/pictures/ada.jpg");
  expect(main.getByText("Lives in Delft.")).toBeInTheDocument();
  expect(main.getByRole("link", { name: "Contact" })).toHaveAttribute("href", "/contact");
  expect(main.getByRole("link", { name: "Mastodon" })).toHaveAttribute("href", "https://social.example/@ada");
});
