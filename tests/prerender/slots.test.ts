import { describe, expect, it } from "vitest";
import type { Slot } from "#content/slots.ts";
import { policy } from "#prerender/head/policy.ts";
import { makeArticle } from "../support/makeArticle.ts";
import { prerendered, prerenderedPage } from "../support/prerendered.ts";

const slot = (name: Slot["name"], html: string, more: Partial<Slot> = {}): Slot => ({ name, html, consent: false, hosts: [], ...more });
const FILE = "article/a-story.html";

describe("the slots of a page", () => {
  it("stand in its HTML, each in its place, and once more for the pages that a reader moves to", async () => {
    const slots = [
      slot("head", '<meta name="x" content="y">'),
      slot("before-story", "<p>before</p><!-- $& $' -->"),
      slot("after-story", "<p>after</p>"),
      slot("masthead-end", "<p>masthead</p>"),
      slot("footer", "<p>foot</p>"),
    ];
    const document = await prerenderedPage(FILE, [makeArticle()], { slots: { slots, origins: {} } });
    expect(document.head.querySelector('meta[name="x"]')).not.toBeNull();
    expect(document.querySelectorAll('meta[name="x"]')).toHaveLength(1);
    expect(document.querySelector("header.masthead > .slot")?.textContent).toBe("masthead");
    expect(document.querySelector("main > .slot:first-child")?.textContent).toBe("before");
    expect(document.querySelector('main > .story ~ .slot[data-slot="after-story"]')?.textContent).toBe("after");
    expect(document.querySelector("footer .slot")?.textContent).toBe("foot");
    expect([...document.querySelectorAll("body > template")].map((each) => each.getAttribute("data-slot"))).toEqual([
      "before-story",
      "after-story",
      "masthead-end",
      "footer",
    ]);
    expect(document.querySelector("body > template")?.innerHTML).toBe("<p>before</p><!-- $& $' -->");
  });

  it("have scripts that are not taken for the reader's own, which is told what the page needs", async () => {
    const slots = [slot("after-story", '<script src="/assets/note.js"></script>')];
    const document = await prerenderedPage(FILE, [makeArticle()], { slots: { slots, origins: {} } });
    expect([...document.querySelectorAll("[data-chunks]")].map((script) => script.getAttribute("src"))).toEqual(["/assets/main-1.js"]);
  });

  it("stand in a story after a paragraph, where the story goes on", async () => {
    const slots = { slots: [slot("in-story", "<p>in</p>", { after: 2 })], origins: {} };
    const paragraph = (text: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text }] });
    const html = async (count: number) =>
      (await prerendered([makeArticle({ body: Array.from({ length: count }, (_, at) => paragraph(`p${at + 1}`)) })], { slots })).get(
        FILE,
      ) ?? "";
    const order = (text: string) => [...(text.split("<template")[0] ?? "").matchAll(/(?<=>)(p\d|in)(?=<)/gu)].map(([found]) => found);
    expect(order(await html(4))).toEqual(["p1", "p2", "in", "p3", "p4"]);
    expect(order(await html(2))).toEqual(["p1", "p2"]);
  });

  it("wait in a template alone, where they ask first", async () => {
    const slots = [
      slot("footer", "<iframe></iframe>", { consent: true, hosts: ["map.example"] }),
      slot("head", "<script></script>", { consent: true }),
    ];
    const html = (await prerendered([makeArticle()], { slots: { slots, origins: {} } })).get(FILE) ?? "";
    expect(html.match(/<iframe>/gu)).toHaveLength(1);
    expect(html).toContain('<template data-slot="footer" data-consent data-hosts="map.example"><iframe></iframe></template>');
    expect(html.slice(0, html.indexOf("</head>"))).not.toContain("<script></script>");
  });

  it("add nothing to a page of a paper without", async () => {
    const html = (await prerendered([makeArticle()])).get(FILE) ?? "";
    expect(html).not.toMatch(/template|class="slot/u);
  });
});

describe("the policy of pages with slots", () => {
  const inline = { scripts: ["sha256-a"], styles: ["sha256-b"] };

  it("names the origins in the directives that were asked for, and in no other", () => {
    const before = policy("/data/", inline).split("; ");
    const after = policy("/data/", inline, false, { "script-src": ["https://a.example"], "form-action": ["https://b.example"] }).split(
      "; ",
    );
    const changed = after.filter((directive, at) => directive !== before[at]);
    expect(changed).toEqual(["script-src 'self' 'sha256-a' https://a.example", "form-action 'self' https://b.example"]);
  });

  it("is byte for byte the same without", () => {
    expect(policy("/data/", inline, true, {})).toBe(policy("/data/", inline, true));
  });
});
