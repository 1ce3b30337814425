import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { serveAccounts } from "../../src/cli/serving/serveAccounts.ts";
import { newAddress } from "./accounts.ts";
import { alive, type Visit, type Visitor } from "./journey.ts";
import type { Site } from "./site.ts";

export const FIRST = "a sentence nobody guesses";

export type Paper = {
  site: Site;
  folder: string;
  /** The link to a page in the newest email to an address, once it is written completely. */
  link: (to: string, name: string) => Promise<string>;
  close: () => Promise<void>;
};

/** A paper with accounts, by default the sample edition: the site and its `api/`. @param env see docs/accounts.md */
export async function openPaper(env: Record<string, string> = {}, built = inject("accountsSite")): Promise<Paper> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-account-"));
  const accounts = join(folder, "accounts");
  const serving = await serveAccounts(built, {
    port: 0,
    host: "localhost",
    folder: accounts,
    env: { LOG_LEVEL: "silent", ...env },
  });
  const emails = () => (readdirSync(accounts).includes("mail") ? readdirSync(join(accounts, "mail")).toSorted() : []);
  const link = async (to: string, name: string): Promise<string> => {
    const found = () =>
      emails()
        .map((email) => readFileSync(join(accounts, "mail", email), "utf8"))
        .filter((text) => text.startsWith(`To: ${to}\n`) && /\nhttp\S+\n$/u.test(text))
        .flatMap((text) => new RegExp(`^http\\S+/${name}[#?]\\S+$`, "mu").exec(text)?.[0] ?? [])
        .at(-1);
    await expect.poll(found).toBeDefined();
    return found() ?? "";
  };
  return {
    site: { address: serving.address, asked: [], faults: new Map(), close: () => Promise.resolve() },
    folder,
    link,
    close: async () => {
      await serving.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Adds to the page's device a virtual authenticator that confirms every request. @param prf whether a passkey also yields a secret (PRF) */
export async function givePasskeys(page: Page, { prf = false } = {}): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ...(prf && { ctap2Version: "ctap2_1", hasPrf: true }),
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** From the form of a new account to a confirmed address. */
export async function signUp(page: Page, paper: Pick<Paper, "link">): Promise<string> {
  const email = newAddress();
  await page.getByRole("heading", { name: "Create an account" }).waitFor();
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(FIRST);
  await page.getByRole("button", { name: "Create an account" }).click();
  await page.getByText(`on its way to ${email}`).waitFor();
  await follow(page, await paper.link(email, "verify"));
  await page.getByText("you are signed in").waitFor();
  return email;
}

/** A visit to the account's page by a reader who has one. It is opened by requests: its forms are for tests of accounts. */
export async function signedUp(
  visit: Visit,
  { site, link }: Paper,
  options: Parameters<Visit>[1] = {},
): Promise<Visitor & { email: string }> {
  const email = newAddress();
  const visitor = await visit("/account", {
    ...options,
    site,
    prepare: async ({ request }) => {
      const ask = async (path: string, data: Record<string, string>) => {
        const answer = await request.post(`${site.address}api/${path}`, { headers: { Origin: new URL(site.address).origin }, data });
        expect(answer.ok(), await answer.text()).toBe(true);
      };
      await ask("sign-up", { email, password: FIRST });
      await ask("verify", { token: new URL(await link(email, "verify")).hash.slice(1) });
    },
  });
  await visitor.page.getByRole("heading", { name: "Your account" }).waitFor();
  return { ...visitor, email };
}

export async function follow(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await alive(page);
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: "Your account" }).waitFor();
}
