/** What stands below a path, and whose names differ in case alone. */
const OTHER = `---
headline: Rain
datePublished: 2024-04-23T07:10:00Z
section: World
topics: [Floods]
oldUrls: ["/mixed/case"]
---
It rained.
`;

/** An archive that moved here, below a path of its host. */
export const MOVED_PAPER = {
  "edition.json":
    '{ "name": "The Paper", "sections": [{ "name": "World" }], "robots": { "allow": "no-training" }, "accounts": true, "faults": true }',
  "redirects.csv": `from,to,status
/rss/,/feed.xml,
/shop,https://shop.example/?from=paper,302
/jump,/article/tea#poured,
/tag/:slug,/topic/:slug,
/caf%C3%A9s/:slug,/topic/:slug?at=caf%C3%A9,
/2019/*,/archive/2024,302
/wiki/*,https://wiki.example/:splat,
/old-topics/*,/topic/:splat,
`,
  "public/ads.txt": "example.com, 1, DIRECT",
  "public/.well-known/security.txt": "Contact: mailto:desk@example.org",
  "public/Proof.xml": "<proof/>",
  "public/article/tea.html": "another page in the place of a story",
  "tea.md": `---
headline: Tea
datePublished: 2024-04-22T07:10:00Z
section: World
topics: [Floods]
oldUrls: ["/2013/tea/", "/old.html", "/Mixed/Case", "/café/a+b", "/?p=123", "/shop/?p=9&lang=de", "/?flag", "/${"long/".repeat(90)}"]
---
It was poured.
`,
  "rain.md": OTHER,
};
