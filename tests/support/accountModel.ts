import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { type Accounts, type Browser, tokenIn } from "./accounts.ts";
import type { TwitterStandIn } from "./twitterStandIn.ts";

const MINUTE = 60_000;

/** A person with an address, who reads the emails sent to it and uses one password for everything. */
type Person = { address: string; next: string; password: string; desk: Browser; phone: Browser; id: string };

/** An owner and an attacker who know each other's addresses; both can send any request to the server. */
export class World {
  readonly owner: Person;
  readonly attacker: Person;
  /** Tokens that have been used successfully. */
  readonly #used: { path: string; token: string }[] = [];
  /** The accounts to which the owner has signed in, by address. */
  readonly #known = new Map<string, string>();
  /** The address to which X redirected whoever began to sign in there. */
  #callback: string | undefined;
  readonly #accounts: Accounts;
  readonly #twitter: TwitterStandIn;
  readonly #emailsBefore: number;

  constructor(accounts: Accounts, twitter: TwitterStandIn) {
    this.#accounts = accounts;
    this.#twitter = twitter;
    this.#emailsBefore = mailOf(accounts).length;
    const person = (name: string): Person => {
      const id = String(randomInt(2 ** 47));
      const [desk, phone] = [accounts.browser(), accounts.browser()];
      return {
        id,
        address: `${name}-${id}@example.org`,
        next: `next-${name}-${id}@example.org`,
        password: `a sentence of the ${name}`,
        desk,
        phone,
      };
    };
    [this.owner, this.attacker] = [person("owner"), person("attacker")];
  }

  async ask(browser: Browser, path: string, body: object = {}): Promise<number> {
    const { status } = await browser.ask("POST", path, body);
    await this.#accounts.settled();
    expect(status, path).toBeLessThan(500);
    return status;
  }

  /** Tokens of emails to an address, the newest first. */
  tokens(address: string, kind: "verify" | "reset"): string[] {
    return mailOf(this.#accounts)
      .slice(this.#emailsBefore)
      .map((name) => readFileSync(join(this.#accounts.folder, "mail", name), "utf8"))
      .filter((email) => email.startsWith(`To: ${address}\n`) && email.includes(`/${kind}#`))
      .map(tokenIn)
      .toReversed();
  }

  /** Opens the link of an email in a browser, and enters the password if it is asked for. */
  async open(by: Person, kind: "verify" | "reset", token: string | undefined, browser = by.desk): Promise<boolean> {
    if (token === undefined) return false;
    const { password } = by;
    const path = `/${kind}`;
    const done =
      (kind === "verify" && (await this.ask(browser, path, { token })) === 200) ||
      (await this.ask(browser, path, { token, password })) === 200;
    if (done) {
      expect(this.#used, "a token works once").not.toContainEqual({ path, token });
      this.#used.push({ path, token });
      if (by === this.owner) await this.#keepsOut();
    }
    return done;
  }

  /** The password that the attacker chose when signing up as the owner signs nobody in, whatever email the owner opened. */
  async #keepsOut(): Promise<void> {
    const { attacker, owner } = this;
    for (const address of [owner.address, owner.next]) expect(await this.signIn(attacker, address, attacker.phone)).not.toBe(200);
  }

  signIn({ password }: Person, address: string, browser: Browser): Promise<number> {
    return this.ask(browser, "/sign-in", { email: address, password });
  }

  /** @param opener the person in whose browser the answer of X is opened, if any */
  async withX(by: Person, opener: Person | undefined, hasAddress = true): Promise<void> {
    [this.#twitter.id, this.#twitter.email] = [by.id, hasAddress ? by.address : undefined];
    const { url } = await (await by.desk.ask("POST", "/twitter", {})).json();
    if (url === undefined) return;
    this.#callback = (await fetch(url, { redirect: "manual" })).headers.get("location") ?? "";
    if (opener) await this.back(opener);
  }

  /** Opens the last answer of X, whoever started that sign-in. */
  async back(opener: Person): Promise<void> {
    if (this.#callback !== undefined) expect((await opener.desk.ask("GET", this.#callback)).status).toBe(302);
    await this.#accounts.settled();
  }

  pass(minutes: number): void {
    vi.setSystemTime(Date.now() + minutes * MINUTE);
  }

  async #signedIn(browser: Browser): Promise<{ email: string; id: string } | undefined> {
    const { account } = await (await browser.ask("GET", "/account")).json();
    if (account === null) return undefined;
    const answer = await browser.ask("POST", "/library", { since: 0, records: [] });
    return { email: account.email, id: (await answer.json()).account };
  }

  /** Checked after every step: both are signed in only to accounts of their own addresses. */
  async check(): Promise<void> {
    for (const person of [this.owner, this.attacker])
      for (const browser of [person.desk, person.phone]) {
        const signedIn = [...browser.cookies.keys()].some((name) => name.endsWith("session_token")) && (await this.#signedIn(browser));
        if (!signedIn) continue;
        const own = [person.address, person.next, `${person.id}@twitter.invalid`];
        expect(own, `signed in: ${person.id}`).toContain(signedIn.email);
        if (person === this.owner) this.#note(signedIn);
      }
  }

  #note({ email, id }: { email: string; id: string }): void {
    for (const [address, known] of this.#known) if (known === id) this.#known.delete(address);
    this.#known.set(email, id);
  }

  /**
   * Whether the owner can sign in with an address, to its existing account, in the ways
   * that the product offers, while the attacker continues.
   * @param meddle what the attacker does between two steps of the owner
   */
  async getIn(address: string, meddle: () => Promise<void>): Promise<boolean> {
    const { owner } = this;
    const browser = this.#accounts.browser();
    const byReset = async () => {
      for (const token of this.tokens(address, "reset")) if (await this.open(owner, "reset", token, browser)) break;
      await meddle();
      return (await this.signIn(owner, address, browser)) === 200;
    };
    const isIn = async () => {
      if ((await this.signIn(owner, address, browser)) === 200) return true;
      await meddle();
      await this.ask(browser, "/forgot", { email: address });
      await meddle();
      if (await byReset()) return true;
      await this.ask(browser, "/sign-up", { email: address, password: owner.password });
      await meddle();
      if (await this.open(owner, "verify", this.tokens(address, "verify")[0], browser)) return true;
      await this.ask(browser, "/forgot", { email: address });
      await meddle();
      return byReset();
    };
    if (!(await isIn())) return false;
    const now = await this.#signedIn(browser);
    expect(now?.email).toBe(address);
    expect(now?.id).toBe(this.#known.get(address) ?? now?.id);
    return true;
  }

  /** Checked at the end. */
  async checkEnd(): Promise<void> {
    await this.check();
    const { owner } = this;
    for (const { path, token } of this.#used)
      expect(await this.ask(owner.desk, path, { token, password: owner.password }), `${path} again`).toBe(410);
  }
}

const mailOf = ({ folder }: Accounts): string[] =>
  readdirSync(folder).includes("mail") ? readdirSync(join(folder, "mail")).toSorted() : [];

type Step = (world: World) => Promise<unknown>;

const signUp = (world: World, by: Person, address: string) => world.ask(by.desk, "/sign-up", { email: address, password: by.password });
const forgot = (world: World, by: Person, address: string) => world.ask(by.desk, "/forgot", { email: address });
const change = (world: World, by: Person, address: string) =>
  world.ask(by.desk, "/account/email", { email: address, password: by.password });

/** What the owner can do at any time. The owner opens every email, whoever requested it, in either browser. */
export const OWNER: Record<string, Step> = {
  "owner signs up": (world) => signUp(world, world.owner, world.owner.address),
  "owner opens the newest email": (world) => world.open(world.owner, "verify", world.tokens(world.owner.address, "verify")[0]),
  "owner opens the email before": (world) => world.open(world.owner, "verify", world.tokens(world.owner.address, "verify")[1]),
  "owner opens it on the phone": (world) =>
    world.open(world.owner, "verify", world.tokens(world.owner.address, "verify")[0], world.owner.phone),
  "owner opens the email to the next address": (world) => world.open(world.owner, "verify", world.tokens(world.owner.next, "verify")[0]),
  "owner opens that on the phone": (world) =>
    world.open(world.owner, "verify", world.tokens(world.owner.next, "verify")[0], world.owner.phone),
  "owner signs in": (world) => world.signIn(world.owner, world.owner.address, world.owner.desk),
  "owner signs out": (world) => world.ask(world.owner.desk, "/sign-out"),
  "owner forgets the password": (world) => forgot(world, world.owner, world.owner.address),
  "owner resets it": (world) => world.open(world.owner, "reset", world.tokens(world.owner.address, "reset")[0]),
  "owner changes the address": (world) => change(world, world.owner, world.owner.next),
  "owner changes it back": (world) => change(world, world.owner, world.owner.address),
  "owner signs in with X": (world) => world.withX(world.owner, world.owner),
  "owner opens what X answered last": (world) => world.back(world.owner),
};

export const ATTACKER: Record<string, Step> = {
  "attacker signs up as the owner": (world) => signUp(world, world.attacker, world.owner.address),
  "attacker signs up as the owner's next": (world) => signUp(world, world.attacker, world.owner.next),
  "attacker signs in as the owner": (world) => world.signIn(world.attacker, world.owner.address, world.attacker.desk),
  "attacker forgets the owner's password": (world) => forgot(world, world.attacker, world.owner.address),
  "attacker opens an account": async (world) => {
    await signUp(world, world.attacker, world.attacker.address);
    await world.open(world.attacker, "verify", world.tokens(world.attacker.address, "verify")[0]);
  },
  "attacker changes to the owner's address": (world) => change(world, world.attacker, world.owner.address),
  "attacker changes to the owner's next": (world) => change(world, world.attacker, world.owner.next),
  "attacker resets their own": async (world) => {
    await forgot(world, world.attacker, world.attacker.address);
    await world.open(world.attacker, "reset", world.tokens(world.attacker.address, "reset")[0]);
  },
  "attacker signs in with X": (world) => world.withX(world.attacker, world.attacker),
  "attacker signs in with X without an address": (world) => world.withX(world.attacker, world.attacker, false),
  "attacker begins with X for others to end": (world) => world.withX(world.attacker, undefined),
  "attacker opens what X answered last": (world) => world.back(world.attacker),
};

export const TIME: Record<string, Step> = {
  "ten minutes pass": async (world) => world.pass(11),
  "an hour passes": async (world) => world.pass(61),
};
