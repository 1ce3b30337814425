import { describe, expect, it } from "vitest";
import { BLOCK, compiled, COMPONENT, kept, warning } from "./extendedPaper.ts";

describe("what is wrong with a paper's code", () => {
  const cases: [string, Record<string, string>, object[]][] = [
    [
      "does not compile",
      { "blocks/poll/block.ts": BLOCK.replace("schema:", "schema") },
      [warning("blocks/poll/block.ts", 3, expect.stringMatching(/^It cannot be compiled, so it is left out: [A-Z].*[^.]\.$/u))],
    ],
    [
      "throws",
      { "blocks/poll/block.ts": 'throw new Error("No luck today");\n' },
      [warning("blocks/poll/block.ts", 1, expect.stringContaining("No luck today."))],
    ],
    [
      "imports what is not there",
      { "blocks/poll/block.ts": `import x from "not-there";\n${BLOCK}console.log(x);\n` },
      [warning("blocks/poll/block.ts", 1, expect.stringContaining("not-there"))],
    ],
    [
      "misnames a field",
      { "blocks/poll/block.ts": BLOCK.replace("text:", "txet:") },
      [
        warning("blocks/poll/block.ts", 4, 'A block has no field "txet", so it is not read.', { nearest: "text" }),
        warning("blocks/poll/block.ts", 1, 'The field "text" is missing, so it is left out.'),
      ],
    ],
    [
      "has the name of a block that is there",
      { "blocks/quote/block.ts": BLOCK },
      [warning("blocks/quote/block.ts", 1, '"quote" is the name of a block that every paper has, so it is left out.')],
    ],
    [
      "lacks its definition",
      { "blocks/poll/blocks.ts": BLOCK },
      [warning("blocks/poll/blocks.ts", 1, "There is no blocks/poll/block.ts, so there is no block poll.", { nearest: "block.ts" })],
    ],
    ["is no folder", { "blocks/poll.ts": BLOCK }, [warning("blocks/poll.ts", 1, "A block is a folder, so blocks/poll.ts is left out.")]],
    [
      "takes files that are read already",
      { "sources/mine.ts": 'export default { extensions: ["md"], read: () => [] };' },
      [warning("sources/mine.ts", 1, "Files that end in .md are already read, so it is left out.")],
    ],
    [
      "defines nothing",
      { "refine/step.ts": "export const step = 1;" },
      [warning("refine/step.ts", 1, expect.stringContaining("no default export"))],
    ],
  ];

  it.each(cases)("%s: it is named, left out, and the story stays", async (_, files, expected) => {
    const { problems, body } = await compiled(files);
    expect(problems).toEqual(expected);
    expect(body[0]).toEqual(kept);
    expect(JSON.stringify(body)).toContain("Because");
  });
});

describe("the component of a block", () => {
  const script: unknown = expect.stringMatching(/^assets\/block-poll-[\w-]{8}\.js$/u);

  it("is named by each block", async () => {
    const { problems, body } = await compiled({ "blocks/poll/block.ts": BLOCK, "blocks/poll/component.jsx": COMPONENT });
    expect(problems).toEqual([]);
    expect(body[1]).toMatchObject({ type: "custom", script });
  });

  const cases: [string, string, object][] = [
    ["does not compile", "export default () => <p>;", warning("blocks/poll/component.jsx", 1, expect.stringMatching(/^It cannot be compiled/u))],
    ["needs a window", `window.open();\n${COMPONENT}`, warning("blocks/poll/component.jsx", 1, expect.stringMatching(/^It cannot be loaded.*window is not defined/u))],
    ["is none", "export const Poll = 1;", warning("blocks/poll/component.jsx", 1, expect.stringContaining("no default export"))],
    ["brings a React of its own", `import "react-dom";\n${COMPONENT}`, warning("blocks/poll/component.jsx", 1, expect.stringContaining("react-dom is not available to blocks"))],
    ["throws at a block", COMPONENT.replace("fields.question", "fields.no.where"), warning("articles/a.md", 8, expect.stringMatching(/^The component of the poll fails, so its text is shown instead: Cannot read/u))],
  ]; // prettier-ignore

  it.each(cases)("that %s is left out, and what it says stays", async (_, component, expected) => {
    const { problems, body } = await compiled({ "blocks/poll/block.ts": BLOCK, "blocks/poll/component.jsx": component });
    expect(problems).toEqual([expected]);
    expect(body[1]).toMatchObject({ type: "custom", fields: { question: "Why?" } });
    expect(body[1]).not.toHaveProperty("script");
  });

  it("that is called otherwise is named", async () => {
    const { problems, body } = await compiled({ "blocks/poll/block.ts": BLOCK, "blocks/poll/Poll.jsx": COMPONENT });
    expect(problems).toEqual([warning("blocks/poll/Poll.jsx", 1, "It is not read, so the block poll is shown as text only.")]);
    expect(body[1]).not.toHaveProperty("script");
  });

  it("is never what a story says", async () => {
    const forged = {
      type: "custom",
      name: "poll",
      id: "x",
      fields: { question: "Why?", answers: [] },
      script: "assets/evil.js",
      children: [],
    };
    const unknown = { ...forged, name: "map", children: ["Its words."] };
    const { problems, articles } = await compiled({
      "blocks/poll/block.ts": BLOCK,
      "articles/b.json": JSON.stringify({ headline: "B", datePublished: "2024-04-22", body: [forged, unknown] }),
    });
    expect(problems.map(({ message }) => message)).toEqual(['There is no block "map" in this paper; its text was kept.']);
    expect(JSON.stringify(articles)).not.toContain("evil");
    expect(JSON.stringify(articles)).toContain("Its words.");
  });
});

describe("a source and a step of the paper", () => {
  const source = (read: string) => `export default { extensions: ["note"], read: (file) => ${read} };`;

  it("that fail are told at the file, which is skipped or stays", async () => {
    const { problems, articles } = await compiled({
      "sources/notes.js": source(
        "{ if (file.text === 'no') throw new Error('Not mine'); return file.text === 'odd' ? 1 : { headline: file.text }; }",
      ),
      "refine/fails.js": "export default { refine: () => { throw new Error('Cannot'); } };",
      "refine/unknown.js": "export default { refine: () => ({ headlin: 'x', standfirst: 'Added', headline: null }) };",
      "a.note": "no",
      "b.note": "odd",
      "c.note": "Short",
    });
    expect(problems.map(({ file, message, nearest }) => [file, message, nearest])).toEqual([
      ["a.note", "sources/notes failed: Not mine.", undefined],
      ["articles/a.md", "refine/fails.js failed, so the story stays as it was: Cannot.", undefined],
      ["articles/a.md", 'refine/unknown.js changes "headlin", which no story has; it was not read.', "headline"],
      ["b.note", "sources/notes did not return a story.", undefined],
      ["c.note", expect.stringContaining("body"), undefined],
      [".", expect.stringContaining("Only 1 of 4 stories"), undefined],
    ]);
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({ headline: "A", standfirst: "Added" });
  });

  it("is told from others by content, and says of each item where it is, what withholds it and what was lost", async () => {
    const wire = `import { defineSource } from "broadsheet-reader/extend";
export default defineSource({
  extensions: ["json"],
  detects: ({ head }) => head.includes('"wire"') || undefined,
  release: { state: { publishes: ["live"], withholds: ["cut"] } },
  read: async ({ json }) => ((await json())?.wire ?? []).map((item, index) => ({
    place: "item " + (index + 1),
    item,
    base: "https://wire.example/2024/",
    story: { slug: item.name, headline: item.name, datePublished: "2024-04-22", html: item.text },
    ...item.more,
  })),
});`;
    const text = '<p>The <a href="pier">pier</a>.</p>';
    const items = [
      { name: "live", state: "live", text, more: { problems: [{ message: "A map was left out." }] } },
      { name: "cut", state: "cut", text },
      { name: "odd", state: "in-legal", text },
      { name: "embargoed", embargo: "2999-01-01", text },
      { name: "held", text, more: { held: "It is an obituary of somebody alive." } },
      { name: "list", text, more: { skipped: "It is a list of stories." } },
      { name: "misplaced", text, more: { draft: true } },
    ];
    const { problems, articles } = await compiled({
      "sources/wire.ts": wire,
      "wire.json": JSON.stringify({ wire: items }),
      "broken.json": '{"wire": [',
      "articles/b.json": JSON.stringify({ headline: "B", datePublished: "2024-04-22", body: "Words." }),
    });
    expect(articles.map(({ headline }) => headline).toSorted()).toEqual(["A", "B", "live"]);
    expect(articles.find(({ slug }) => slug === "live")?.body).toMatchObject([
      { children: [{ text: "The " }, { type: "link", url: "https://wire.example/2024/pier" }, { text: "." }] },
    ]);
    expect(problems.map(({ file, message }) => `${file}: ${message}`).filter((line) => !line.startsWith(".:"))).toEqual([
      "broken.json: The file is not JSON: Unexpected end of JSON input.",
      "wire.json: A map was left out.",
      expect.stringContaining("“in-legal” as “state”"),
      'wire.json: sources/wire returned an item with the field "draft", which belongs in its story.',
    ]);
  });

  it("may have HTML as texts and pictures, posts with dates and fields of their own, and a picture as the only content", async () => {
    const html = (text: string) => ({ type: "html", html: text });
    const post = (id: string, more: object) => ({
      type: "post",
      id,
      date: "2024-04-22T10:00",
      children: html(`<p>Words of ${id}.</p>`),
      ...more,
    });
    const dated = { datePublished: "2024-04-22T09:00Z" };
    const posts = [
      post("first", { headline: html("Ice &amp; <em>snow</em>"), authors: ["Ada Keane"] }),
      post("first", { children: html("<p>Other words.</p>"), place: "posts.1" }),
      post("first", { headline: html("Ice &amp; snow"), authors: ["Ada Keane"] }),
      post("draft", { status: "draft" }),
      post("later", { embargo: "2999-01-01" }),
      post("odd", { status: "in-legal" }),
      post("undated", { date: "soon", place: "posts.6" }),
      post("maybe", { date: "soon", embargo: "2999-01-01" }),
    ];
    const stories = [
      {
        ...dated,
        headline: html("Cranes &amp; <em>storks</em>"),
        authors: html("<p>By Ada Keane and <b>Ben Ruiz</b></p>"),
        genre: html("<b>Analysis</b>"),
        dateline: "Oslo",
        standfirst: html("<p>They fly</p>"),
        image: [html("<p>No picture.</p>"), "missing.jpg", "bird.svg"],
        html: "<h2>Cranes & storks</h2><p>OSLO, Norway -- They fly.</p>",
      },
      { ...dated, headline: "Sky", html: '<figure><img src="bird.svg" alt="A bird"></figure>' },
      { ...dated, slug: "live", headline: "Live", body: posts },
      { ...dated, headline: "Rain", body: [{ type: "chart", kind: "bar", data: [["Year", "Rain"], ["2023", 812]] }] }, // prettier-ignore
    ];
    const { problems, articles } = await compiled({
      "sources/sky.js": `export default { extensions: ["sky"], timeZone: "Asia/Tokyo", read: ({ text }) =>
        JSON.parse(text).map((story, index) => ({ place: "item " + index, story, firstFigureLeads: true })) };`,
      "all.sky": JSON.stringify(stories),
      "bird.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
    });
    const [cranes, sky, live, rain] = ["Cranes & storks", "Sky", "Live", "Rain"].map((name) =>
      articles.find(({ headline }) => headline === name),
    );
    expect(cranes).toMatchObject({ genre: "Analysis", image: { url: expect.stringContaining("bird") }, body: [{ type: "paragraph" }] });
    expect(cranes?.authors.map(({ name }) => name)).toEqual(["Ada Keane", "Ben Ruiz"]);
    expect(cranes?.dateline).toBeUndefined();
    expect(sky).toMatchObject({ image: { alt: "A bird" }, body: [] });
    expect(rain?.body).toMatchObject([{ type: "chart" }]);
    expect(JSON.stringify(live)).not.toMatch(/Words of (?:draft|later|odd|maybe)/u);
    expect(live?.body.map((block) => (block.type === "post" ? [block.id, block.date, block.headline] : block.type))).toEqual([
      "paragraph",
      ["first-2", "2024-04-22T10:00:00+09:00", undefined],
      ["first", "2024-04-22T10:00:00+09:00", "Ice & snow"],
    ]);
    expect(problems.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'Another post has the id "first" too; this one became "first-2".',
        'The post was published at "soon", which is not a date and time; its words are above the posts.',
        "The post does not say when it was published, and may not be public yet, so it was left out.",
      ]),
    );
  });

  it.each(["draft: true", "status: 'in-legal'", "embargo: '2999-01-01'"])("keep a story back with the field %s", async (field) => {
    const { articles } = await compiled({ "refine/hold.js": `export default { refine: () => ({ ${field} }) };` });
    expect(articles).toEqual([]);
    const ofSource = await compiled({ "sources/notes.js": source(`({ headline: 'Kept', datePublished: '2024-04-22', html: '<p>Words.</p>', ${field} })`), "a.note": "x" }); // prettier-ignore
    expect(ofSource.articles.map(({ headline }) => headline)).toEqual(["A"]);
  });
});
