import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Accounts, openAccounts } from "../support/accounts.ts";
import { portOf } from "../support/portOf.ts";

/** What X does, on this machine: it hands out a code, and gives a token only to who has the verifier of its challenge (RFC 7636). */
const provider = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://provider");
  if (url.pathname === "/authorize") {
    challenge = url.searchParams.get("code_challenge") ?? "";
    const back = new URL(url.searchParams.get("redirect_uri") ?? "");
    back.searchParams.set("code", "a-code");
    back.searchParams.set("state", url.searchParams.get("state") ?? "");
    return void response.writeHead(302, { Location: back.href }).end();
  }
  response.setHeader("Content-Type", "application/json");
  if (url.pathname === "/token") {
    let body = "";
    for await (const part of request) body += part;
    const verifier = new URLSearchParams(body).get("code_verifier") ?? "";
    const fits = createHash("sha256").update(verifier).digest("base64url") === challenge;
    const known = request.headers.authorization === `Basic ${Buffer.from("the-client:the-secret").toString("base64")}`;
    return void response.writeHead(fits && known ? 200 : 400).end(JSON.stringify({ access_token: "a-token", token_type: "bearer" }));
  }
  const known = request.headers.authorization === "Bearer a-token";
  response
    .writeHead(known ? 200 : 401)
    .end(JSON.stringify({ data: { id: "783214", name: "A reader", ...(email && { confirmed_email: email }) } }));
});
let challenge = "";
let email: string | undefined;
let accounts: Accounts;

beforeAll(async () => {
  const address = `http://127.0.0.1:${await portOf(provider)}`;
  accounts = await openAccounts({
    TWITTER_CLIENT_ID: "the-client",
    TWITTER_CLIENT_SECRET: "the-secret",
    TWITTER_AUTHORIZATION_URL: `${address}/authorize`,
    TWITTER_TOKEN_URL: `${address}/token`,
    TWITTER_USER_INFO_URL: `${address}/me`,
  });
});
afterAll(async () => {
  await accounts.close();
  provider.close();
});

async function signIn(browser = accounts.browser(), changed = (back: string) => back): Promise<string> {
  const { url } = await (await browser.ask("POST", "/twitter", {})).json();
  const authorised = await fetch(url, { redirect: "manual" });
  const back = await browser.ask("GET", changed(authorised.headers.get("location") ?? ""));
  return back.headers.get("location") ?? "";
}

const accountOf = async (browser = accounts.browser()) => (await (await browser.ask("GET", "/account")).json()).account;

test("signing in with X opens an account, by a challenge that only the one who asked can answer", async () => {
  const browser = accounts.browser();
  email = "reader@example.org";
  expect(await signIn(browser)).toBe(`${accounts.origin}/account`);
  expect(await accountOf(browser)).toEqual({ email });
});

test("the same person comes back to the same account, without an address too", async () => {
  email = undefined;
  const browser = accounts.browser();
  await signIn(browser);
  expect(await accountOf(browser)).toEqual({ email: "reader@example.org" });
});

test("an answer with another state signs nobody in", async () => {
  const browser = accounts.browser();
  const back = await signIn(browser, (address) => address.replace(/state=[^&]+/u, "state=forged"));
  expect(back).toContain("error=");
  expect(await accountOf(browser)).toBeNull();
});

test("an answer that was asked for by another browser signs nobody in", async () => {
  const [victim, attacker] = [accounts.browser(), accounts.browser()];
  const { url } = await (await attacker.ask("POST", "/twitter", {})).json();
  const authorised = await fetch(url, { redirect: "manual" });
  await victim.ask("GET", authorised.headers.get("location") ?? "");
  expect(await accountOf(victim)).toBeNull();
});

test("where X is not set up, it is not offered", async () => {
  const without = await openAccounts();
  const answer = await without.browser().ask("POST", "/twitter", {});
  const { providers } = await (await without.browser().ask("GET", "/account")).json();
  await without.close();
  expect([answer.status, providers]).toEqual([404, { twitter: false }]);
});
