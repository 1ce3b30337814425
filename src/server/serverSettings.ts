import { createECDH, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The addresses at which X (Twitter) signs people in: OAuth 2.0 with PKCE, as its documentation of API v2 has them. */
const TWITTER = {
  authorizationUrl: "https://x.com/i/oauth2/authorize",
  tokenUrl: "https://api.x.com/2/oauth2/token",
  userInfoUrl: "https://api.x.com/2/users/me",
};

export type TwitterSettings = typeof TWITTER & { clientId: string; clientSecret: string };

export type ServerSettings = {
  /** The public address of the site, with the path below which it lies and a slash at its end. */
  address: string;
  /** The folder of what the server keeps: the embedded database, the secret, emails that were not sent. */
  folder: string;
  /** A PostgreSQL address. Without one the database is a file in the folder. */
  databaseUrl?: string | undefined;
  /** Signs cookies and emails. At least 32 characters. */
  secret: string;
  /** An SMTP address. Without one emails are written into the folder. */
  smtpUrl?: string | undefined;
  mailFrom: string;
  twitter?: TwitterSettings | undefined;
  /** Whether a proxy stands in front that says in X-Forwarded-For who asks. */
  behindProxy: boolean;
  /** Records that the library of an account holds at most, those taken away included. */
  libraryRecords: number;
  /** Bytes that it holds at most. */
  libraryBytes: number;
  /** Emails that one network can have sent in a day, to whomever. */
  networkEmails: number;
  /** By which push services know the paper (RFC 8292): points and numbers of P-256 in base64url. */
  vapidKey: { publicKey: string; privateKey: string };
  /** Origins of push services that may be in a private network, and without TLS. */
  pushServices: string[];
  logLevel: string;
  /** Whoever shows it is told what the server counts. Without one nobody is. */
  metricsToken?: string | undefined;
};

/** Environment variables that cannot be used. */
export class ServerSettingsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ServerSettingsError";
  }
}

/**
 * What the operator says by environment variables; docs/accounts.md lists them.
 * @param folder of what the server keeps; a secret and a key are made there when none is given: another secret signs everybody out, another key ends all alerts
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
  };
}

function urlIn(env: Record<string, string | undefined>, name: string, scheme: RegExp): string | undefined {
  const value = env[name];
  if (value === undefined || value === "") return undefined;
  if (URL.canParse(value) && scheme.test(new URL(value).protocol)) return value;
  // The value may hold a password, and stays out of the sentence.
  throw new ServerSettingsError(`${name} is not a valid address for this setting. docs/accounts.md has an example.`);
}

function countIn(env: Record<string, string | undefined>, name: string): number | undefined {
  const value = env[name];
  if (value === undefined || value === "") return undefined;
  if (/^[1-9]\d{0,8}$/u.test(value)) return Number(value);
  throw new ServerSettingsError(`${name} has to be a whole number, 1 or more.`);
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
    throw new ServerSettingsError(`${name} has to be a list of origins, such as https://push.example.`);
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

/** The public key is the private one's. */
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

/** 32 random bytes that are the same at each start. */
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
