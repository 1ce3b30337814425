import type { Browser, Page } from "playwright-core";
import { FIRST, givePasskeys, type Paper, signUp } from "../accountPaper.ts";
import { alive } from "../journey.ts";
import type { Open, Way } from "./everyButton.ts";
import { watchRegions } from "./liveRegions.ts";

type Doors = Pick<Paper, "site" | "link">;

/** The account pages in all their states. The signed-in reader has a second session, and a device that can store passkeys. */
export const accountStates = (paper: Doors): Way[] =>
  [
    { name: "sign in", path: "/account" },
    { name: "sign up", path: "/account?new" },
    { name: "forgotten password", path: "/account?forgot" },
    { name: "broken link", path: "/account/verify#nonsense" },
    { name: "broken link to a new password", path: "/account/reset#nonsense" },
    { name: "end of a digest", path: "/account/alerts/leave#nonsense" },
    { name: "sign in refused", path: "/account", prepare: (page: Page) => fill(page, "no such password") },
    {
      name: "sign in without a connection",
      path: "/account",
      prepare: async (page: Page) => {
        await page.route("**/api/sign-in", (route) => route.abort());
        await fill(page, FIRST);
      },
    },
    { name: SIGNED_IN, path: "/account" },
    {
      name: `${SIGNED_IN}, in step`,
      path: "/account",
      within: "dialog, [aria-labelledby=sync], main > p",
      prepare: async (page: Page) => {
        await page.getByLabel("Sync my library across").check();
        await page.getByRole("heading", { name: "Your recovery phrase" }).waitFor();
      },
    },
    {
      name: "account that is deleted",
      path: "/account?new",
      prepare: (page: Page) => toBeDeleted(page, paper),
      within: "main details[open]",
    },
  ].map((way) => ({ within: "main", ...way }));

const SIGNED_IN = "account";

/** Opens pages in a separate browser profile, and signs in again if the last press ended the session. */
export async function accountOpener(browser: Browser, paper: Doors): Promise<Open> {
  const { address } = paper.site;
  const context = await browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
  await watchRegions(context);
  const start = await context.newPage();
  await start.goto(`${address}account?new`);
  await alive(start);
  const email = await signUp(start, paper);
  await start.close();
  let kept = await context.storageState({ indexedDB: true });
  return async ({ name, path }) => {
    await context.setStorageState({ cookies: [], origins: [] });
    if (name.startsWith(SIGNED_IN) && !name.endsWith("deleted")) {
      await context.setStorageState(kept);
      const sessions: unknown = await (await context.request.get(`${address}api/account/sessions`)).json();
      if (!Array.isArray(Reflect.get(Object(sessions), "sessions")) || Reflect.get(Object(sessions), "sessions").length < 2) {
        for (const _ of ["another device", "this device"])
          await context.request.post(`${address}api/sign-in`, {
            headers: { Origin: new URL(address).origin, ...ownNetwork() },
            data: { email, password: FIRST, remember: true },
          });
        kept = await context.storageState({ indexedDB: true });
      }
    }
    const page = await context.newPage();
    await page.setExtraHTTPHeaders(ownNetwork());
    await givePasskeys(page);
    await page.goto(address + path.slice(1));
    await alive(page);
    return { page, close: () => page.close() };
  };
}

/** A separate address for each profile, because rate limits count by network. */
const ownNetwork = () => ({ "X-Forwarded-For": `10.${[...crypto.getRandomValues(new Uint8Array(3))].join(".")}` });

async function fill(page: Page, password: string): Promise<void> {
  await page.getByLabel("Email address").fill("nobody@example.org");
  await page.getByLabel("Password", { exact: true }).fill(password);
}

async function toBeDeleted(page: Page, paper: Doors): Promise<void> {
  await signUp(page, paper);
  await page.locator("main").getByRole("link", { name: "Your account" }).click();
  await page.getByText("Delete the account").first().click();
  await page.locator("details[open]").getByLabel("Current password").fill(FIRST);
}
