import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { barriers } from "../support/accessibility/barriers.ts";
import { sidewaysScroll } from "../support/accessibility/sidewaysScroll.ts";
import { alive, journey, WIDTHS } from "../support/journey.ts";

const HEADLINE = "Voyager 1 is making sense again after five months of noise";
const OLD = "Operation Rescue";

/** As Pocket exported it, with an address of today, an old one, and two of other sites. */
const pocket = (home: string): string =>
  [
    "title,url,time_added,tags,status",
    `Voyager,${home}article/voyager-1-makes-sense-again.html?utm_source=pocket_mylist,1713769200,space,archive`,
    `${OLD},${home}article/304791,1300280400,,unread`,
    '"A page, elsewhere",https://www.example.com/elsewhere,1600322788,essays|physics,unread',
    "Not a page,javascript:alert(1),1600322789,,unread",
    "Another page,https://example.org/another,1600322790,,archive",
  ].join("\n");

const wallabag = (home: string): string =>
  JSON.stringify([
    {
      url: `${home}article/voyager-1-makes-sense-again`,
      title: "Voyager",
      is_archived: 0,
      tags: [],
      created_at: "2024-05-01T10:00:00+0000",
      annotations: [
        { quote: "fault lay", text: "Ask about the chip.", created_at: "2024-05-01T10:01:00+0000" },
        { quote: "words that were never in this story, nor in any other of the paper", text: "" },
      ],
    },
  ]);

journey.for(WIDTHS)(
  "what Pocket and wallabag exported comes into the library, is found, removed and exported, and lasts, %i px wide",
  async (width, { visit }) => {
    const { page, forgive } = await visit("/saved", { width, reducedMotion: "reduce" });
    const home = new URL("/", page.url()).href;
    // No story has the old address as its own. A request to another host would be a complaint.
    forgive(/304791\.json/u);
    await bring(page, [
      ["part_000000.csv", pocket(home)],
      ["All articles.json", wallabag(home)],
    ]);
    const said = page.locator(".takeout [role=status]").filter({ hasText: "stories of this paper" });
    await said.getByText("2 stories of this paper were saved.").waitFor();
    await said.getByText("1 highlight was added.").waitFor();
    await said.getByText(/^The words of 1 highlight are not in its story/u).waitFor();
    await said.getByText("part_000000.csv, line 5: “javascript:alert(1)” is not the address of a web page.").waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toEqual([]);

    await said.getByRole("link", { name: "Show the links" }).click();
    const links = page.getByRole("region", { name: "Links to other sites (2)" });
    await links.getByRole("searchbox", { name: "Find words" }).fill("physics");
    await links.getByRole("link", { name: "Another page" }).waitFor({ state: "detached" });
    expect(await links.getByRole("link", { name: "A page, elsewhere" }).getAttribute("href")).toBe("https://www.example.com/elsewhere");
    expect(await links.locator(".read-list .meta").innerText()).toMatch(/example\.com[^]*17 Sept?(?:ember)? 2020[^]*essays, physics/u);
    await links.getByRole("button", { name: "Remove “A page, elsewhere”" }).click();
    await page.getByText("Nothing here contains these words.").waitFor();

    await page.goto(`${home}saved`);
    await alive(page);
    await page.getByRole("region", { name: "Links to other sites (1)" }).getByRole("link", { name: "Another page" }).waitFor();
    const saved = page.getByRole("region", { name: "Saved" });
    await saved.getByRole("link", { name: HEADLINE }).waitFor();
    expect(await saved.getByText(/^Saved on/u).allInnerTexts()).toEqual(
      ["Saved on 22 April", "Saved on 16 March"].map((day) => expect.stringContaining(day)),
    );
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await barriers(page)).toEqual([]);
    }
    expect(await sidewaysScroll(page)).toEqual([]);
    expect(JSON.parse(await exported(page)).links).toEqual([
      { url: "https://example.org/another", title: "Another page", savedAt: 1_600_322_790_000, read: true },
    ]);

    await page.goto(`${home}article/voyager-1-makes-sense-again`);
    await alive(page);
    await page.getByRole("button", { name: "Highlight with a note: “fault lay”" }).waitFor();
    await page.getByText("words that were never in this story, nor in any other of the paper").waitFor();
  },
);

/** Chooses files in the fold at the foot of the page. */
async function bring(page: Page, files: [name: string, content: string][]): Promise<void> {
  await openFold(page);
  const buffers = files.map(([name, content]) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) }));
  await page.getByLabel(/^Exported files/u).setInputFiles(buffers);
}

async function exported(page: Page): Promise<string> {
  await openFold(page);
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: /import elsewhere/u }).click();
  return readFileSync(await (await waiting).path(), "utf8");
}

async function openFold(page: Page): Promise<void> {
  const fold = page.locator("details.takeout");
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
}
