import { createECDH, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PassPhrase, readPhrase } from "#content/members/passPhrase.ts";

/** The addresses for signing in with X (Twitter): OAuth 2.0 with PKCE, from the documentation of API v2. */
const TWITTER = {
  authorizationUrl: "https://x.com/i/oauth2/authorize",
  tokenUrl: "https://api.x.com/2/oauth2/token",
  userInfoUrl: "https://api.x.com/2/users/me",
};

export type TwitterSettings = typeof TWITTER & { clientId: string; clientSecret: string };

export type ServerSettings = {
  /** The public address of the site, including its base path, with a trailing slash. */
  address: string;
  /** The folder of the server's data: the embedded database, the secret, emails that were not sent. */
  folder: string;
  /** A PostgreSQL address. Without one the database is a file in the folder. */
  databaseUrl?: string | undefined;
  /** The secret that signs cookies and links in emails. At least 32 characters. */
  secret: string;
  /** An SMTP address. Without one emails are written into the folder. */
  smtpUrl?: string | undefined;
  mailFrom: string;
  twitter?: TwitterSettings | undefined;
  /** Whether the server is behind a proxy that writes the client's address into X-Forwarded-For. */
  behindProxy: boolean;
  /** The maximum number of records in an account's library, including removed ones. */
  libraryRecords: number;
  /** The maximum size of an account's library in bytes. */
  libraryBytes: number;
  /** The maximum number of emails that one network can cause in a day, to any address. */
  networkEmails: number;
  /** The keys by which push services identify the paper (RFC 8292): a P-256 point and number in base64url. */
  vapidKey: { publicKey: string; privateKey: string };
  /** Origins of push services that may be in a private network, and without TLS. */
  pushServices: string[];
  logLevel: string;
  /** The token that gives access to metrics. Without one, they are not served. */
  metricsToken?: string | undefined;
  members?: MemberSettings | undefined;
};

/** The last pass phrase that the server may give out, of each tier, and what it takes to be told of payments. */
export type MemberSettings = {
  phrases: ReadonlyMap<string, PassPhrase>;
  /** The secret of the endpoint at Stripe, and the tier of each of its prices and products. */
  stripe?: { secret: string; prices: ReadonlyMap<string, string> } | undefined;
};

/** Environment variables that cannot be used. */
export class ServerSettingsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ServerSettingsError";
  }
}

/**
 * The settings from environment variables, which docs/accounts.md lists.
 * @param folder the folder of the server's data. A secret and a key are created there unless given: another secret
 *   signs everybody out, another key ends all alerts
 * @throws ServerSettingsError with a sentence that names the variable
 */
export function serverSettings(env: Record<string, string | undefined>, address: string, folder: string): ServerSettings {
  const own = urlIn(env, "BROADSHEET_URL", /^https?:$/u) ?? address;
  const site = own.endsWith("/") ? own : `${own}/`;
  return {
    address: site,
    folder,
    databaseUrl: urlIn(env, "DATABASE_URL", /^postgres(?:ql)?:$/u),
    secret: secretIn(env, "BROADSHEET_SECRET") ?? kept(folder, "secret"),
    smtpUrl: urlIn(env, "SMTP_URL", /^smtps?:$/u),
    mailFrom: env["MAIL_FROM"] ?? `no-reply@${new URL(site).hostname}`,
    twitter: twitterIn(env),
    behindProxy: env["BEHIND_PROXY"] === "1",
    libraryRecords: countIn(env, "LIBRARY_RECORDS") ?? 100_000,
    libraryBytes: (countIn(env, "LIBRARY_MEGABYTES") ?? 50) * 1_000_000,
    networkEmails: countIn(env, "NETWORK_EMAILS") ?? 100,
    vapidKey: vapidKeyOf(privateKeyIn(env) ?? kept(folder, "vapid-key")),
    pushServices: originsIn(env, "PUSH_SERVICES"),
    logLevel: env["LOG_LEVEL"] ?? "info",
    metricsToken: secretIn(env, "METRICS_TOKEN"),
    members: membersIn(env),
  };
}

function membersIn(env: Record<string, string | undefined>): MemberSettings | undefined {
  const given = pairsIn(env, "MEMBERS_PHRASES", "members=2612-…, as `broadsheet members --server` prints it");
  const phrases = new Map<string, PassPhrase>();
  for (const [tier, text] of given) {
    const phrase = readPhrase(text);
    // What was given stays out of the message: it may be a phrase in the wrong place.
    if (!phrase) throw new ServerSettingsError("MEMBERS_PHRASES cannot be read. `broadsheet members --server` prints it anew.");
    phrases.set(tier, phrase);
  }
  const { STRIPE_WEBHOOK_SECRET: secret } = env;
  const prices = new Map(pairsIn(env, "STRIPE_PRICES", "price_1PgafmB7WZ01zgkW=members"));
  if (!secret && prices.size === 0) return phrases.size === 0 ? undefined : { phrases };
  if (!secret || prices.size === 0) throw new ServerSettingsError("Set both STRIPE_WEBHOOK_SECRET and STRIPE_PRICES, or neither.");
  if (phrases.size === 0) throw new ServerSettingsError("STRIPE_PRICES needs MEMBERS_PHRASES: `broadsheet members --server` prints it.");
  for (const [id, tier] of prices)
    if (!phrases.has(tier))
      throw new ServerSettingsError(
        `STRIPE_PRICES: ${id}=${tier} names no tier. Those of MEMBERS_PHRASES are ${[...phrases.keys()].join(", ")}.`,
      );
  return { phrases, stripe: { secret, prices } };
}

/** Pairs such as a=b, with commas or spaces between them. */
function pairsIn(env: Record<string, string | undefined>, name: string, example: string): [string, string][] {
  const given = (env[name] ?? "").split(/[\s,]+/u).filter((pair) => pair !== "");
  return given.map((pair) => {
    const [, key, value] = /^([^=]+)=([^=]+)$/u.exec(pair) ?? [];
    if (key === undefined || value === undefined) throw new ServerSettingsError(`${name} must be a list such as ${example}.`);
    return [key, value];
  });
}

function urlIn(env: Record<string, string | undefined>, name: string, scheme: RegExp): string | undefined {
  const value = env[name];
  if (value === undefined || value === "") return undefined;
  if (URL.canParse(value) && scheme.test(new URL(value).protocol)) return value;
  // The value may contain a password, and stays out of the message.
  throw new ServerSettingsError(`${name} is not a valid address for this setting. docs/accounts.md has an example.`);
}

function countIn(env: Record<string, string | undefined>, name: string): number | undefined {
  const value = env[name];
  if (value === undefined || value === "") return undefined;
  if (/^[1-9]\d{0,8}$/u.test(value)) return Number(value);
  throw new ServerSettingsError(`${name} must be a whole number, 1 or more.`);
}

function secretIn(env: Record<string, string | undefined>, name: string): string | undefined {
  const secret = env[name];
  if (secret === undefined || secret === "") return undefined;
  if (secret.length >= 32) return secret;
  throw new ServerSettingsError(`${name} is shorter than 32 characters. Make one with: openssl rand -base64 32`);
}

function originsIn(env: Record<string, string | undefined>, name: string): string[] {
  const given = (env[name] ?? "").split(/[\s,]+/u).filter((origin) => origin !== "");
  return given.map((origin) => {
    const url = URL.canParse(origin) ? new URL(origin) : undefined;
    if (url && /^https?:$/u.test(url.protocol)) return url.origin;
    throw new ServerSettingsError(`${name} must be a list of origins, such as https://push.example.`);
  });
}

function privateKeyIn(env: Record<string, string | undefined>): string | undefined {
  const key = env["VAPID_PRIVATE_KEY"];
  if (key === undefined || key === "") return undefined;
  if (/^[\w-]{43}$/u.test(key)) return key;
  throw new ServerSettingsError(
    "VAPID_PRIVATE_KEY is not a key of 43 characters in base64url. Make one with: npx web-push generate-vapid-keys",
  );
}

/** Derives the public key from the private one. */
function vapidKeyOf(privateKey: string): ServerSettings["vapidKey"] {
  const ecdh = createECDH("prime256v1");
  try {
    ecdh.setPrivateKey(privateKey, "base64url");
  } catch {
    throw new ServerSettingsError(
      "VAPID_PRIVATE_KEY is not a private key of the curve P-256. Make one with: npx web-push generate-vapid-keys",
    );
  }
  return { publicKey: ecdh.getPublicKey("base64url"), privateKey };
}

/** 32 random bytes, created at the first start and kept in a file. */
function kept(folder: string, name: string): string {
  const file = join(folder, name);
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = randomBytes(32).toString("base64url");
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}

function twitterIn(env: Record<string, string | undefined>): TwitterSettings | undefined {
  const { TWITTER_CLIENT_ID: clientId, TWITTER_CLIENT_SECRET: clientSecret } = env;
  if (!clientId && !clientSecret) return undefined;
  if (!clientId || !clientSecret) throw new ServerSettingsError("Set both TWITTER_CLIENT_ID and TWITTER_CLIENT_SECRET, or neither.");
  return {
    clientId,
    clientSecret,
    authorizationUrl: env["TWITTER_AUTHORIZATION_URL"] ?? TWITTER.authorizationUrl,
    tokenUrl: env["TWITTER_TOKEN_URL"] ?? TWITTER.tokenUrl,
    userInfoUrl: env["TWITTER_USER_INFO_URL"] ?? TWITTER.userInfoUrl,
  };
}
