import { strFromU8, unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { contentOf } from "./features/pictures/edition.ts";
import { filesIn, temporaryFolder } from "../support/temporaryFolder.ts";

const story = (slug: string, more = "", body = "Words.", date = "2024-04-22T07:10:00Z"): [string, string] => [
  `articles/${slug}.md`,
  `---\nheadline: About ${slug}\ndatePublished: ${date}\ntopics: [Mars]\nplaces: [Delft]\nsection: Science\n${more}\n---\n${body}\n`,
];

/** A site with these stories. */
async function paper(stories: [file: string, text: string | Uint8Array][]) {
  const edition = JSON.stringify({ url: "https://example.org/", epub: {}, feeds: { fullText: true } });
  const content = contentOf({ "edition.json": edition, ...Object.fromEntries(stories) });
  const out = temporaryFolder();
  const { problems } = await compile({ content, out, encode: false, now: Date.parse("2024-04-23T00:00:00Z") });
  const texts = filesIn(out);
  const json = (file: string) => JSON.parse(texts.get(file) ?? "null");
  const book = (slug: string) => {
    const files = unzipSync(readFileSync(join(out, `article/${slug}.epub`)));
    return strFromU8(files["book/story-1.xhtml"] ?? new Uint8Array());
  };
  if (texts.size === 0) throw new Error(JSON.stringify(problems));
  return { problems, texts, text: (file: string) => texts.get(file) ?? "", json, book, said: problems.map(({ message }) => message) };
}

it("a story of a kind says so before its genre, in its language, on its page, in lists, in feeds and in books", async () => {
  const { json, text, book, said } = await paper([
    story("tides", "kind: Opinion\ngenre: Review"),
    story("ebb", "kind: press_release\ninLanguage: de"),
    story("flow", "kind: satyre"),
    story("surf", "kind: obituary"),
    story("calm", "kind: analysis\ngenre: Analysis"),
  ]);
  const kindOf = (slug: string) => {
    const { kind, genre } = json(`data/article/${slug}.json`).article;
    return [kind, genre];
  };
  expect(["tides", "ebb", "flow", "surf", "calm"].map(kindOf)).toEqual([
    ["opinion", "Opinion / Review"],
    ["press-release", "Pressemitteilung"],
    ["satire", "Satire"],
    [undefined, undefined],
    ["analysis", "Analysis"],
  ]);
  expect(said).toEqual([
    'kind is "satyre", which is none; it was taken for the nearest.',
    'kind is "obituary", which is none; it was left out.',
  ]);
  expect(text("data/topic/mars.json")).toContain('"genre":"Opinion / Review"');
  expect(text("feed.xml")).toContain("<category>Opinion / Review</category>");
  expect(book("tides")).toContain('<p class="kicker">Opinion / Review</p>');
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v10H0z"/></svg>';

it("an advertisement says who has paid, wherever it is shown, and its links are marked for search engines", async () => {
  const { json, text, book, said } = await paper([
    story("acme", "sponsor: { name: Acme & Co, url: https://acme.example/, logo: ../logo.svg }", "A [shop](https://acme.example/shop)."),
    story("moon"),
    ["logo.svg", SVG],
  ]);
  expect(said).toEqual([]);
  const label = "Paid for by Acme & Co";
  const { article } = json("data/article/acme.json");
  expect(article.sponsor).toMatchObject({ name: "Acme & Co", url: "https://acme.example/", label });
  expect(text(article.sponsor.logo.url.slice(1))).toContain("<svg");
  expect(json("data/topic/mars.json").days[0].teasers).toContainEqual(expect.objectContaining({ headline: "About acme", sponsor: label }));
  const feed = text("feed.xml");
  expect(feed).toContain("Paid for by Acme & Co: About acme");
  expect(feed).toContain('<a href="https://acme.example/" rel="sponsored"><strong>Paid for by Acme');
  expect(feed).toContain('<a href="https://acme.example/shop" rel="sponsored">shop</a>');
  expect(book("acme")).toMatch(/^[^]*Paid for by Acme &amp; Co[^]*<h1>[^]* rel="sponsored">shop/u);
});

it("an advertisement is in no news sitemap, and beside no other story unless an editor has placed it", async () => {
  const ad = story("acme", "sponsor: Acme\nurgency: 1", "Words.", "2024-04-22T08:10:00Z");
  const others = ["moon", "sun", "star"].map((slug) => story(slug));
  const { json, text } = await paper([ad, ...others]);
  expect(text("news-sitemap.xml")).not.toContain("acme");
  expect(text("sitemap.xml")).toContain("acme");
  expect(JSON.stringify(json("data/front.json"))).not.toContain("acme");
  expect(json("data/fresh.json").newest).not.toContain("acme");
  const { moreAbout, related, moreFrom, previous, next } = json("data/article/moon.json");
  expect(moreAbout.teasers).toHaveLength(2);
  expect(JSON.stringify([moreAbout, related, moreFrom, previous, next])).not.toContain("acme");
  expect(json("data/article/acme.json").moreAbout.teasers).toHaveLength(3);
  const placed = await paper([ad, ...others, ["front.json", JSON.stringify({ top: ["acme"] })]]);
  expect(placed.json("data/front.json").top[0]).toMatchObject({ slug: "acme", sponsor: "Paid for by Acme" });
});

it.each([
  ["sponsor:"],
  ["sponsor: true"],
  ["sponsored: { nmae: Acme }"],
  ["sponsor: []"],
  ["params: { sponsored: true }"],
  ["sponsr: true"],
])("a story with the field %j is labelled as an advertisement, and the field is reported", async (field) => {
  const { json, said } = await paper([story("acme", field)]);
  expect(json("data/article/acme.json").article.sponsor).toEqual({ label: "Sponsored" });
  expect(said).toContain("sponsor names nobody, so readers are told only that the story is sponsored.");
});

it("a story says what AI was used for, by which system and who has checked it, in its language, also in feeds and books", async () => {
  const { json, text, book, said } = await paper([
    story("tides", "ai: { for: [translation, pictures], system: DeepL, checkedBy: Science desk }"),
    story("ebb", "ai: text\ninLanguage: de"),
    story("flow", "ai: true"),
    story("surf", "ai: { for: txet }"),
    story("calm", "ai: false"),
  ]);
  const labelOf = (slug: string) => json(`data/article/${slug}.json`).article.ai?.label;
  const label = "Translated with AI (DeepL). Pictures made with AI (DeepL). Checked by Science desk.";
  expect(["tides", "ebb", "flow", "surf", "calm"].map(labelOf)).toEqual([
    label,
    "Geschrieben mit KI.",
    "Made with the help of AI.",
    "Written with AI.",
    undefined,
  ]);
  expect(said).toEqual(['ai.for has "txet", which AI is not used for here; it was taken for the nearest.']);
  expect(text("feed.xml")).toContain(`Words. ${label}`);
  expect(text("feed.xml")).toContain(`<p><em>${label}</em></p>`);
  expect(book("tides")).toContain(`<p class="credit">${label}</p>`);
});

/** A photograph whose metadata (XMP) has this digital source type. */
async function photo(type: string): Promise<Buffer> {
  const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#888" } })
    .jpeg()
    .toBuffer();
  const xmp = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/${type}"/></rdf:RDF></x:xmpmeta>`;
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(xmp.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(xmp, "latin1"), jpeg.subarray(2)]);
}

it("a picture says in its credit that it was made with AI or is a composite, as its field says or else its file", async () => {
  const { json, said } = await paper([
    ["pictures/made.jpg", await photo("trainedAlgorithmicMedia")],
    ["pictures/taken.jpg", await photo("digitalCapture")],
    story("lead", "image: { file: ../pictures/made.jpg, alt: A ship, credit: Ada Keane }", "![A ship](../pictures/made.jpg)"),
    story(
      "said",
      "image: { file: ../pictures/taken.jpg, alt: A ship, digitalSourceType: compositecapture }",
      "![A ship](../pictures/taken.jpg)",
    ),
    story("odd", "image: { file: ../pictures/taken.jpg, alt: A ship, digitalSourceType: trainedAlgoritmicMedia }"),
  ]);
  const creditsOf = (slug: string) => {
    const { image, body } = json(`data/article/${slug}.json`).article;
    return [image.credit, body[0].image?.credit];
  };
  expect(creditsOf("lead")).toEqual(["Ada Keane · Made with AI", "Made with AI"]);
  expect(creditsOf("said")).toEqual(["Composite picture", undefined]);
  expect(creditsOf("odd")).toEqual(["Made with AI", undefined]);
  expect(said).toEqual([
    'image.digitalSourceType is "trainedAlgoritmicMedia", which is no digital source type; it was taken for the nearest.',
  ]);
});

it("a picture keeps its focal point in the story and in lists; a wrong one is reported with its line, and the middle is used", async () => {
  const lead = (slug: string, focus: string) => story(slug, `image:\n  file: ../pictures/taken.jpg\n  alt: A ship\n  focus: ${focus}`);
  const { json, problems } = await paper([
    ["pictures/taken.jpg", await photo("digitalCapture")],
    lead("exact", '"30.4% 60%"'),
    lead("named", "top"),
    lead("corner", "bottom right"),
    lead("half", "30%"),
    lead("outside", "30% 160%"),
    lead("twice", "left right"),
    lead("style", '"0% 0%;color:red"'),
  ]);
  const focusOf = (slug: string) => json(`data/article/${slug}.json`).article.image.focus;
  const all = ["exact", "named", "corner", "half", "outside", "twice", "style"];
  expect(all.map(focusOf)).toEqual(["30% 60%", "50% 0%", "100% 100%", ...Array(4).fill(undefined)]);
  const inList: { slug: string; image: object }[] = json("data/topic/mars.json").days[0].teasers;
  expect(inList.find(({ slug }) => slug === "exact")?.image).toMatchObject({ focus: "30% 60%" });
  expect(problems.filter(({ message }) => message.startsWith("image.focus is"))).toHaveLength(4);
  expect(problems.find(({ file }) => file === "articles/half.md")).toMatchObject({
    line: 7,
    message: 'image.focus is "30%", which is no point of the picture; its middle is used.',
  });
});

it("an edition names the pages on which it says how it corrects, labels and treats its sources", async () => {
  const page = (title: string) => `---\ntitle: ${title}\n---\nWords.\n`;
  const { json } = await paper([
    story("moon"),
    ["pages/sources.md", page("Our sources")],
    ["pages/about/corrections.md", page("How we correct")],
    ["pages/about/index.md", page("About us")],
  ]);
  expect(json("data/edition.json").policies).toEqual([
    { name: "How we correct", url: "/about/corrections", about: "corrections" },
    { name: "Our sources", url: "/sources", about: "sources" },
  ]);
});
