import { setTimeout } from "node:timers/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type Logger, pino } from "pino";
import { forgetOldAlerts } from "./alerts/findStories.ts";
import { oneAtATime, type RunningAlerts, startAlerts } from "./alerts/startAlerts.ts";
import { servedSite } from "./alerts/servedSite.ts";
import { createAuth } from "./accounts/auth.ts";
import { forgetOldTokens, forgetUnconfirmed } from "./accounts/accountTokens.ts";
import { app } from "./app.ts";
import { clientOf, markClient } from "./client.ts";
import { forgetOldFaults } from "./faults/faultStore.ts";
import { migrate } from "./database/migrate.ts";
import { openDatabase } from "./database/openDatabase.ts";
import { concurrencyLimiter, countAttempt, forgetAttempts, forgetOldAttempts } from "./rateLimiter.ts";
import { attemptKey, DAY, LIMITS } from "./limits.ts";
import { openMetrics } from "./metrics.ts";
import { emailMessages } from "./mail/emailMessages.ts";
import { mailer } from "./mail/mailer.ts";
import { languageOf, paperIn } from "./mail/paperIn.ts";
import { mailQueue } from "./mail/mailQueue.ts";
import { warnOfPhrases } from "./members/memberRoutes.ts";
import { forgetOldLetters } from "./newsletter/issueStore.ts";
import { forgetOldChallenges } from "./passkeys/challenges.ts";
import { Problem } from "./problemResponse.ts";
import type { MailWords } from "#content/words/wordFiles.ts";
import type { Server } from "./server.ts";
import type { ServerSettings } from "./serverSettings.ts";

export type OpenServer = {
  /** Answers requests below `api/`. */
  handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Waits for all work in the background. */
  settled: () => Promise<void>;
  /** Tells load balancers to send no more requests. */
  stopping: () => void;
  /** Checks the site for new stories and sends alerts, as also happens at intervals. */
  lookForNews: () => Promise<void>;
  /** Sends the emails that wait and are due, as also happens at intervals. */
  sendWaiting: () => Promise<void>;
  /** Finishes what is under way, and closes the database. */
  close: () => Promise<void>;
};

const HOUR = 60 * 60 * 1000;

/** How often emails that wait are looked for, in milliseconds. */
const MAIL_INTERVAL = 15_000;

/** Milliseconds within which a response has been sent. */
const AFTER_ANSWER = 20;

/**
 * Opens the server for accounts, sync and alerts: the database with migrated tables, emails, routes.
 * @param site the folder of the built site, about whose new stories alerts are sent; without it there are none
 */
export async function openServer(settings: ServerSettings, name: string, mail: MailWords, site?: string): Promise<OpenServer> {
  const log = pino({ level: settings.logLevel });
  const database = openDatabase(settings);
  const { paper, paperFor } = papersOf(settings, name, mail, site);
  const { inBackground, settled } = background(log);
  const metrics = openMetrics(database.db, settings.metricsToken);
  const mailServer = mailer(settings, name, log, metrics.noteEmail);
  const post = mailQueue(database.db, mailServer, settings.secret, log);
  const auth = createAuth({ settings, database, paperFor, post, inBackground });
  await migrate(database, auth.options);

  let stopping = false;
  const limitConcurrency = concurrencyLimiter();
  const server: Server = {
    settings,
    paper,
    paperFor,
    auth,
    database,
    log,
    metrics,
    limit: (c, what) => server.limitFor(what, clientOf(c)),
    limitEmails: (c) => countAttempt(database.db, attemptKey("email", clientOf(c)), { most: settings.networkEmails, seconds: DAY }),
    limitFor: (what, by) => countAttempt(database.db, attemptKey(what, by), LIMITS[what]),
    atOnce: (c, what, most) => limitConcurrency(c.env.outgoing, what, most),
    allows: (what, by) => isAllowed(server.limitFor(what, by)),
    forget: (what, by) => forgetAttempts(database.db, attemptKey(what, by)),
    // The response is written in this turn of the event loop, which the embedded database blocks.
    later: (work) => inBackground(setTimeout(AFTER_ANSWER).then(work)),
    send: (email) => inBackground(post.send(email)),
    isMailReachable: mailServer.isReachable,
    isStopping: () => stopping,
  };
  const listener = getRequestListener(app(server, site).fetch, { overrideGlobalObjects: false });
  const alerts: RunningAlerts | undefined = site === undefined ? undefined : startAlerts(server, site, { post: mailServer, inBackground });
  inBackground(forgetOld(server));
  if (site !== undefined) inBackground(warnOfPhrases(server, site));
  const sendWaiting = oneAtATime(log, post.sendWaiting);
  const every = (milliseconds: number, work: () => Promise<unknown>) => setInterval(() => inBackground(work()), milliseconds).unref();
  const timers = [every(HOUR, () => forgetOld(server)), every(MAIL_INTERVAL, sendWaiting)];
  return {
    handle: (request, response) => {
      markClient(request, settings.behindProxy);
      void listener(request, response);
    },
    settled,
    stopping: () => void (stopping = true),
    lookForNews: async () => alerts?.look(),
    sendWaiting,
    close: async () => {
      stopping = true;
      for (const timer of timers) clearInterval(timer);
      mailServer.stop();
      alerts?.stop();
      await settled();
      alerts?.close();
      await database.close();
    },
  };
}

/** The paper in its own language, and in that of the page that sent a request. */
function papersOf({ address }: ServerSettings, name: string, mail: MailWords, site: string | undefined) {
  const paper = { name, address, home: address, messages: emailMessages(mail) };
  const served = site === undefined ? undefined : servedSite(site, address);
  const paperFor = async (request: Request | undefined) => (request ? paperIn(languageOf(request.headers), paper, served) : paper);
  return { paper, paperFor };
}

const isAllowed = (counted: Promise<void>): Promise<boolean> =>
  counted.then(
    () => true,
    (error: unknown) => (error instanceof Problem ? false : Promise.reject(error)),
  );

/** Deletes data that is no longer needed. */
const forgetOld = (server: Server) =>
  Promise.all([
    forgetOldAttempts(server.database.db),
    forgetOldChallenges(server.database.db),
    forgetOldAlerts(server.database.db),
    forgetOldFaults(server.database.db),
    forgetOldLetters(server.database.db),
    forgetOldTokens(server).then(() => forgetUnconfirmed(server)),
  ]);

/** Runs work that no response waits for. */
function background(log: Logger) {
  const underway = new Set<Promise<unknown>>();
  const inBackground = (work: Promise<unknown>): void => {
    const done = work.catch((error: unknown) => log.error(error)).finally(() => underway.delete(done));
    underway.add(done);
  };
  const settled = async (): Promise<void> => {
    // Running work may start more, such as an email.
    while (underway.size > 0) await Promise.all(underway);
  };
  return { inBackground, settled };
}
