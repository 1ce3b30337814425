import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { readWords } from "../../src/compiler/features/words/readWords.ts";
import { openServer } from "../../src/server/openServer.ts";
import { serverSettings } from "../../src/server/serverSettings.ts";
import { portOf } from "./portOf.ts";

/** A browser as the API sees it: it stores cookies and sends the page's origin. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Each has an IP address of its own, so that rate limits of one do not affect another. */
  readonly #network = `10.${byte()}.${byte()}.${byte()}`;
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(path.startsWith("http") ? path : `${this.#origin}/api${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(method !== "GET" && { Origin: this.#origin, "Content-Type": "application/json" }),
        "X-Forwarded-For": this.#network,
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  /** Removes cookies without a Max-Age, as a browser does when it is closed. */
  close(): void {
    for (const name of this.#forSession) this.cookies.delete(name);
  }

  readonly #forSession = new Set<string>();

  #keep(cookie: string): void {
    const [pair = "", ...attributes] = cookie.split("; ");
    const [name = "", ...value] = pair.split("=");
    const age = attributes.find((each) => /^max-age=/iu.test(each));
    if (age === undefined) this.#forSession.add(name);
    else this.#forSession.delete(name);
    if (value.join("=") === "" || age === "Max-Age=0") this.cookies.delete(name);
    else this.cookies.set(name, value.join("="));
  }
}

const byte = () => Math.floor(Math.random() * 256);

/** An email address that no other test uses. */
export const newAddress = (): string => `reader-${randomUUID()}@example.org`;

/** What the API returns about the account that a browser is signed in to. */
export const accountOf = async (browser: Browser) => (await (await browser.ask("GET", "/account")).json()).account;

export type Accounts = {
  origin: string;
  folder: string;
  browser: () => Browser;
  /** The newest email to an address. */
  emailTo: (to: string) => string | undefined;
  emailsTo: (to: string) => string[];
  /** Waits until all requested emails are written. */
  settled: () => Promise<void>;
  /** Finds new stories in the site and sends what is due. */
  lookForNews: () => Promise<void>;
  /** Sends the emails that wait and are due. */
  sendWaiting: () => Promise<void>;
  /** Stops the server and starts it anew on the same folder and port. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * The API on a port and in a folder of its own.
 * @param language of its emails
 * @param site the folder of a built site, for alerts
 */
export async function openAccounts(env: Record<string, string> = {}, language = "en", site?: string): Promise<Accounts> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-accounts-"));
  let open: Awaited<ReturnType<typeof openServer>> | undefined;
  // A connection that outlives a restart would break the next request.
  const listening = () =>
    createServer((request, response) => {
      response.shouldKeepAlive = false;
      open?.handle(request, response);
    });
  let server: Server = listening();
  const port = await portOf(server);
  const origin = `http://127.0.0.1:${port}`;
  const start = async () =>
    void (open = await openServer(
      serverSettings({ LOG_LEVEL: "silent", BEHIND_PROXY: "1", ...env }, `${origin}/`, folder),
      "The Test",
      readWords(language).mail,
      site,
    ));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await open?.close();
  };
  await start();
  const emailsTo = (to: string) => emailsIn(folder, to);
  return {
    origin,
    folder,
    browser: () => new Browser(origin),
    emailTo: (to) => emailsTo(to).at(-1),
    emailsTo,
    settled: async () => open?.settled(),
    lookForNews: async () => open?.lookForNews(),
    sendWaiting: async () => open?.sendWaiting(),
    restart: async () => {
      await stop();
      server = listening();
      await start();
      await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The emails to an address that a server wrote into its folder. */
export function emailsIn(folder: string, to: string): string[] {
  const mail = join(folder, "mail");
  const names = readdirSync(folder).includes("mail") ? readdirSync(mail).toSorted() : [];
  return names.map((name) => readFileSync(join(mail, name), "utf8")).filter((text) => text.startsWith(`To: ${to}\n`));
}

export const tokenIn = (email: string | undefined): string => /#(\S+)/u.exec(email ?? "")?.[1] ?? "";

/** Does what sends an email. @returns the token of that email */
export async function tokenAfter(
  { emailsTo }: Pick<Accounts, "emailsTo">,
  email: string,
  asking: () => Promise<Response>,
): Promise<string> {
  // Emails that only inform may arrive at any time.
  const tokens = () => emailsTo(email).map(tokenIn).filter(Boolean);
  const before = tokens().length;
  expect((await asking()).ok).toBe(true);
  await expect.poll(() => tokens().length).toBe(before + 1);
  return tokens().at(-1) ?? "";
}

/** Somebody who signed up with an address of their own and confirmed it. */
export async function newReader(
  accounts: Pick<Accounts, "browser" | "emailTo">,
  email = newAddress(),
): Promise<{ browser: Browser; email: string }> {
  const browser = accounts.browser();
  await browser.ask("POST", "/sign-up", { email, password: PASSWORD });
  // Emails are written after the response has been sent.
  await expect.poll(() => accounts.emailTo(email)).toBeDefined();
  const verified = await browser.ask("POST", "/verify", { token: tokenIn(accounts.emailTo(email)) });
  expect(verified.status).toBe(200);
  return { browser, email };
}

export const PASSWORD = "a sentence nobody guesses";
