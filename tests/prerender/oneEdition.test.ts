import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { buildPaper, LANGUAGES_PAPER } from "../support/languagesPaper.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

describe("what a paper has for one edition", () => {
  const edition = JSON.parse(LANGUAGES_PAPER["edition.json"] ?? "");
  const navigation = [{ section: "Wereld" }, { topic: "Moelns" }];
  const paper = {
    ...LANGUAGES_PAPER,
    "edition.json": JSON.stringify(
      { ...edition, languages: { ...edition.languages, nl: { ...edition.languages.nl, navigation } } },
      null,
      1,
    ),
    "slots/footer.html": "<p>Support us</p>",
    "slots/nl/footer.html": "<p>Steun ons</p>",
    "front.json": JSON.stringify({ lead: "ferry" }),
    "front.nl.yaml": [
      "lead: articles/nl/ferry.md",
      "breaking: { text: De haven is dicht, link: /nl/article/molen, until: 2124-06-01T12:00Z }",
      "strips:",
      "  - { title: Molens, stories: [molne] }",
    ].join("\n"),
    "front.de.json": "{}",
  };
  it("is in its front page and its slots alone, and is reported by file and line where it names what is not there", async () => {
    const made = await buildPaper(temporaryFolder(), paper);
    const said = (file: string) => {
      const { document } = parseHTML(made.files.get(file) ?? "");
      const slots = [...document.querySelectorAll("div.slot, template[data-slot]")].map(({ innerHTML }) => innerHTML);
      return { lead: document.querySelector("main h2 a")?.getAttribute("href"), slots };
    };
    const [ours, theirs] = ["<p>Support us</p>", "<p>Steun ons</p>"];
    expect(said("index.html")).toEqual({ lead: "/article/ferry", slots: [ours, ours] });
    expect(said("nl.html")).toEqual({ lead: "/nl/article/ferry-nl", slots: [theirs, theirs] });
    expect(said("ar.html")).toEqual({ lead: "/ar/article/abbara", slots: [ours, ours] });
    expect(JSON.parse(made.files.get("data/nl/front.json") ?? "").breaking).toEqual({
      text: "De haven is dicht",
      link: "/nl/article/molen",
      until: "2124-06-01T12:00Z",
      date: "2024-06-01T00:00:00Z",
    });
    expect(made.told).toEqual([
      ["front.de.json:1", 'The paper has no edition in a language "de", so this is left out.'],
      ["front.nl.yaml:4", 'There is no story "molne", so strips.0.stories.0 was left out.'],
      ["edition.json:26", 'languages.nl.navigation.1: there is no topic "Moelns" with a story, so this link was left out.'],
    ]);
  });
});
