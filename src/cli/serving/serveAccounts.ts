import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { readWords } from "#compiler/words/readWords.ts";
import { BY_TLS } from "#compiler/write/headers.ts";
import { MAIL_WORDS, type MailWords } from "#content/words/wordFiles.ts";
import type { OpenServer } from "#server/openServer.ts";
import { CliError } from "../CliError.ts";
import { serveSite, type Serving } from "./serveSite.ts";
import { baseOf } from "./siteHandler.ts";
import { errorMessage } from "#compiler/draft/errorMessage.ts";

type Options = {
  port: number;
  host?: string | undefined;
  /** Of what the server keeps. */
  folder: string;
  env?: Record<string, string | undefined>;
};

/** A proxy or balancer that sends here what it sent a moment ago hears of the end first. */
const GRACE = 200;

/**
 * Serves a built site, and accounts and sync below its `api/`. The port has to
 * be the one that is named: the address stands in emails and cookies.
 */
export async function serveAccounts(site: string, { port, host, folder, env = process.env }: Options): Promise<Serving> {
  // Not before it is asked for: what accounts stand on takes a while to load.
  const { openServer } = await import("#server/openServer.ts");
  const { serverSettings, ServerSettingsError } = await import("#server/serverSettings.ts");
  let open: OpenServer | undefined;
  let isByTls = false;
  const serving = await serveSite(site, {
    port,
    host,
    api: (request, response) => (open ? open.handle(request, response) : notYet(response)),
    headers: () => (isByTls ? BY_TLS : {}),
  });
  try {
    const settings = serverSettings(env, serving.address, resolve(folder));
    isByTls = settings.address.startsWith("https:");
    open = await openServer(settings, nameOf(site), mailWordsOf(site), resolve(site));
  } catch (error) {
    await serving.close();
    if (error instanceof ServerSettingsError) throw new CliError(error.message, { cause: error });
    throw new CliError(`Accounts cannot be opened: ${errorMessage(error)}`, { cause: error });
  }
  return { ...serving, close: () => closed(serving, open) };
}

/** The tables are still being brought up to date, which another instance may be at. Without an answer whoever asks would wait for ever. */
function notYet(response: ServerResponse): void {
  response.writeHead(503, { "Retry-After": "1", "Content-Type": "application/problem+json", "Cache-Control": "no-store" });
  response.end(
    JSON.stringify({ type: "about:blank", status: 503, code: "starting", detail: "The server is starting. Try again in a moment." }),
  );
}

async function closed(serving: Serving, open: OpenServer | undefined): Promise<void> {
  open?.stopping();
  await new Promise((done) => setTimeout(done, GRACE));
  await serving.close();
  await open?.close();
}

/** What emails say: in the paper's language and by its own words, where the site was built for accounts. */
function mailWordsOf(site: string): MailWords {
  const file = join(site, MAIL_WORDS);
  if (!existsSync(file)) return readWords("en").mail;
  const words: MailWords = JSON.parse(readFileSync(file, "utf8"));
  return words;
}

/** The paper's name, for the emails. */
function nameOf(site: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(site, "manifest.webmanifest"), "utf8"));
  const named = typeof manifest === "object" && manifest !== null && "name" in manifest ? manifest.name : undefined;
  return typeof named === "string" ? named : new URL(baseOf(site), "http://localhost").pathname;
}
