import { expect, inject, onTestFinished } from "vitest";
import { FIRST, follow, openPaper, signIn, signUp } from "../support/accountPaper.ts";
import { alive, journey } from "../support/journey.ts";
import { kept, NO_CONNECTION } from "../support/kept.ts";
import { openSite } from "../support/site.ts";

const SECOND = "another sentence nobody guesses";
const STORY = "/article/operation-rescue";
const HEADLINE = "Europol counts 670 suspects and 230 children brought to safety";

journey("without a connection a reader has what one visit has left: the story, the front page, its topics", async ({ visit, site }) => {
  const { page, context, forgive } = await visit(STORY, { worker: true });
  await kept(page, "pages", STORY);
  await kept(page, "data", "/data/topic/europol.json", "/data/front.json", "/data/edition.json", `/data${STORY}.json`);

  await context.setOffline(true);
  await site.close();
  forgive(NO_CONNECTION);
  await page.reload();
  await alive(page);
  expect(await page.locator("h1").innerText()).toBe(HEADLINE);
  await page.locator(".notice", { hasText: "No connection. Showing what is on this device" }).waitFor();
  expect(await page.locator("head title").count()).toBe(1);
  expect(await page.evaluate(async () => (await fetch("/icon.svg")).status)).toBe(200);

  await page.getByRole("list", { name: "Topics of this story" }).getByRole("link", { name: "Europol", exact: true }).click();
  await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();
  await page.goto(site.address);
  await page.locator("main .lead").waitFor();
  await page.goto(`${site.address}topic/europol`);
  await page.getByRole("heading", { name: "Europol news", level: 1 }).waitFor();

  await page.goto(`${site.address}article/voyager-1-makes-sense-again`);
  await page.getByText("There is no connection to the server.").waitFor();
  await page.getByRole("link", { name: "On this device" }).click();
  await page.getByRole("heading", { name: "You are offline. Here is what is on this device" }).waitFor();
  await page.getByRole("link", { name: HEADLINE }).click();
  await page.getByRole("heading", { level: 1, name: HEADLINE }).waitFor();
  await page.goto(`${site.address}saved`);
  await page.getByText("Nothing is saved yet.", { exact: false }).waitFor();

  const again = await openSite(inject("sampleSite"), Number(new URL(site.address).port));
  await context.setOffline(false);
  await page.goto(again.address + STORY.slice(1));
  await alive(page);
  await expect.poll(() => page.locator(".notice").count()).toBe(0);
  await again.close();
});

journey("a story is saved from its teaser, with the pointer or by a key, and no teaser has a tab stop more", async ({ visit }) => {
  const { page } = await visit("/section/science");
  const first = page.locator(".bookmark").first();
  await first.click();
  // The first one saved waits for the code that saves.
  await expect.poll(() => first.getAttribute("aria-pressed")).toBe("true");
  expect(await page.locator(".bookmark[tabindex='0']").count()).toBe(0);

  await page.locator(".teaser h3 a").nth(1).focus();
  await page.keyboard.press("s");
  await expect.poll(() => page.locator(".bookmark").nth(1).getAttribute("aria-pressed")).toBe("true");
  await page.reload();
  await expect.poll(() => page.locator(".bookmark[aria-pressed='true']").count()).toBe(2);
});

journey("an account is opened, left, come back to, given a new password and deleted", { timeout: 180_000 }, async ({ visit }) => {
  const paper = await openPaper();
  onTestFinished(paper.close);
  const { page, context } = await visit("/", { site: paper.site });
  await page.locator("header").getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Create an account" }).click();
  const email = await signUp(page, paper);
  expect(new URL(page.url()).hash).toBe("");
  await page.locator("main").getByRole("link", { name: "Your account" }).click();
  await page.locator("header").getByRole("link", { name: "Account" }).waitFor();
  await page.getByText("This device", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();

  await signIn(page, email, FIRST);
  // Remembered: the cookie outlives the browser.
  expect((await context.cookies()).some(({ name, expires, httpOnly }) => name.includes("session") && httpOnly && expires > 0)).toBe(true);
  await page.getByRole("button", { name: "Sign out" }).click();

  await page.getByRole("link", { name: "Forgot password?" }).click();
  await page.getByRole("heading", { name: "Forgot your password?" }).waitFor();
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send the email" }).click();
  await page.getByText("an email is on its way").waitFor();
  await follow(page, await paper.link(email, "reset"));
  await page.getByLabel("New password").fill(SECOND);
  await page.getByRole("button", { name: "Save the password" }).click();
  await page.getByText("all sessions have ended").waitFor();
  expect(new URL(page.url()).hash).toBe("");
  await page.locator("main").getByRole("link", { name: "Sign in" }).click();

  await signIn(page, email, SECOND);
  await page.getByText("Delete the account").first().click();
  const form = page.locator("details[open] form");
  await form.getByLabel("Current password").fill(SECOND);
  await form.getByRole("button", { name: /delete/iu }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  expect(await page.evaluate(async () => (await fetch("/api/account")).json())).toMatchObject({ account: null });
});
