import crypto from "node:crypto";
import { request } from "node:http";
import { join } from "node:path";
import Libsql from "libsql";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Accounts, newReader, openAccounts, PASSWORD, tokenIn } from "../support/accounts.ts";
import { hashPasswordsQuickly } from "../support/quickPasswords.ts";

hashPasswordsQuickly();

/** One test a line of OWASP ASVS 5.0, level 2, that applies to what the server does. */
let accounts: Accounts;
beforeAll(async () => void (accounts = await openAccounts()));
afterAll(() => accounts.close());

const DAY = 24 * 60 * 60_000;

const codeOf = async (response: Response) => (await response.json()).code;

test("1.2.2, 2.2.1: input is checked at the door, and the answer names the field", async () => {
  const answer = await accounts.browser().ask("POST", "/sign-up", { email: "no address", password: PASSWORD });
  expect([answer.status, answer.headers.get("content-type"), await answer.json()]).toEqual([
    400,
    "application/problem+json",
    { type: "about:blank", status: 400, code: "bad-request", detail: "The request cannot be read: email must be an email address." },
  ]);
});

test("2.2.1: what is not JSON is refused without a stack trace", async () => {
  const answer = await accounts.browser().ask("POST", "/sign-in", "{ no json");
  expect([answer.status, await codeOf(answer)]).toEqual([400, "bad-request"]);
});

test("3.3.1, 3.3.2, 3.3.4: the session's cookie is __Host-, Secure, HttpOnly and SameSite", async () => {
  const { email } = await newReader(accounts);
  const answer = await accounts.browser().ask("POST", "/sign-in", { email, password: PASSWORD });
  for (const cookie of answer.headers.getSetCookie()) {
    expect(cookie).toMatch(/^__Host-/u);
    for (const attribute of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie.split("; ")).toContain(attribute);
    expect(cookie).not.toContain("Domain");
  }
});

test("3.5.1: another site can make no browser change anything", async () => {
  const { browser } = await newReader(accounts);
  const foreign = await browser.ask("POST", "/sign-out", {}, { Origin: "https://evil.example" });
  const form = await browser.ask("POST", "/sign-out", "x=1", { "Content-Type": "application/x-www-form-urlencoded" });
  const unsaid = await browser.ask("POST", "/sign-out", {}, { Origin: "null" });
  const framed = await browser.ask("POST", "/sign-out", {}, { "Sec-Fetch-Site": "cross-site" });
  expect([foreign.status, form.status, unsaid.status, framed.status]).toEqual([403, 415, 403, 403]);
  expect((await (await browser.ask("GET", "/account")).json()).account).not.toBeNull();
});

test("3.5.3: nothing changes by GET", async () => {
  const { browser, email } = await newReader(accounts);
  for (const path of ["/sign-out", "/account/delete", "/library", "/auth/sign-out", "/auth/delete-user", "/auth/verify-email?token=x"])
    expect((await browser.ask("GET", path)).status, path).toBe(404);
  expect((await (await browser.ask("GET", "/account")).json()).account).toEqual({ email });
});

test("4.1.1: every answer says what it is, and is kept nowhere", async () => {
  const answer = await accounts.browser().ask("GET", "/account");
  expect([answer.headers.get("content-type"), answer.headers.get("cache-control"), answer.headers.get("x-content-type-options")]).toEqual([
    "application/json",
    "no-store",
    "nosniff",
  ]);
});

test("2.4.1: requests are bounded in size", async () => {
  const answer = await accounts.browser().ask("POST", "/sign-in", { email: "a@example.org", password: "x".repeat(3_000_000) });
  expect(answer.status).toBe(413);
  // One that does not say its size is counted while it is read.
  expect((await parts(2_999_999)).status).toBe(413);
});

/** Sends JSON in parts, without its length. */
const parts = (length: number) =>
  fetch(
    `${accounts.origin}/api/sign-in`,
    Object.assign(
      { duplex: "half" },
      {
        method: "POST",
        headers: { Origin: accounts.origin, "Content-Type": "application/json" },
        body: new Blob([JSON.stringify({ email: "a@example.org", password: "x".repeat(length) })]).stream(),
      },
    ),
  );

test("4.1.4: only methods that are meant are taken, in parts too", async () => {
  expect((await parts(20)).status).toBe(401);
  const browser = accounts.browser();
  for (const path of ["/sign-in", "/account", "/nothing"]) {
    const options = await browser.ask("OPTIONS", path);
    expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
    for (const method of ["PUT", "DELETE", "PATCH"]) {
      const answer = await browser.ask(method, path, {});
      expect([answer.status, answer.headers.get("allow"), await codeOf(answer)]).toEqual([405, "GET, HEAD, POST, OPTIONS", "no-method"]);
    }
  }
});

test("6.2.1, 6.2.5, 6.2.9: passwords have 8 to 128 characters of any kind", async () => {
  const browser = accounts.browser();
  const tried = async (password: string) => codeOf(await browser.ask("POST", "/sign-up", { email: "a1@example.org", password }));
  expect(await tried("seven77")).toBe("password-short");
  expect(await tried("x".repeat(129))).toBe("password-long");
  expect(await tried("ключ и замок")).toBeUndefined();
  expect(await tried(`${"long ".repeat(25)}end`)).toBeUndefined();
});

test("6.2.4: common passwords are refused", async () => {
  const browser = accounts.browser();
  for (const password of ["password", "12345678", "Password1", "iloveyou", "football1"]) {
    const answer = await browser.ask("POST", "/sign-up", { email: "a2@example.org", password });
    expect([answer.status, await codeOf(answer)], password).toEqual([422, "password-common"]);
  }
});

test("6.3.1: guessing is slowed down, by network and by account", async () => {
  const { email } = await newReader(accounts);
  const one = accounts.browser();
  const guess = (browser = one) => browser.ask("POST", "/sign-in", { email, password: "a guess of many" });
  const answers = await Promise.all(Array.from({ length: 24 }, () => guess()));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBe(4);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("6.3.8: nobody learns who has an account", async () => {
  const { email } = await newReader(accounts);
  const browser = accounts.browser();
  const told = async (path: string, body: object) => {
    const answer = await browser.ask("POST", path, body);
    return [answer.status, await answer.text()];
  };
  const unknown = "nobody@example.org";
  expect(await told("/sign-up", { email, password: PASSWORD })).toEqual(
    await told("/sign-up", { email: "new@example.org", password: PASSWORD }),
  );
  expect(await told("/forgot", { email })).toEqual(await told("/forgot", { email: unknown }));
  expect(await told("/sign-in", { email, password: "not the one" })).toEqual(
    await told("/sign-in", { email: unknown, password: "not the one" }),
  );
  await expect.poll(() => accounts.emailTo(email)).toBeDefined();
  expect(accounts.emailsTo(unknown)).toEqual([]);
});

test("6.3.8: a password is hashed for an unknown address too, so that the time tells nothing", async () => {
  const { email } = await newReader(accounts);
  const hashing = vi.mocked(crypto.scrypt);
  const hashed = async (path: string, to: string) => {
    hashing.mockClear();
    await accounts.browser().ask("POST", path, { email: to, password: "not the one" });
    return hashing.mock.calls.length;
  };
  const counts = [];
  for (const path of ["/sign-in", "/sign-up"]) for (const to of [email, "nobody-yet@example.org"]) counts.push(await hashed(path, to));
  expect(counts).toEqual([1, 1, 1, 1]);
});

test("6.4.3: an email's link is for its purpose and works once", async () => {
  const { email } = await newReader(accounts);
  const browser = accounts.browser();
  const verify = tokenIn(accounts.emailsTo(email)[0]);
  expect((await browser.ask("POST", "/reset", { token: verify, password: "another long sentence" })).status).toBe(410);
  for (const token of [`${verify}x`, "nonsense"]) expect((await browser.ask("POST", "/verify", { token })).status).toBe(410);
  expect((await browser.ask("POST", "/reset", { token: "nonsense", password: "another long sentence" })).status).toBe(410);
});

test("7.2.3, 7.2.4: a session has a token of 128 random bits and more, new at each sign-in", async () => {
  const { email } = await newReader(accounts);
  const tokens = new Set<string>();
  for (let count = 0; count < 3; count++) {
    const browser = accounts.browser();
    await browser.ask("POST", "/sign-in", { email, password: PASSWORD });
    tokens.add(browser.cookies.get("__Host-broadsheet.session_token") ?? "");
  }
  expect(tokens.size).toBe(3);
  // 32 of 62 characters are 190 bits.
  for (const token of tokens) expect(token.split(".")[0]).toMatch(/^[\w-]{32,}$/u);
});

test("7.2.4: signing in ends the session that the browser had before", async () => {
  const { browser, email } = await newReader(accounts);
  const thief = accounts.browser();
  for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
  expect((await browser.ask("POST", "/sign-in", { email, password: PASSWORD })).status).toBe(200);
  expect((await thief.ask("GET", "/account/sessions")).status).toBe(401);
  expect((await browser.ask("GET", "/account/sessions")).status).toBe(200);
});

/** Makes the sessions of an account as old as that. */
function age(email: string, milliseconds: number): void {
  const database = new Libsql(join(accounts.folder, "accounts.db"));
  const began = new Date(Date.now() - milliseconds).toISOString();
  database.prepare("update session set createdAt = ? where userId = (select id from user where email = ?)").run(began, email);
  database.close();
}

test("7.3.2: no session lasts longer than 180 days, however often it is used", async () => {
  const { browser, email } = await newReader(accounts);
  age(email, 179 * DAY);
  expect((await browser.ask("GET", "/account/sessions")).status).toBe(200);
  age(email, 181 * DAY);
  expect((await browser.ask("GET", "/account/sessions")).status).toBe(401);
  expect((await (await browser.ask("GET", "/account")).json()).account).toBeNull();
});

test("7.5.1: another way to sign in needs a sign-in of just now", async () => {
  const { browser, email } = await newReader(accounts);
  expect((await browser.ask("POST", "/account/passkeys/ask", {})).status).toBe(200);
  age(email, 16 * 60_000);
  for (const path of ["ask", "add", "remove"]) {
    const answer = await browser.ask("POST", `/account/passkeys/${path}`, {});
    expect([answer.status, await codeOf(answer)], path).toEqual([403, "sign-in-again"]);
  }
});

test("7.4.1: what was signed out cannot be played again", async () => {
  const { browser } = await newReader(accounts);
  const stolen = new Map(browser.cookies);
  await browser.ask("POST", "/sign-out", {});
  for (const [name, value] of stolen) browser.cookies.set(name, value);
  expect((await (await browser.ask("GET", "/account")).json()).account).toBeNull();
  expect((await browser.ask("POST", "/library", { since: 0, records: [] })).status).toBe(401);
});

test("7.4.3: a cookie that was changed by one character is nobody's", async () => {
  const { browser } = await newReader(accounts);
  const [name = "", value = ""] = [...browser.cookies].find(([key]) => key.endsWith("session_token")) ?? [];
  browser.cookies.set(name, `${value[0] === "a" ? "b" : "a"}${value.slice(1)}`);
  expect((await browser.ask("GET", "/account/sessions")).status).toBe(401);
});

test("8.2.2: a session of another account cannot be ended", async () => {
  const [one, other] = [await newReader(accounts), await newReader(accounts)];
  const { sessions } = await (await other.browser.ask("GET", "/account/sessions")).json();
  expect((await one.browser.ask("POST", "/account/sessions/end", { id: sessions[0].id })).status).toBe(404);
});

test("13.4.2, 16.5.1: what is not there and what fails is told alike, without a word of how it is made", async () => {
  const answer = await accounts.browser().ask("GET", "/nothing/here");
  expect([answer.status, await codeOf(answer)]).toEqual([404, "not-found"]);
});

test("14.2.1: no token stands in an address that the server logs", async () => {
  const { email } = await newReader(accounts);
  expect(accounts.emailTo(email)).toMatch(/\/account\/verify#/u);
});

test("a client cannot say that it is another network", async () => {
  const { origin, close } = await openAccounts({ BEHIND_PROXY: "0" });
  const { port } = new URL(origin);
  const ask = (index: number) =>
    new Promise<number>((done) => {
      const body = JSON.stringify({ email: `n${index}@example.org`, password: "a guess of many" });
      const headers = {
        Origin: origin,
        "Content-Type": "application/json",
        "X-Broadsheet-Client": `192.0.2.${index}`,
        "X-Forwarded-For": `192.0.2.${index}`,
      };
      request({ host: "127.0.0.1", port, path: "/api/sign-in", method: "POST", headers }, (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      }).end(body);
    });
  const statuses = await Promise.all(Array.from({ length: 23 }, (_, index) => ask(index)));
  await close();
  expect(statuses.filter((status) => status === 429).length).toBe(3);
});
