/* oxlint-disable no-empty-pattern -- Vitest reads which fixtures are needed from a pattern, and wants one also where none is. */
import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { barriers } from "../support/accessibility/barriers.ts";
import { FIRST, givePasskeys, openPaper, signedUp, signIn } from "../support/accountPaper.ts";
import { journey as visiting, WIDTHS } from "../support/journey.ts";
import { enter, go, keepPhrase, leave, SAVED, sent, SLUG, STORY, switchOn, twoDevices } from "../support/syncing.ts";

const journey = visiting.extend("paper", { scope: "file" }, async ({}, { onCleanup }) => {
  const paper = await openPaper();
  onCleanup(() => paper.close());
  return paper;
});

journey("opens with the right words only, and changes its key on all devices", { timeout: 180_000 }, async ({ visit, paper }) => {
  const { desk, phone, phrase } = await twoDevices(visit, paper);
  await go(desk.page, paper, STORY);
  await sent(desk.page, () => desk.page.getByRole("button", { name: "Save", exact: true }).first().click(), SAVED);
  await go(desk.page, paper, "account");
  await desk.page.getByText("Recovery phrase and passkeys").click();
  await desk.page.getByRole("button", { name: "Change the key" }).click();
  const next = await keepPhrase(desk.page, "Change the key");
  expect(next).not.toBe(phrase);
  await desk.page.getByText("Last synced:").waitFor();

  phone.forgive(/status of 409/u);
  await go(phone.page, paper, "saved");
  await phone.page.getByText("The key was changed on another device.").waitFor();
  await phone.page.getByRole("link", { name: "Go to your account" }).click();
  await enter(phone.page, "not the words");
  await phone.page.getByRole("alert").getByText("A recovery phrase has twelve words.").waitFor();
  await enter(phone.page, phrase);
  await phone.page.getByRole("alert").getByText("These words do not open this library.").waitFor();
  await enter(phone.page, `1. ${next.toUpperCase().replaceAll(" ", "\n")}`);
  await phone.page.getByText("Last synced:").waitFor();
  await go(phone.page, paper, "saved");
  await phone.page
    .locator("main")
    .getByRole("link", { name: /Voyager 1/u })
    .first()
    .waitFor();
});

journey("is opened by a passkey in place of the words", { timeout: 120_000 }, async ({ visit, paper }) => {
  const { page, email } = await signedUp(visit, paper);
  await givePasskeys(page, { prf: true });
  await switchOn(page, paper);
  await go(page, paper, STORY);
  await sent(page, () => page.getByRole("button", { name: "Save", exact: true }).first().click(), SAVED);
  await go(page, paper, "account");
  await page.getByText("Recovery phrase and passkeys").click();
  await page.getByText("Add a passkey to your account first.").waitFor();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  const give = page.getByRole("button", { name: "Let a passkey open it" });
  await give.click();
  await page.getByText("This passkey now opens your library.").waitFor();
  await leave(page);
  await signIn(page, email, FIRST);
  await page.getByLabel("Sync my library across").check();
  await page.getByRole("button", { name: "Open with a passkey" }).click();
  await page.getByText("Last synced:").waitFor();
  await go(page, paper, "saved");
  await page
    .locator("main")
    .getByRole("link", { name: /Voyager 1/u })
    .first()
    .waitFor();
});

journey("says that a passkey without a key of its own cannot open it", { timeout: 120_000 }, async ({ visit, paper }) => {
  const { page } = await signedUp(visit, paper);
  await givePasskeys(page);
  await switchOn(page, paper);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByText("Recovery phrase and passkeys").click();
  await page.getByRole("button", { name: "Let a passkey open it" }).click();
  await page.getByRole("alert").getByText("This passkey or browser cannot keep a key.").waitFor();
});

journey("is begun anew without its words, and leaves decrypted", { timeout: 180_000 }, async ({ visit, paper }) => {
  const { desk, phone } = await twoDevices(visit, paper);
  await go(desk.page, paper, STORY);
  await sent(desk.page, () => desk.page.getByRole("button", { name: "Save", exact: true }).first().click(), SAVED);
  await go(phone.page, paper, "account");
  await phone.page.getByLabel("Sync my library across").uncheck();
  await phone.page.evaluate(() => indexedDB.deleteDatabase("broadsheet-library:/"));
  await go(phone.page, paper, "account");
  await phone.page.getByLabel("Sync my library across").check();
  await phone.page.getByText("Have neither?").click();
  await phone.page.getByText("What is only in your account is lost.").waitFor();
  await phone.page.getByRole("button", { name: "Delete it and start over" }).click();
  const phrase = await keepPhrase(phone.page, "Delete it and start over");
  await phone.page.getByText("Last synced:").waitFor();

  desk.forgive(/status of 409/u);
  await go(desk.page, paper, "account");
  await enter(desk.page, phrase);
  await desk.page.getByText("Last synced:").waitFor();
  // What this device had is there again, for all of them.
  await go(phone.page, paper, "saved");
  await phone.page
    .locator("main")
    .getByRole("link", { name: /Voyager 1/u })
    .first()
    .waitFor();
  await go(phone.page, paper, "account");
  const coming = phone.page.waitForEvent("download");
  await phone.page.getByRole("link", { name: "Download my data" }).click();
  const text = await readFile(await (await coming).path(), "utf8");
  expect(JSON.parse(text).library).toEqual(expect.arrayContaining([expect.objectContaining({ kind: "saved", id: SLUG })]));
  const raw = await phone.page.evaluate(() => fetch("/api/account/export").then((answer) => answer.text()));
  expect(raw).not.toContain(SLUG);
});

journey("asks a reader who synced before for a key, wherever the library is shown", async ({ visit, paper }) => {
  const { page } = await signedUp(visit, paper);
  await page.evaluate(() => localStorage.setItem("broadsheet:/:sync", '{"at":1}'));
  await go(page, paper, "saved");
  await page.getByText("What is synced is now encrypted.").waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("link", { name: "Go to your account" }).click();
  await keepPhrase(page, "Encrypt and sync");
  await page.getByText("Last synced:").waitFor();
});

journey.for(WIDTHS)("has no barrier where its key is kept and entered, %i pixels wide", async (width, { visit, paper }) => {
  const { page, email } = await signedUp(visit, paper, { width });
  await page.getByLabel("Sync my library across").check();
  await page.getByRole("heading", { name: "Your recovery phrase" }).waitFor();
  expect(await barriers(page)).toEqual([]);
  const phrase = await keepPhrase(page, "Encrypt and sync");
  await page.getByText("Last synced:").waitFor();
  await page.getByText("Recovery phrase and passkeys").click();
  expect(await barriers(page)).toEqual([]);
  await leave(page);
  await signIn(page, email, FIRST);
  await page.getByLabel("Sync my library across").check();
  await page.getByText("Have neither?").click();
  await enter(page, "not the words");
  await page.getByRole("alert").waitFor();
  expect(await barriers(page)).toEqual([]);
  await enter(page, phrase);
  await page.getByText("Last synced:").waitFor();
});
