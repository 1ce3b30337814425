/* oxlint-disable no-empty-pattern -- Vitest wants a pattern, also where a fixture needs no other. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { MemberKeys } from "#compiler/features/members/memberKeys.ts";
import { textOfPhrase } from "#content/members/passPhrase.ts";
import { addMember, takeOff } from "#cli/members/memberList.ts";
import { photo } from "../compiler/features/pictures/photo.ts";
import { barriers } from "../support/accessibility/barriers.ts";
import { FIRST, follow, openPaper, signUp } from "../support/accountPaper.ts";
import { builtPaper } from "../support/builtPaper.ts";
import { journey } from "../support/journey.ts";
import { makeSettings } from "../support/makeSettings.ts";
import { runCommand } from "../support/runCommand.ts";
import { openSite } from "../support/site.ts";

const SETTINGS = {
  members: { tiers: [{ name: "Friends" }, { name: "Patrons" }], join: "/join", signIn: true },
  accounts: true,
  threads: false,
};

const story = (date: string, headline: string, more = ""): string => `---
headline: ${headline}
date: ${date}
section: Harbour
${more}---

The first paragraph of ${headline} is for everybody.

The second is too.

The third is for members, and about the dredger.

![The dredger at work](dredger.jpg)

The last one of ${headline}.
`;

const paperOfMembers = journey
  .extend("folder", { scope: "file" }, async ({}, { onCleanup }) => {
    const files = {
      "edition.json": JSON.stringify(SETTINGS),
      ".members/members.key": "A".repeat(43),
      "accounts.md": story("2024-04-02", "Accounts", "access: friends\n"),
      "ferries.md": story("2024-04-03", "Ferries", "access: friends\n"),
      "locks.md": story("2024-06-03", "Locks", "access: friends\n"),
      "moorings.md": story("2024-04-05", "Moorings", "access: patrons\n"),
      "open.md": story("2024-04-01", "Open"),
      "dredger.jpg": await photo(640, 400).jpeg().toBuffer(),
      "pages/join.md": "---\ntitle: How to join\n---\n\nAsk us.\n",
    };
    return builtPaper(files, onCleanup);
  })
  .extend("paper", async ({ folder }, { onCleanup }) => {
    const site = await openSite(folder);
    onCleanup(() => site.close());
    return site;
  });

const keys = new MemberKeys(new Uint8Array(32), makeSettings(SETTINGS).members ?? expect.fail());
const phraseFor = async (month: string, tier = "friends"): Promise<string> => textOfPhrase(await keys.phrase(tier, month));

const box = (page: Page) => page.locator("#members");
const rest = (page: Page) => page.locator(".prose").getByText("The third is for members");

async function enter(page: Page, phrase: string): Promise<void> {
  await page.getByLabel("Pass phrase of the month").fill(phrase);
  await page.getByRole("button", { name: "Read on" }).click();
}

paperOfMembers(
  "a pass phrase opens this story and the next, also without a connection, until it is forgotten",
  async ({ visit, paper }) => {
    const { page, context, overlook } = await visit("/article/accounts", { width: 360, site: paper, worker: true });
    await box(page).getByRole("heading", { name: "The rest of this story is for members." }).waitFor();
    expect(await rest(page).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await enter(page, "sesame");
    await box(page).getByText("A pass phrase has this form: 2612-").waitFor();
    await enter(page, await phraseFor("2024-03"));
    await box(page).getByText("This is the pass phrase for March 2024. The story needs that for April 2024 or a later month.").waitFor();
    await enter(
      page,
      (await phraseFor("2024-04")).replace(/.$/u, (last) => (last === "0" ? "1" : "0")),
    );
    await box(page).getByText("This pass phrase does not open the story.").waitFor();
    await enter(page, (await phraseFor("2024-04")).toUpperCase().replaceAll("-", " "));
    await rest(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("The third is for members");
    const picture = page.getByRole("img", { name: "The dredger at work" });
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 1)).toBe(true);
    expect(await barriers(page)).toEqual([]);
    // A member of the higher tier reads on too, and the newer story needs a newer phrase.
    await page.goto(`${paper.address}article/locks`);
    await box(page).getByText("The story needs that for June 2024").waitFor();
    await page.goto(`${paper.address}article/ferries`);
    await rest(page).waitFor();
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await page.reload();
    await rest(page).waitFor();
    await expect.poll(() => page.evaluate(async () => (await caches.match("/article/ferries")) !== undefined)).toBe(true);
    // The link to sign in is prefetched.
    overlook(/ERR_INTERNET_DISCONNECTED|ERR_FAILED .*\/account-/u);
    await context.setOffline(true);
    await page.reload();
    await rest(page).waitFor();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 1)).toBe(true);
    await box(page).getByRole("button", { name: "Forget my membership on this device" }).click();
    await box(page).getByText("are removed from this device").waitFor();
    expect(await rest(page).count()).toBe(0);
    await context.setOffline(false);
    await page.reload();
    await page.getByLabel("Pass phrase of the month").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await rest(page).count()).toBe(0);
  },
);

paperOfMembers("a member gives a story to somebody, by a link that opens only this story", async ({ visit, paper }) => {
  const patron = await visit(`/article/accounts#member=${await phraseFor("2024-05", "patrons")}`, { site: paper });
  await rest(patron.page).waitFor();
  expect(new URL(patron.page.url()).hash).toBe("");
  await patron.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await box(patron.page).getByRole("button", { name: "Give this story" }).click();
  await box(patron.page).getByText("The link is copied.").waitFor();
  const link = new URL(await patron.page.evaluate(() => navigator.clipboard.readText()));
  const other = await visit(link.pathname + link.hash, { site: paper });
  await box(other.page).getByRole("heading", { name: "This story was given to you." }).waitFor();
  await rest(other.page).waitFor();
  expect(new URL(other.page.url()).hash).toBe("");
  await other.page.goto(`${paper.address}article/ferries`);
  await other.page.getByLabel("Pass phrase of the month").waitFor();
  expect(await rest(other.page).count()).toBe(0);
  await other.page.goto(`${paper.address}article/locks#member=%`);
  await box(other.page).getByText("A pass phrase has this form: 2612-").waitFor();
  await other.page.goto(`${paper.address}article/open#gift=x`);
  await other.page.goto(`${paper.address}article/ferries#gift=${link.hash.slice(6)}`);
  await box(other.page).getByText("This link does not open the story any more.").waitFor();
});

paperOfMembers("a link of an earlier month keeps a newer phrase, and all stories of a visit are forgotten", async ({ visit, paper }) => {
  const { page } = await visit(`/article/locks#member=${await phraseFor("2024-06")}`, { site: paper });
  await rest(page).waitFor();
  await page.goto(`${paper.address}article/accounts#member=${await phraseFor("2024-04")}`);
  await rest(page).waitFor();
  await page.getByRole("main").getByRole("link", { name: "Locks", exact: true }).first().click();
  await page.getByRole("heading", { name: "Locks", level: 1 }).waitFor();
  await rest(page).waitFor();
  await box(page).getByRole("button", { name: "Forget my membership on this device" }).click();
  await box(page).getByText("are removed from this device").waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Accounts", level: 1 }).waitFor();
  await page.getByLabel("Pass phrase of the month").waitFor();
  expect(await rest(page).count()).toBe(0);
});

paperOfMembers.extend("served", async ({ folder }, { onCleanup }) => {
  const paper = await openPaper({ MEMBERS_PHRASES: `friends=${await phraseFor("2099-12")}` }, folder);
  onCleanup(paper.close);
  return paper;
})("a member who is signed in reads on without a pass phrase, until signing out or the end", async ({ visit, served, folder }) => {
  const { page } = await visit("/article/accounts", { site: served.site, width: 360 });
  const list = { accounts: `${served.folder}/accounts`, site: folder };
  const story = async (slug: string) => {
    await follow(page, `${served.site.address}article/${slug}`);
    await box(page).getByRole("heading").waitFor();
    await page.waitForLoadState("networkidle");
  };
  expect(await barriers(page)).toEqual([]);
  await box(page).getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Create an account" }).click();
  const email = await signUp(page, served);
  await story("accounts");
  await box(page).getByRole("heading", { name: "The rest of this story is for members." }).waitFor();
  await expect.poll(() => box(page).getByRole("link", { name: "Sign in" }).count()).toBe(0);
  await runCommand({}, () => addMember(email, "friends", { ...list, until: "2098-05-31" }));
  await story("accounts");
  await box(page).getByRole("heading", { name: "You are reading this story as a member." }).waitFor();
  await rest(page).waitFor();
  await story("moorings");
  await box(page).getByText("Your membership does not include this story. It is for: Patrons").waitFor();
  await box(page).getByRole("link", { name: "How to become a member" }).waitFor();
  await story("accounts");
  await box(page).getByRole("link", { name: "Account" }).click();
  await page.getByText("Friends, until 31 May 2098").waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Email address").waitFor();
  await page.goBack();
  await page.getByLabel("Pass phrase of the month").waitFor();
  expect([await rest(page).count(), await storedOfMembers(page)]).toEqual([0, []]);

  await box(page).getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(FIRST);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await rest(page).waitFor();
  await runCommand({}, () => takeOff(email, list));
  await story("ferries");
  await rest(page).waitFor();
  // The server is asked once a day.
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.endsWith("membership")) localStorage.setItem(key, '{"at":0,"until":null}');
  });
  await story("ferries");
  await page.getByLabel("Pass phrase of the month").waitFor();
  await expect.poll(() => storedOfMembers(page)).toEqual([]);
});

/** The keys of what is stored of closed stories. Runs in the page. */
const storedOfMembers = (page: Page) =>
  page.evaluate(async () => {
    const { name = "" } = (await indexedDB.databases()).find((each) => each.name?.endsWith(":members")) ?? {};
    const opening = indexedDB.open(name);
    await new Promise((done) => (opening.onsuccess = done));
    const stores = ["phrases", "gifts", "files"].map((store) => opening.result.transaction(store).objectStore(store).getAllKeys());
    const keys = await Promise.all(stores.map((request) => new Promise((done) => (request.onsuccess = () => done(request.result)))));
    opening.result.close();
    return keys.flat();
  });

paperOfMembers("without a script the page says how to read on, and has nothing of the rest", async ({ visit, paper }) => {
  const { page } = await visit("/article/accounts", { site: paper, javaScriptEnabled: false });
  expect(await box(page).locator("noscript").innerText()).toBe("The rest is decrypted in your browser. To read it, turn on JavaScript.");
  expect(await page.getByLabel("Pass phrase of the month").isVisible()).toBe(false);
  expect(await box(page).getByRole("link", { name: "How to become a member" }).getAttribute("href")).toBe("/join");
  expect(await page.content()).not.toMatch(/dredger|The last one/u);
  expect(await page.content()).toContain('"isAccessibleForFree":false');
});

paperOfMembers("an open story loads no code for closed ones", async ({ visit, paper }) => {
  const { page } = await visit("/article/open", { site: paper });
  await page.waitForLoadState("networkidle");
  expect(paper.asked.filter((path) => /members|closed/u.test(path))).toEqual([]);
});
