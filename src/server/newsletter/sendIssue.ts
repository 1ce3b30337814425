import { setTimeout } from "node:timers/promises";
import type { Database } from "../database/tables.ts";
import { claim, type Due, dueFor, isSubscribed, leftFor, markBounced, nextDue, settle, type StoredIssue } from "./issueStore.ts";
import type { Letter, LetterPost, Outcome } from "./letterPost.ts";

/** What a letter has apart from who gets it; `undefined` if none of its stories is published any more. */
export type LetterMaker = () => Promise<((email: string) => Letter) | undefined>;

export type Sending = {
  db: Database;
  issue: StoredIssue;
  /** Makes the letter of what is published now: asked again each minute, as a story may be withdrawn while letters go out. */
  letter: LetterMaker;
  post: LetterPost;
  /** Letters in a minute. */
  rate: number;
  /** A name that no other sender has. */
  sender: string;
  stop: AbortSignal;
  onProgress?: (left: number) => void;
  /** Milliseconds before a letter is tried again; it doubles with each try. For tests. */
  firstWait?: number;
};

/** Why a sender ended before the last letter. */
export type Ended = "stopped" | "down" | "refused" | "withdrawn";

const AT_A_TIME = 100;
const MINUTE = 60_000;

/** How often a letter is tried that the mail server does not take for now, and how many failures in a row end the sender. */
const MOST_TRIES = 5;
const MOST_DOWN = 6;
const MOST_REFUSED = 20;

/**
 * Sends an issue to all who do not have it, each letter once: it is claimed in the database before it is sent, so that no other sender,
 * and none after a kill, sends it again.
 * @returns why it ended, if there are letters left
 */
export async function sendIssue(sending: Sending): Promise<Ended | undefined> {
  const { db, issue, stop, firstWait = MINUTE } = sending;
  const run: Run = { down: 0, refused: [] };
  const letterNow = freshLetter(sending.letter);
  let [after, next] = ["", Date.now()];
  for (;;) {
    const batch = await dueFor(db, issue, after, Date.now(), AT_A_TIME);
    if (batch.length === 0) {
      const due = await nextDue(db, issue);
      if (due === undefined) return undefined;
      if (!(await pause(due - Date.now(), stop))) return "stopped";
      after = "";
      continue;
    }
    for (const one of batch) {
      if (!(await pause(next - Date.now(), stop))) return "stopped";
      const letter = await letterNow();
      if (letter === undefined) return "withdrawn";
      after = one.recipient;
      const outcome = await sendOne(sending, one, letter);
      if (outcome === undefined) continue;
      next = Math.max(next, Date.now() - MINUTE / sending.rate) + MINUTE / sending.rate;
      const ended = note(run, one, outcome);
      if (ended === "refused") await again(db, issue, run.refused);
      if (ended !== undefined) return ended;
      if (outcome === "down" && !(await pause(firstWait / 4, stop))) return "stopped";
    }
    sending.onProgress?.(await leftFor(db, issue));
  }
}

/** Failures in a row. */
type Run = { down: number; refused: string[] };

/** A mail server that takes nothing will not take the rest either. */
function note(run: Run, { recipient }: Due, outcome: Outcome): Ended | undefined {
  run.down = outcome === "down" ? run.down + 1 : 0;
  run.refused = outcome === "refused" ? [...run.refused, recipient] : [];
  if (run.down >= MOST_DOWN) return "down";
  return run.refused.length >= MOST_REFUSED ? "refused" : undefined;
}

/** @returns undefined if it is not ours to send */
async function sendOne(
  { db, issue, post, sender, firstWait = MINUTE }: Sending,
  one: Due,
  letter: (email: string) => Letter,
): Promise<Outcome | undefined> {
  const { recipient, email, tries } = one;
  if (!(await claim(db, issue, one, sender, Date.now()))) return undefined;
  // Somebody may have left since the batch was read.
  if (!(await isSubscribed(db, recipient))) {
    await settle(db, issue, recipient, { state: "left" });
    return undefined;
  }
  const outcome = await post.send(letter(email));
  const isOver = tries + 1 >= MOST_TRIES;
  if (outcome === "bounced") await markBounced(db, recipient, Date.now());
  if (outcome === "down") await settle(db, issue, recipient, { state: "waiting", due: Date.now(), tries });
  else if (outcome !== "later") await settle(db, issue, recipient, { state: outcome });
  else await settle(db, issue, recipient, isOver ? { state: "refused" } : { state: "waiting", due: Date.now() + firstWait * 4 ** tries });
  return outcome;
}

/** Gives letters back that were refused because all are: the next sender tries them. */
async function again(db: Database, issue: StoredIssue, recipients: string[]): Promise<void> {
  for (const recipient of recipients) await settle(db, issue, recipient, { state: "waiting", due: Date.now(), tries: 0 });
}

function freshLetter(make: LetterMaker): LetterMaker {
  let [made, madeAt]: [ReturnType<LetterMaker> | undefined, number] = [undefined, 0];
  return () => {
    if (made === undefined || Date.now() - madeAt > MINUTE) [made, madeAt] = [make(), Date.now()];
    return made;
  };
}

/** @returns false if the sender is to stop */
async function pause(milliseconds: number, stop: AbortSignal): Promise<boolean> {
  if (milliseconds > 0) await setTimeout(milliseconds, undefined, { signal: stop }).catch(() => {});
  return !stop.aborted;
}
