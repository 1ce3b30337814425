import { afterAll, beforeAll, expect, test } from "vitest";
import { type Accounts, newReader, openAccounts } from "../support/accounts.ts";
import { openTwitter, type TwitterStandIn } from "../support/twitterStandIn.ts";

let twitter: TwitterStandIn;
let accounts: Accounts;
beforeAll(async () => {
  twitter = await openTwitter();
  accounts = await openAccounts(twitter.env);
});
afterAll(async () => {
  await accounts.close();
  twitter.close();
});

const SAMPLES = 1000;
const TAMPERED = 50;

/** The most attempts for one account: beyond them its rate limit would answer. */
test.for([
  ["/sign-in", 25],
  ["/forgot", 3],
] as const)(
  "in 1,000 samples the time of an answer of %s does not tell a known address from an unknown one",
  async ([path, most], { task }) => {
    const times = { known: [] as number[], unknown: [] as number[] };
    const addresses: string[] = [];
    while (addresses.length < SAMPLES / 2 / most) addresses.push((await newReader(accounts)).email);
    for (let count = 0; count < SAMPLES; count++) {
      const kind = count % 2 === 0 ? "known" : "unknown";
      const number = Math.floor(count / 2);
      const email = kind === "known" ? addresses[number % addresses.length] : `nobody-${number % addresses.length}@example.org`;
      // Each browser has a network of its own.
      const browser = accounts.browser();
      const start = performance.now();
      const answer = await browser.ask("POST", path, { email, password: "not the one" });
      times[kind].push(performance.now() - start);
      expect([200, 401]).toContain(answer.status);
    }
    const right = rightByTime(times.known, times.unknown);
    const medians = `medians ${median(times.known).toFixed(1)} and ${median(times.unknown).toFixed(1)} ms`;
    task.meta.figure = `${path}: ${SAMPLES} samples, ${medians}; a guess by time is right in ${(100 * right).toFixed(0)} %`;
    expect(right).toBeLessThan(0.6);
  },
);

/** How often the slower of two answers is of the kind that is usually slower: 0.5 reveals nothing, 1 everything. */
function rightByTime(some: number[], others: number[]): number {
  const share = some
    .flatMap((one) => others.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)))
    .reduce((sum: number, each) => sum + each, 0);
  const probability = share / (some.length * others.length || 1);
  return Math.max(probability, 1 - probability);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

test("50 answers of X that were tampered with sign nobody in", async ({ task }) => {
  let accepted = 0;
  for (let count = 0; count < TAMPERED; count++) {
    twitter.email = `tampered-${count}@example.org`;
    twitter.id = String(1000 + count);
    const browser = accounts.browser();
    const { url } = await (await browser.ask("POST", "/twitter", {})).json();
    const back = new URL((await fetch(tampered(url, count), { redirect: "manual" })).headers.get("location") ?? accounts.origin);
    const parts = [...back.searchParams.keys()];
    const part = parts[count % Math.max(parts.length, 1)] ?? "state";
    const value = back.searchParams.get(part) ?? "";
    // One character is changed, removed or doubled, or the whole answer is somebody else's.
    const at = count % Math.max(value.length, 1);
    const changes = [`${value.slice(0, at)}~${value.slice(at + 1)}`, value.slice(1), `${value}${value}`, "", "forged"];
    back.searchParams.set(part, changes[count % changes.length] ?? "");
    await browser.ask("GET", back.href);
    const { account } = await (await browser.ask("GET", "/account")).json();
    if (account !== null) accepted += 1;
  }
  task.meta.figure = `${accepted} of ${TAMPERED} accepted`;
  expect(accepted).toBe(0);
});

/** Every fifth time the challenge itself is another browser's. */
function tampered(url: string, count: number): string {
  if (count % 5 !== 0) return url;
  const changed = new URL(url);
  changed.searchParams.set("code_challenge", "x".repeat(43));
  return changed.href;
}
