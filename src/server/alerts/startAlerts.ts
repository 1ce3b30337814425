import type { Logger } from "pino";
import type { Mailer } from "../mail/mailer.ts";
import type { Server } from "../server.ts";
import { chooseAlerts } from "./chooseAlerts.ts";
import { findStories } from "./findStories.ts";
import { pusher } from "./pushTo.ts";
import { sendDigests } from "./sendDigests.ts";
import { sendPushes } from "./sendPushes.ts";
import { servedSite } from "./servedSite.ts";

export type RunningAlerts = {
  /** Checks whether the site has changed, and sends what is due. Checks that are under way are waited for, and then made again. */
  look: () => Promise<void>;
  /** Starts no further checks. */
  stop: () => void;
  /** Closes connections. Only once nothing is under way: a push whose response is lost would be sent again. */
  close: () => void;
};

type Background = { post: Mailer; inBackground: (work: Promise<unknown>) => void };

/** How often the site is checked. Checks poll the site's files, since hosts deploy a build in different ways. */
const CHECK_INTERVAL_MS = 20_000;

/**
 * Checks the site for new stories at intervals, and sends alerts and digests about them.
 * @param folder the built site
 */
export function startAlerts(server: Server, folder: string, { post, inBackground }: Background): RunningAlerts {
  const { database, settings, metrics, log, isStopping, paper } = server;
  const { db } = database;
  const site = servedSite(folder, settings.address);
  const push = pusher(settings);
  const sending = { db, site, pusher: push, metrics, log, isStopping };
  const digesting = { db, site, paper, post, secret: settings.secret, log, isStopping };
  let known = "";
  let isPreview = false;
  const isForReaders = (): boolean => {
    const [before, now] = [isPreview, site.isPreview()];
    isPreview = now;
    if (now && !before) log.warn("The served site is a preview with drafts: no alerts are sent about its stories.");
    return !now;
  };
  const sendAlerts = oneAtATime(log, async () => {
    if (isStopping() || !isForReaders()) return;
    const state = await stateOf(site);
    if (state !== undefined && state !== known)
      await findStories(db, site, Date.now()).then(
        (isComplete) => void (isComplete && (known = state)),
        // Alerts about stories that were found are sent all the same.
        (error: unknown) => log.error(error),
      );
    while (!isStopping() && (await chooseAlerts(db, log, Date.now())));
    while (!isStopping() && (await sendPushes(sending, Date.now())));
  });
  // Neither waits for the other: a mail server or a push service may be slow.
  const write = oneAtATime(log, async () => {
    if (isStopping() || !isForReaders()) return;
    while (!isStopping() && (await sendDigests(digesting, Date.now())));
  });
  const look = async () => void (await Promise.all([sendAlerts(), write()]));
  const looking = setInterval(() => inBackground(look()), CHECK_INTERVAL_MS).unref();
  inBackground(look());
  return {
    look,
    stop: () => clearInterval(looking),
    close: push.close,
  };
}

/**
 * Runs work. A call while it is running has it run once more afterwards, for all such
 * calls together: what has changed in between may have been missed. Failures are logged.
 */
export function oneAtATime(log: Pick<Logger, "error">, work: () => Promise<void>): () => Promise<void> {
  let running = Promise.resolve();
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    next = undefined;
    return (running = work().catch((error: unknown) => log.error(error)));
  };
  return () => (next ??= running.then(run));
}

/** The state of all editions; undefined if the site cannot be read, as while a host replaces it. */
async function stateOf(site: ReturnType<typeof servedSite>): Promise<string | undefined> {
  try {
    const editions = await site.editions();
    return (await Promise.all(editions.map(({ prefix }) => site.stateOf(prefix)))).join("\n");
  } catch {
    return undefined;
  }
}
