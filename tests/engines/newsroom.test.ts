import { afterAll, beforeAll, describe, expect } from "vitest";
import { MemberKeys } from "#compiler/features/members/memberKeys.ts";
import { textOfPhrase } from "#content/members/passPhrase.ts";
import { photo } from "../compiler/features/pictures/photo.ts";
import { builtPaper } from "../support/builtPaper.ts";
import { click } from "../support/engines/click.ts";
import type { Driver } from "../support/engines/driver.ts";
import { ENGINES } from "../support/engines/engines.ts";
import { alive, journeyIn } from "../support/engines/journeyIn.ts";
import { makeSettings } from "../support/makeSettings.ts";

const SETTINGS = {
  name: "The Harbour Post",
  url: "https://post.example/",
  members: { tiers: [{ name: "Friends" }, { name: "Patrons" }], join: "/join" },
  languages: { nl: { name: "De Havenpost", sections: [{ slug: "harbour", name: "Haven" }] } },
  markdown: true,
};

const MOST_READ = {
  from: "2026-01-08T00:00:03Z",
  to: new Date().toISOString(),
  stories: ["barrier-2", "offer", "review"].map((slug, place) => ({ path: `/article/${slug}`, opened: 90 - place })),
};

const story = (headline: string, day: number, fields = "", text = "The barrier closed, and the tide stayed out."): string =>
  `---\nheadline: ${headline}\ndate: 2026-01-${String(day).padStart(2, "0")}\nsection: Harbour\ntopics: [Barriers]\n${fields}---\n\n${text}\n`;

const CLOSED = ["The first is for everybody.", "The second is too.", "The third is for members.", "![The dredger](dredger.jpg)"].join(
  "\n\n",
);

const QUIZ = ":::quiz\ntitle: The tide\nquestions:\n  - question: Who moves it?\n    answers: [The wind, The moon]\n    right: 2\n:::";

const AI = "ai: { for: translation, system: DeepL, checkedBy: Ada Keane }\n";

const FOCUS =
  'image: { file: dredger.jpg, alt: The dredger, credit: Bo Lind, focus: "30% 60%", digitalSourceType: trainedAlgorithmicMedia }\n';

/** Thirty stories of a paper that uses all that a newsroom lives on. */
const PAPER: Record<string, string | Uint8Array> = {
  "edition.json": JSON.stringify(SETTINGS),
  "newsletter.json": '{ "name": "The Harbour Letter" }',
  "newsletter.nl.json": '{ "name": "De Havenbrief" }',
  "most-read.json": JSON.stringify(MOST_READ),
  ".members/members.key": "A".repeat(43),
  "slots/footer.html": "<p>Support us</p>",
  "slots/nl/footer.html": "<p>Steun ons</p>",
  "pages/join.md": "---\ntitle: How to join\n---\n\nAsk us.\n",
  "articles/accounts.md": story("The accounts of the port", 28, "access: friends\n", CLOSED),
  "articles/ferries.md": story("Who pays for the ferries", 27, "access: friends\n", CLOSED),
  "articles/offer.md": story("The barrier lights from Acme", 26, "sponsor: { name: Acme, url: https://acme.example/ }\n"),
  "articles/review.md": story("The barrier was worth it", 25, "kind: opinion\n"),
  "articles/translated.md": story("The barrier seen from Zeeland", 24, AI + FOCUS),
  "articles/quiz.md": story("What do you know of tides?", 23, "", QUIZ),
  "articles/nl/kering.md": story("De kering sluit", 22, "slug: kering\n").replace("section: Harbour", "section: Haven"),
  ...Object.fromEntries(Array.from({ length: 23 }, (_, n) => [`articles/barrier-${n}.md`, story(`The barrier closes, night ${n}`, 20)])),
};

let folder = "";
const cleanups: (() => void | Promise<void>)[] = [];
beforeAll(async () => {
  const dredger = await photo(1280, 800).jpeg().toBuffer();
  folder = await builtPaper({ ...PAPER, "articles/dredger.jpg": dredger }, (cleanup) => cleanups.push(cleanup));
});
afterAll(async () => {
  for (const cleanup of cleanups) await cleanup();
});

const phrase = async (month: string, tier: string): Promise<string> =>
  textOfPhrase(await new MemberKeys(new Uint8Array(32), makeSettings(SETTINGS).members ?? expect.fail()).phrase(tier, month));

describe.each(ENGINES.map((engine) => [engine.name, engine] as const))("in %s", (_, engine) => {
  const journey = journeyIn(engine, () => folder);

  journey("a member's link opens closed stories, also after a reload, until the membership is forgotten", async ({ visit, site }) => {
    const tab = await visit(`/article/accounts#member=${await phrase("2026-01", "patrons")}`, { leavesEarly: true });
    await reads(tab, "The third is for members.");
    expect(await tab.evaluate(() => location.hash)).toBe("");
    const pictured = () =>
      [...document.querySelectorAll<HTMLImageElement>(".prose img")].every((img) => img.complete && img.naturalWidth > 1);
    await expect.poll(() => tab.evaluate(pictured)).toBe(true);
    await click(tab, "main h3 a", "Who pays for the ferries");
    await reads(tab, "The third is for members.");
    await tab.reload();
    await alive(tab);
    await reads(tab, "The third is for members.");
    await click(tab, "#members button", "Forget my membership");
    await expect.poll(() => tab.evaluate(textOf, "#members")).toContain("are removed from this device");
    await tab.open(`${site.address}article/accounts`);
    await alive(tab);
    await expect.poll(() => tab.evaluate(textOf, "#members")).toContain("The rest of this story is for members.");
    expect(await tab.evaluate(textOf, ".prose")).not.toContain("The third");
  });

  journey("labels, most read, a quiz and a second language are there, at the width of a phone", async ({ visit, site }) => {
    const tab = await visit("/", { width: 360, leavesEarly: true });
    expect(await tab.evaluate(textOf, ".most-read")).toMatch(/night 2\s+The barrier was worth it$/u);
    expect(await tab.evaluate(textOf, ".foot")).toContain("Support us");
    expect(await tab.evaluate(sideways)).toBe(0);
    for (const [path, selector, text] of [
      ["topic/barriers", "main .teaser:has(a[href*='/accounts']) .kicker", "For members"],
      ["article/offer", ".sponsor", "Paid for by Acme"],
      ["article/translated", ".story", "Translated with AI (DeepL). Checked by Ada Keane."],
      ["article/translated", ".hero figcaption", "Bo Lind · Made with AI"],
      ["nl/article/kering", ".foot", "Steun ons"],
    ] as const) {
      await tab.open(site.address + path);
      await alive(tab);
      await expect.poll(() => tab.evaluate(textOf, selector), { message: path }).toContain(text);
      expect(await tab.evaluate(sideways), path).toBe(0);
    }
    await tab.open(`${site.address}article/quiz`);
    await alive(tab);
    await expect.poll(() => tab.evaluate(() => document.querySelector(".quiz fieldset:enabled") !== null)).toBe(true);
    await click(tab, ".quiz label", "The moon");
    await expect.poll(() => tab.evaluate(() => document.querySelectorAll(".quiz input:checked").length)).toBe(1);
    await click(tab, ".quiz button", "Check");
    await expect.poll(() => tab.evaluate(textOf, ".quiz .verdict")).toContain("Right");
  });
});

const reads = (tab: Driver, text: string) => expect.poll(() => tab.evaluate(textOf, ".prose")).toContain(text);

/** What is read of an element. Runs in the page. */
function textOf(selector: string): string {
  const element = document.querySelector<HTMLElement>(selector);
  return (element?.innerText ?? "").replaceAll("\u00ad", "").trim();
}

function sideways(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}
