import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { readWords } from "#compiler/features/words/readWords.ts";
import { BY_TLS } from "#compiler/write/headers.ts";
import { MAIL_WORDS, type MailWords } from "#content/words/wordFiles.ts";
import type { OpenServer } from "#server/openServer.ts";
import { CliError } from "../CliError.ts";
import { serveSite, type Serving } from "./serveSite.ts";
import { baseOf } from "./siteHandler.ts";
import { errorMessage } from "#compiler/text/errorMessage.ts";

type Options = {
  port: number;
  host?: string | undefined;
  /** Where the server keeps its data. */
  folder: string;
  env?: Record<string, string | undefined>;
};

/** Milliseconds in which a proxy or load balancer can learn that the server is stopping, before connections close. */
const SHUTDOWN_DELAY_MS = 200;

/**
 * Serves a built site, with accounts and sync below its `api/`. Only the given
 * port will do, since the address is part of emails and cookies.
 */
export async function serveAccounts(site: string, { port, host, folder, env = process.env }: Options): Promise<Serving> {
  // Imported only here, since the modules of the account server take a while to load.
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

/** Answers while the tables are being migrated, perhaps by another instance. Without an answer, clients would wait for ever. */
function notYet(response: ServerResponse): void {
  response.writeHead(503, { "Retry-After": "1", "Content-Type": "application/problem+json", "Cache-Control": "no-store" });
  response.end(
    JSON.stringify({ type: "about:blank", status: 503, code: "starting", detail: "The server is starting. Try again in a moment." }),
  );
}

async function closed(serving: Serving, open: OpenServer | undefined): Promise<void> {
  open?.stopping();
  await new Promise((done) => setTimeout(done, SHUTDOWN_DELAY_MS));
  await serving.close();
  await open?.close();
}

/** The words of emails: in the paper's language and wording if the site was built with accounts, else in English. */
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
