import { expect, test } from "vitest";
import { figuresAfterText } from "../../../../src/compiler/formats/fields/leadPicture.ts";
import { robotsTags } from "../../../../src/compiler/formats/fields/robotsTags.ts";

test("instructions to search engines are read from each of their elements", () => {
  const html = `<META content='noindex, follow' name=robots><meta name="description" content="x"><meta name='googlebot' content=none>
    <meta name="robots"><meta name="bingbot" content="noarchive">`;
  expect(robotsTags(html)).toEqual(["noindex, follow", "none", "noarchive"]);
});

test("one picture after the text is a figure, more are a gallery", () => {
  const [a, b] = ["a", "b"].map((url) => ({ url, alt: "", width: 1, height: 1, sources: [] }));
  expect(figuresAfterText([])).toEqual([]);
  expect(figuresAfterText([a!])).toEqual([{ type: "figure", image: a }]);
  expect(figuresAfterText([a!, b!])).toEqual([{ type: "gallery", images: [a, b] }]);
});
