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
  /** Looks whether the site has changed, and sends what is due, as far as it is not under way already. */
  look: () => Promise<void>;
  /** Begins nothing more. */
  stop: () => void;
  /** Ends connections, once nothing is under way: a push whose answer is lost would be sent again. */
  close: () => void;
};

type Background = { post: Mailer; inBackground: (work: Promise<unknown>) => void };

/** Milliseconds between two looks: a build is noticed by its files, which a host puts there in its own way. */
const BETWEEN = 20_000;

/**
 * Looks for news in the site again and again, and sends alerts and digests of it.
 * @param folder of the built site
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
    if (now && !before) log.warn("The site that is served is a preview with drafts: nobody is told of its stories.");
    return !now;
  };
  const tell = oneAtATime(log, async () => {
    if (!isForReaders()) return;
    const state = await stateOf(site);
    if (state !== undefined && state !== known)
      await findStories(db, site, Date.now()).then(
        (isComplete) => void (isComplete && (known = state)),
        // What was found before goes out all the same.
        (error: unknown) => log.error(error),
      );
    while (!isStopping() && (await chooseAlerts(db, log, Date.now())));
    while (!isStopping() && (await sendPushes(sending, Date.now())));
  });
  // Neither waits for the other: a mail server or a push service may be slow.
  const write = oneAtATime(log, async () => {
    if (!isForReaders()) return;
    while (!isStopping() && (await sendDigests(digesting, Date.now())));
  });
  const look = async () => void (await Promise.all([tell(), write()]));
  const looking = setInterval(() => inBackground(look()), BETWEEN).unref();
  inBackground(look());
  return {
    look,
    stop: () => clearInterval(looking),
    close: push.close,
  };
}

/** Work that is waited for where it is under way already. The log says where it failed. */
function oneAtATime(log: Logger, work: () => Promise<void>): () => Promise<void> {
  let underway: Promise<void> | undefined;
  return () =>
    (underway ??= work()
      .catch((error: unknown) => log.error(error))
      .finally(() => (underway = undefined)));
}

/** Undefined where the site cannot be read: a host may be about to put another in its place. */
async function stateOf(site: ReturnType<typeof servedSite>): Promise<string | undefined> {
  try {
    const editions = await site.editions();
    return (await Promise.all(editions.map(({ prefix }) => site.stateOf(prefix)))).join("\n");
  } catch {
    return undefined;
  }
}
