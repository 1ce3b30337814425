import { randomUUID } from "node:crypto";
import { relative, sep } from "node:path";
import { isTooMany } from "#compiler/refuseRemovals.ts";
import { counted } from "#compiler/text/counted.ts";
import { storyAt } from "#content/paths.ts";
import { CliError } from "../CliError.ts";
import { withLease } from "../stage/siteLease.ts";
import { createProgress, type Progress } from "../terminal/progress.ts";
import { sayOnScreen } from "../terminal/printable.ts";
import { type Deployed, type Kept, readDeployed } from "./deployed.ts";
import { plan, type Plan } from "./plan.ts";
import { filesToSend, type SentFile } from "./sentFiles.ts";
import type { Target } from "./target.ts";

export type DeployOptions = {
  /** Whether to list what would be done, and change nothing. */
  dryRun?: true;
  /** Whether to go on if most stories would be removed. */
  allowRemovals?: true;
  /** Milliseconds. */
  now?: number;
};

/** The files of the site that were sent, and the keys at the target that were removed. */
type Sent = { sent: Set<string>; removed: string[] };

/**
 * Sends what has changed in a built site to where it is published: first files named by their content, then data, pages, feeds, and
 * last what tells open pages of the new version; then it removes what the site no longer has. The list of what the target has is at
 * the target, and is renewed on the way, so that a deployment that is interrupted can be run again.
 * @param say receives lines for whoever runs it
 * @returns the files of the site that were sent, and what was removed; undefined if they were only listed
 * @throws CliError if another deployment is running, or most stories would be removed
 */
export async function deploy(site: string, target: Target, options: DeployOptions, say = sayOnScreen): Promise<Sent | undefined> {
  return withLease(site, { waits: true, say }, () => deployAlone(site, target, options, say));
}

async function deployAlone(
  site: string,
  target: Target,
  { dryRun, allowRemovals, now = Date.now() }: DeployOptions,
  say: (sentence: string) => void,
): Promise<Sent | undefined> {
  const files = await filesToSend(site, target);
  const before = await readDeployed(target);
  refuseWhileRunning(before.deployed, target, now);
  const planned = plan(files, before.deployed, now);
  if (allowRemovals !== true) refuseRemovals(planned, before.deployed);
  if (dryRun) {
    listed(planned).forEach(say);
    return undefined;
  }
  const { send, remove, changesNothing } = planned;
  const unchanged = files.length - send.length;
  const sent = new Set(send.map(({ path }) => relative(site, path).replaceAll(sep, "/")));
  if (changesNothing) {
    say(`${target.name} has all ${counted(files.length, "file")} already.`);
    return { sent, removed: [] };
  }
  const { progress, stop } = await createProgress();
  await run(planned, before, target, progress).finally(stop);
  const late = planned.late.length === 0 ? "" : `; ${counted(planned.late.length, "file")} that open pages may still need go a day later`;
  say(
    `${target.name}: ${counted(send.length, "file")} sent, ${unchanged.toLocaleString("en")} as they were, ${remove.length} removed${late}.`,
  );
  return { sent, removed: remove };
}

/** A deployment that has not renewed the list for so long was interrupted. */
const ABANDONED_MS = 2 * 60 * 1000;

function refuseWhileRunning({ running }: Deployed, target: Target, now: number): void {
  if (running === undefined || now - Date.parse(running.at) > ABANDONED_MS) return;
  throw new CliError(
    `Another deployment to ${target.name} is running; it was last seen at ${running.at}. Run this again when it has ended, or, if it was killed, in two minutes.`,
  );
}

function refuseRemovals({ remove }: Plan, { files }: Deployed): void {
  const isStory = (path: string): boolean => !/^data\/|\./u.test(path) && storyAt(`/${path}`)?.isPost === false;
  const storyOf = (key: string): string[] => (isStory(key.replace(/\.html$/u, "")) ? [key] : []);
  const [all, gone] = [Object.keys(files).flatMap(storyOf), remove.flatMap(storyOf)];
  if (!isTooMany(gone.length, all.length)) return;
  throw new CliError(
    `This would remove ${gone.length} of ${counted(all.length, "published story", "published stories")}, so nothing was sent: ${gone.slice(0, 10).join(", ")}. If it is meant, deploy with --allow-removals.`,
  );
}

const listed = ({ send, remove, late }: Plan): string[] => [
  ...send.map(({ key }) => `send ${key}`),
  ...remove.map((key) => `remove ${key}`),
  ...late.map((key) => `remove a day later ${key}`),
];

/**
 * Before a file is sent or removed, the list says that its version is unknown, so that one which was sent and not noted is sent again.
 * Each renewal fails if somebody else has renewed the list meanwhile.
 */
async function run({ send, remove, late }: Plan, { deployed, tag }: Kept, target: Target, progress: Progress): Promise<void> {
  const id = randomUUID();
  const files = { ...deployed.files };
  const later = { ...deployed.later };
  for (const key of [...send.map((file) => file.key), ...remove]) files[key] = "";
  for (const key of late) {
    later[key] ??= new Date().toISOString();
    delete files[key];
  }
  let current = tag;
  const renew = async (running?: { id: string; at: string }): Promise<void> => {
    current = await target.writeList(JSON.stringify({ files, later, running }), current);
  };
  const goOn = (): Promise<void> => renew({ id, at: new Date().toISOString() });
  await goOn();
  try {
    let done = 0;
    for (const part of parts(send)) {
      await whileRenewing(goOn, () => target.send(part, () => progress("Files", (done += 1), send.length)));
      for (const { key, hash } of part) files[key] = hash;
      await goOn();
    }
    await whileRenewing(goOn, () => target.remove(remove));
    for (const key of remove) delete files[key];
    for (const key of Object.keys(later)) if (!late.includes(key)) delete later[key];
  } catch (error) {
    // Whoever runs it again need not wait; if this fails too, in two minutes.
    await renew().catch(() => {});
    throw error;
  }
  await renew();
}

const RENEWED_MS = 30 * 1000;

/** Does work during which no other deployment may take this one for abandoned. It fails, when the work has ended, if a renewal has failed. */
async function whileRenewing(renew: () => Promise<void>, work: () => Promise<void>): Promise<void> {
  let renewals = Promise.resolve();
  const timer = setInterval(() => {
    renewals = renewals.then(renew);
    renewals.catch(() => {});
  }, RENEWED_MS);
  await work().finally(() => clearInterval(timer));
  await renewals;
}

/** What is sent before the list at the target is renewed: so many files, and bytes. */
const MOST_FILES = 500;
const MOST_BYTES = 32_000_000;

/** Files of one turn each, in the order of turns. */
function* parts(files: SentFile[]): Generator<SentFile[]> {
  let part: SentFile[] = [];
  let bytes = 0;
  for (const file of files) {
    const [first] = part;
    if (first && (part.length === MOST_FILES || bytes + file.size > MOST_BYTES || first.turn !== file.turn)) {
      yield part;
      [part, bytes] = [[], 0];
    }
    part.push(file);
    bytes += file.size;
  }
  if (part.length > 0) yield part;
}
