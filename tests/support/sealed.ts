import { nextStamp } from "#content/library/stamp.ts";
import type { NewKey, Sealed } from "#content/library/sync.ts";
import type { Browser } from "./accounts.ts";

/** An account's key as a device sends it. The server cannot know whether it is real. */
export const KEY = "k".repeat(22);

/** Sends that key for the account of a browser. */
export async function giveKey(browser: Pick<Browser, "ask">): Promise<void> {
  const key: NewKey = { expects: null, id: KEY, phrase: "phrase", earlier: "earlier", forget: false };
  const answer = await browser.ask("POST", "/library/key", key);
  if (!answer.ok) throw new Error(`The key was refused: ${await answer.text()}`);
}

/** A record as a device would send it. Only a device can see that it is not ciphertext. @param name letters, digits, - and _ */
export const sealed = (name: string, time = 10, device = "desk", value = "v"): Sealed => ({
  id: idOf(name),
  stamp: nextStamp(undefined, time, device),
  value,
});

export const idOf = (name: string): string => name.padEnd(43, "_");
