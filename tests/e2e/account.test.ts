/* oxlint-disable no-empty-pattern -- Vitest reads which fixtures are needed from a pattern, and wants one also where none is. */
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { describe, expect } from "vitest";
import { announcements } from "../support/accessibility/announcements.ts";
import { barriers } from "../support/accessibility/barriers.ts";
import { FIRST, follow, givePasskeys, openPaper, signedUp, signIn, signUp } from "../support/accountPaper.ts";
import { newAddress } from "../support/accounts.ts";
import { quickChromiumFile } from "../support/chromium.ts";
import { alive, journey as visiting, WIDTHS } from "../support/journey.ts";
import { openTwitter } from "../support/twitterStandIn.ts";

const TOKEN = "a token of 32 characters or more, by the operator";
const SECOND = "another sentence nobody guesses";

const journey = visiting.extend("paper", { scope: "file" }, async ({}, { onCleanup }) => {
  const twitter = await openTwitter();
  const paper = await openPaper({ ...twitter.env, METRICS_TOKEN: TOKEN });
  onCleanup(async () => {
    await paper.close();
    twitter.close();
  });
  return { ...paper, twitter };
});

describe("an account", () => {
  journey("is told of a link that was broken on its way as of one that no longer works, with a way on", async ({ visit, paper }) => {
    const { page, forgive } = await visit("/account/verify#nonsense", { site: paper.site });
    forgive(/status of 410/u);
    await page.getByRole("alert").getByText("This link has been used, has expired or is incomplete.").waitFor();
    await page.locator("main").getByRole("link", { name: "Sign in" }).click();
    await page.getByLabel("Email address").waitFor();
  });

  journey.for(WIDTHS)("is confirmed in another browser by its password, %i px wide", async (width, { visit, paper }) => {
    const email = newAddress();
    const headers = { Origin: new URL(paper.site.address).origin };
    await fetch(`${paper.site.address}api/sign-up`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify({ email, password: FIRST }),
    });
    const { page, forgive } = await visit(new URL(await paper.link(email, "verify")).href.slice(paper.site.address.length - 1), {
      width,
      site: paper.site,
    });
    forgive(/status of 401/u);
    await page.getByText("in a different browser").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel("Password", { exact: true }).fill("not the one");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByRole("group", { name: /That did not work/u }).waitFor();
    await page.getByLabel("Password", { exact: true }).fill(FIRST);
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("you are signed in").waitFor();
  });

  journey("changes its address on another device, which is not signed in by that", async ({ visit, paper }) => {
    const desk = await signedUp(visit, paper);
    const { email } = desk;
    const change = async (to: string) => {
      await desk.page.getByText("Change the email address", { exact: true }).click();
      await desk.page.getByLabel("New email address").fill(to);
      await desk.page
        .locator("form", { has: desk.page.getByLabel("New email address") })
        .getByLabel("Current password")
        .fill(FIRST);
      await desk.page.getByRole("button", { name: "Send the email" }).click();
      await desk.page.getByText("The address changes when").waitFor();
      return paper.link(to, "verify");
    };
    const next = `next-${email}`;
    const link = await change(next);
    const phone = await visit("/", { site: paper.site, width: 360 });
    phone.forgive(/status of 401/u);
    await follow(phone.page, link);
    await phone.page.getByLabel("Password", { exact: true }).fill(FIRST);
    await phone.page.getByRole("button", { name: "Confirm" }).click();
    await phone.page.getByText("Your address is confirmed. Sign in with it").waitFor();
    expect(await barriers(phone.page)).toEqual([]);
    await phone.page.locator("main").getByRole("link", { name: "Sign in" }).click();
    await signIn(phone.page, next, FIRST);

    // Somebody else opens an account with the address before the email is opened.
    const third = `third-${email}`;
    await follow(desk.page, `${paper.site.address}account`);
    const late = await change(third);
    const other = await visit("/account?new", { site: paper.site });
    await other.page.getByLabel("Email address").fill(third);
    await other.page.getByLabel("Password", { exact: true }).fill(SECOND);
    await other.page.getByRole("button", { name: "Create an account" }).click();
    await expect.poll(() => paper.link(third, "verify")).not.toBe(late);
    await follow(other.page, await paper.link(third, "verify"));
    await other.page.getByText("you are signed in").waitFor();
    desk.forgive(/status of 409/u);
    await follow(desk.page, late);
    await desk.page.getByRole("alert").getByText("since been confirmed for another account").waitFor();
    expect(await barriers(desk.page)).toEqual([]);
    await desk.page.locator("main").getByRole("link", { name: "Your account" }).click();
    await desk.page.locator("main").getByText(next).waitFor();
  });

  journey("is signed in to with a passkey, which is added, used and removed", async ({ visit, paper }) => {
    const { page, email } = await signedUp(visit, paper);
    await givePasskeys(page);
    const passkeys = page.getByRole("region", { name: "Passkeys" });
    await passkeys.getByRole("button", { name: "Add a passkey" }).click();
    await passkeys.getByRole("listitem").waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();

    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.locator("main").getByText(email).waitFor();
    await passkeys.getByRole("button", { name: "Remove the passkey" }).click();
    await expect.poll(() => passkeys.getByRole("listitem").count()).toBe(0);
  });

  journey("is signed in to from any page, which it leads back to, and is deleted with a word of that", async ({ visit, paper }) => {
    const { page, forgive } = await visit("/account?new", { site: paper.site, width: 360 });
    const email = await signUp(page, paper);
    await page.locator("main").getByRole("link", { name: "Your account" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    for (const [path, headline] of [
      ["topic/europol", "Europol news"],
      ["article/labhost-closed", /LabHost/u],
    ] as const) {
      await follow(page, paper.site.address + path);
      await page.getByRole("banner").getByText("Sign in", { exact: true }).click();
      await page.getByRole("link", { name: "Forgot password?" }).click();
      await page.getByRole("link", { name: "Back to sign-in" }).click();
      await page.getByLabel("Email address").fill(email);
      await page.getByLabel("Password", { exact: true }).fill(FIRST);
      // The sentence stands for four seconds, so it is noted when it comes and not looked for later.
      const said = await announcements(page);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: headline }).waitFor();
      await expect.poll(said).toContain("You are signed in.");
      await page.getByRole("banner").getByRole("link", { name: "Account" }).click();
      if (path.startsWith("topic")) await page.getByRole("button", { name: "Sign out" }).click();
    }
    forgive(/status of 401/u);
    await page.getByText("Delete the account", { exact: true }).first().click();
    const form = page.locator("form", { has: page.getByRole("button", { name: "Delete the account" }) });
    for (const [password, answer] of [
      ["not the one", "The account was not deleted."],
      [FIRST, "Account deleted"],
    ] as const) {
      await form.getByLabel("Current password").fill(password);
      await form.getByRole("button", { name: "Delete the account" }).click();
      await page.getByText(answer).waitFor();
    }
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  });

  journey("is still there after the browser was closed where it should be remembered, and only there", async ({ visit, paper }) => {
    const { email } = await signedUp(visit, paper);
    const profile = join(paper.folder, "profile");
    const { address } = paper.site;
    await reopened(profile, address, async (own) => {
      await own.getByLabel("Remember me").uncheck();
      await signIn(own, email, FIRST);
    });
    await reopened(profile, address, (own) => signIn(own, email, FIRST));
    await reopened(profile, address, (own) => own.locator("main").getByText(email).waitFor());
  });

  journey("is opened with X (Twitter), and says where that was not completed", async ({ visit, paper }) => {
    const { page } = await visit("/account?error=access_denied", { site: paper.site, others: [paper.twitter.origin] });
    await page.getByText("was not completed").waitFor();
    paper.twitter.email = newAddress();
    await page.getByRole("button", { name: "Log in with X" }).click();
    await page.locator("main").getByText(paper.twitter.email).waitFor();
    await page.locator("header").getByRole("link", { name: "Account" }).waitFor();
  });

  journey.for(WIDTHS)("has no barrier in any of its states, %i pixels wide", async (width, { visit, paper }) => {
    const { page, forgive } = await visit("/account", { site: paper.site, width });
    forgive(/401/u);
    await page.getByRole("button", { name: "Log in with X" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel("Email address").fill("nobody@example.org");
    await page.getByLabel("Password", { exact: true }).fill("a guess of many");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.locator("main [role=alert]").first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("link", { name: "Forgot password?" }).click();
    await page.getByRole("heading", { name: "Forgot your password?" }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(`${paper.site.address}account?new`);
    await alive(page);
    expect(await barriers(page)).toEqual([]);
    await signUp(page, paper);
    await page.locator("main").getByRole("link", { name: "Your account" }).click();
    await page.getByText("This device", { exact: true }).waitFor();
    await page.locator("main details").evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute("open", "")));
    expect(await barriers(page)).toEqual([]);
  });

  journey("says without JavaScript that signing in needs it", async ({ visit, paper }) => {
    const { page } = await visit("/account", { site: paper.site, javaScriptEnabled: false });
    expect(await page.locator("main").innerText()).toContain("needs JavaScript");
    expect(await page.locator("main form").isVisible()).toBe(false);
    expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
  });
});

/** A browser that was used before and closed since, on the account's page. */
async function reopened(profile: string, address: string, act: (page: Page) => Promise<void>): Promise<void> {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const context = await chromium.launchPersistentContext(profile, { executablePath: quickChromiumFile(), args, locale: "en" });
  const page = await context.newPage();
  await page.goto(`${address}account`);
  await alive(page);
  await act(page);
  await context.close();
}

describe("a site that counts faults", () => {
  journey("gets the error of a page, without what the reader reads, and no more than five of them", async ({ visit, paper }) => {
    const { page, forgive } = await visit("/about", { site: paper.site });
    forgive(/Uncaught/u);
    const to = '<meta name="broadsheet-faults" content="/api/faults"><meta name="broadsheet-base"';
    await page.route("**/about", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('<meta name="broadsheet-base"', to) });
    });
    await page.route("**/assets/idle-*.js", async (route) => {
      const response = await route.fetch();
      const code = 'for(let i=0;i<9;i++)setTimeout(()=>{throw new Error("no story "+location.href+i)});';
      await route.fulfill({ response, body: `${await response.text()}\n${code}` });
    });
    const sent = page.waitForRequest("**/api/faults");
    await page.reload();
    expect((await sent).headers()).not.toHaveProperty("cookie");
    const counted = async () => (await fetch(`${paper.site.address}api/faults`, { headers: { Authorization: `Bearer ${TOKEN}` } })).text();
    await expect.poll(counted).toMatch(/\t5\terror\tUncaught Error: no story …\tidle-[\w-]+\.js:\d+\n$/u);
  });
});
