import type { Page } from "playwright-core";
import { expect } from "vitest";
import { FIRST, follow, type Paper, signedUp, signIn } from "./accountPaper.ts";
import type { Visit } from "./journey.ts";
import { selectWords } from "./selectWords.ts";

export const SLUG = "voyager-1-makes-sense-again";
export const STORY = `article/${SLUG}`;
export const NOTE = "Ask about the chip.";

/** The rows on a device for a saved story, and for one that is no longer saved. */
export const SAVED = '"kind":"saved"';
export const REMOVED = '"value":null';

/** Signs out of a device, which then stores nothing. */
export async function leave(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign out and remove it" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
}

/** Two browsers of one reader, with sync on both. */
export async function twoDevices(visit: Visit, paper: Paper) {
  const desk = await signedUp(visit, paper);
  const phrase = await switchOn(desk.page, paper);
  const phone = await visit("/account", { site: paper.site, width: 360 });
  await signIn(phone.page, desk.email, FIRST);
  await switchOn(phone.page, paper, phrase);
  return { desk, phone, phrase };
}

export const go = (page: Page, paper: Paper, path: string) => follow(page, paper.site.address + path);

/** @param phrase of an account that has a key; else one is made @returns the phrase */
export async function switchOn(page: Page, paper: Paper, phrase?: string): Promise<string> {
  if (!page.url().endsWith("/account")) await go(page, paper, "account");
  await page.getByLabel("Sync my library across").check();
  const words = phrase === undefined ? await keepPhrase(page, "Encrypt and sync") : await enter(page, phrase);
  await page.getByText("Last synced:").waitFor();
  return words;
}

/** Confirms a new recovery phrase and continues. */
export async function keepPhrase(page: Page, submit: string): Promise<string> {
  await page.getByRole("heading", { name: "Your recovery phrase" }).waitFor();
  const button = page.getByRole("button", { name: submit, exact: true });
  expect(await button.isDisabled()).toBe(true);
  const words = await page.locator("ol.phrase > li").allInnerTexts();
  expect(words).toHaveLength(12);
  await page.getByLabel("I have kept these words").check();
  await button.click();
  return words.join(" ");
}

export async function enter(page: Page, phrase: string): Promise<string> {
  await page.getByLabel("Recovery phrase", { exact: true }).fill(phrase);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  return phrase;
}

/** Does something, and waits until the server has stored the result. */
export async function sent(page: Page, act: () => Promise<void>, text: string): Promise<void> {
  await act();
  await expect.poll(() => rows(page).then((all) => all.some((row) => row.includes(text) && !row.includes('"unsent"')))).toBe(true);
}

/** The records on a device, as text. */
function rows(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("broadsheet-library:/");
    await new Promise((done) => opening.addEventListener("success", done));
    const asking: IDBRequest<unknown[]> = opening.result.transaction("records").objectStore("records").getAll();
    await new Promise((done) => asking.addEventListener("success", done));
    opening.result.close();
    return asking.result.map((row) => JSON.stringify(row));
  });
}

export async function highlight(page: Page): Promise<void> {
  await selectWords(page, "#p-4", "fault lay");
  await page.getByRole("button", { name: "Highlight in green" }).click();
  await page.getByRole("button", { name: "Highlight: “fault lay”" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Note" }).fill(NOTE);
  await page.keyboard.press("Escape");
}
