import { expect, test } from "vitest";
import { linked } from "../support/linked.ts";
import { makeArticle, makeImage } from "../support/makeArticle.ts";
import { prerenderedPage } from "../support/prerendered.ts";

const content = (document: Document, property: string) => document.querySelector(`meta[property="${property}"]`)?.getAttribute("content");

const story = makeArticle({ image: { ...makeImage("cup"), url: "/pictures/cup-1a2b3c4d.jpg" } });

test("a page is shared with the edition's picture where it has none of its own, and where there is one", async () => {
  const sharePicture = { url: "/pictures/paper-1a2b3c4d.jpg", width: 1200, height: 630, alt: "The paper" };
  const edition = { ...linked([story]).edition, sharePicture };
  const without = await prerenderedPage("article/a-story.html", [{ ...story, image: undefined }], { edition });
  expect(content(without, "og:image")).toBe("https://example.org/pictures/paper-1a2b3c4d.jpg");
  expect(content(without, "og:image:alt")).toBe("The paper");
  const own = await prerenderedPage("article/a-story.html", [story], { edition });
  expect(content(own, "og:image")).toBe("https://example.org/pictures/cup-1a2b3c4d.jpg");
});

test.each([
  ["de", "en-IE", "de_DE"],
  ["de-AT", "en-IE", "de_AT"],
  ["en", "en-IE", "en_IE"],
  ["en-GB", "en-IE", "en_GB"],
  ["en", "en", "en_US"],
  ["ar", "de-CH", "ar_EG"],
  ["zh-Hant", "en", "zh_TW"],
])("Open Graph is told the locale of a story in %s in an edition in %s as %s", async (inLanguage, language, locale) => {
  const document = await prerenderedPage("article/a-story.html", [{ ...story, inLanguage }], {
    edition: linked([story], { language }).edition,
  });
  expect(content(document, "og:locale")).toBe(locale);
});
