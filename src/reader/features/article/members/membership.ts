import { MembershipSchema } from "#content/members/membership.ts";
import { readApi } from "../../../data/api.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { accountMembership } from "../../../data/accountMembership.ts";
import { isSignedIn, noteSignedIn } from "../../../data/signedIn.ts";
import { forgetAccountPhrases, keepAccountPhrases } from "./room.ts";

/** In milliseconds: how long the pass phrases of an account are used before the server is asked again whether it is a member's. */
const FRESH = 24 * 60 * 60 * 1000;

/** What the server answers when there is no membership any more: nobody is signed in, or it keeps no members. */
const ENDED = ["signed-out", "not-found"];

/**
 * Gets the pass phrases that the reader's account has, if it is time to.
 * @param isNeeded whether those on the device do not open a story
 * @returns whether those on the device may be used: once the membership may have ended, only after the server was asked
 */
export async function renewMembership(isNeeded: boolean): Promise<boolean> {
  const before = accountMembership.read();
  if (!isSignedIn()) {
    if (before) await endMembership();
    return false;
  }
  const now = Date.now();
  const isOver = before !== undefined && before.until !== null && before.until < now;
  if (!isNeeded && (!before || (!isOver && isFresh(before.at, now)))) return before !== undefined;
  try {
    const { membership } = await readApi("membership", MembershipSchema, new AbortController().signal);
    const phrases = membership.flatMap(({ tier, phrase }): [string, string][] => (phrase === null ? [] : [[tier, phrase]]));
    if (phrases.length === 0) {
      if (before) await endMembership();
      return false;
    }
    const ends = membership.flatMap(({ until }) => (until === null ? [] : [Date.parse(until)]));
    await keepAccountPhrases(phrases);
    accountMembership.keep({ at: now, until: ends.length === 0 ? null : Math.min(...ends) });
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (!ENDED.includes(error.code)) return before !== undefined && !isOver;
    if (error.code === "signed-out") noteSignedIn(false);
    if (before) await endMembership();
    return false;
  }
}

/** What was asked in the future was asked by a clock that has been set right since. */
const isFresh = (at: number, now: number): boolean => at <= now && now - at < FRESH;

/** Removes the pass phrases of the account from the device, and what was read of closed stories. */
export async function endMembership(): Promise<void> {
  await forgetAccountPhrases();
  accountMembership.keep(undefined);
}
