import { createHmac, randomBytes } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readBase64url, toBase64url } from "#content/base64url.ts";
import type { Closed } from "#content/members/closed.ts";
import { type Bytes, wrapKey } from "#content/members/sealing.ts";
import { keyOfPhrase, LAST_MONTH, monthBefore, type PassPhrase, SECRET_LENGTH } from "#content/members/passPhrase.ts";
import type { Problem } from "../../draft/problem.ts";
import { ANY_MEMBER, KEY_FILE, type MemberSettings } from "../../settings/memberSettings.ts";
import { prepareCache } from "../../state/prepareCache.ts";

/** The environment variable that has the paper's key, for builds on other machines; it takes precedence over the file. */
export const KEY_VARIABLE = "BROADSHEET_MEMBERS_KEY";

/** In bytes. */
const KEY_LENGTH = 32;

/**
 * The keys of a paper's closed stories, all derived from one secret: the same on each machine that has it, so that the files of an
 * unchanged story are the same after each build.
 */
export class MemberKeys {
  readonly #secret: Buffer;
  readonly #settings: MemberSettings;
  /** The pass phrases of each tier by month. */
  readonly #phrases = new Map<string, Map<string, PassPhrase>>();

  constructor(secret: Uint8Array, settings: MemberSettings) {
    this.#secret = Buffer.from(secret);
    this.#settings = settings;
  }

  /** Tells keys apart without giving one away. */
  get fingerprint(): string {
    return this.name("fingerprint");
  }

  /** A name that only the owner of the secret can compute, so that it tells nothing about what it stands for. */
  name(...of: string[]): string {
    return this.#mac("name", JSON.stringify(of)).toString("hex").slice(0, 24);
  }

  /** The key of a story stays the same when its text changes, since it is in gift links. */
  storyKey(slug: string, access: string): Bytes {
    return new Uint8Array(this.#mac("story", JSON.stringify([slug, access])));
  }

  /** The key of a picture or recording, by its address, which changes with its bytes. */
  fileKey(url: string): Bytes {
    return new Uint8Array(this.#mac("file", url));
  }

  /** The IV with which bytes are sealed: it is made of them, so that no two texts have the same, and the same text always has. */
  ivFor(bytes: Uint8Array): Bytes {
    return new Uint8Array(this.#mac("iv", bytes).subarray(0, 12));
  }

  /** The pass phrase of a tier for a month (YYYY-MM) up to LAST_MONTH. */
  async phrase(tier: string, month: string): Promise<PassPhrase> {
    const known = this.#phrases.get(tier) ?? new Map<string, PassPhrase>();
    this.#phrases.set(tier, known);
    let phrase = known.get(month);
    if (phrase) return phrase;
    phrase = { month: LAST_MONTH, secret: new Uint8Array(this.#mac("tier", tier).subarray(0, SECRET_LENGTH)) };
    for (; phrase.month > month; phrase = await monthBefore(phrase)) known.set(phrase.month, phrase);
    known.set(phrase.month, phrase);
    return phrase;
  }

  /** The tiers that may read a closed story, each with the story's key wrapped for the month. */
  async tiersFor(slug: string, access: string, month: string): Promise<Closed["tiers"]> {
    const key = this.storyKey(slug, access);
    const wrapped = tiersOf(this.#settings, access).map(async ({ id, name }) => {
      const by = await keyOfPhrase(await this.phrase(id, month));
      return { id, name, key: toBase64url(await wrapKey(key, by)) };
    });
    return Promise.all(wrapped);
  }

  #mac(use: string, of: string | Uint8Array): Buffer {
    return createHmac("sha256", this.#secret).update(`broadsheet ${use}\0`).update(of).digest();
  }
}

/** The tiers that may read what a story's `access` names: it and those above it, or all. */
export function tiersOf({ tiers, ordered }: MemberSettings, access: string): MemberSettings["tiers"] {
  const at = tiers.findIndex(({ id }) => id === access);
  if (at < 0) return access === ANY_MEMBER ? tiers : [];
  return ordered ? tiers.slice(at) : tiers.slice(at, at + 1);
}

/** The paper's secret; undefined if it has none. A key that cannot be read is a problem, and never replaced. */
export function readSecret(content: string): { secret: Bytes } | { problem: Problem } | undefined {
  const path = join(content, KEY_FILE);
  const given = process.env[KEY_VARIABLE]?.trim() ?? "";
  const text = given !== "" ? given : existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
  if (text === undefined) return undefined;
  const secret = readBase64url(text);
  if (secret?.length === KEY_LENGTH) return { secret };
  const where = given === "" ? { file: KEY_FILE } : { file: "edition.json", place: "members" };
  const what = given === "" ? "This file" : `The environment variable ${KEY_VARIABLE}`;
  return {
    problem: {
      severity: "error",
      ...where,
      message: `${what} has no key of 43 letters, digits, "-" and "_", so that closed stories cannot be encrypted.`,
      remedy: "Restore it from your copy. With another key, no pass phrase and no gift link that members have opens anything.",
    },
  };
}

/** Makes the paper's secret, unless another process has just made one. @returns the one that is in its file now */
export function makeSecret(content: string): ReturnType<typeof readSecret> {
  const path = join(content, KEY_FILE);
  const folder = join(path, "..");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  prepareCache(folder);
  const own = `${path}.${process.pid}`;
  writeFileSync(own, `${toBase64url(new Uint8Array(randomBytes(KEY_LENGTH)))}\n`, { mode: 0o600 });
  chmodSync(own, 0o600);
  try {
    // Unlike a rename, this never replaces a file.
    linkSync(own, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(own, { force: true });
  }
  return readSecret(content);
}

/** A build without a key would leave all closed stories out, so it does not begin. */
export const NO_KEY: Problem = {
  severity: "error",
  file: "edition.json",
  place: "members",
  message: "The paper has closed stories, and there is no key to encrypt them with.",
  remedy: `If the paper had one, bring back your copy: as ${KEY_FILE}, or in the environment variable ${KEY_VARIABLE}. If not, broadsheet members makes the first one; with a new key, no earlier pass phrase and no gift link opens anything.`,
};
