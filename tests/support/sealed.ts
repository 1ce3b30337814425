import { nextStamp } from "#content/library/stamp.ts";
import type { NewKey, Sealed } from "#content/library/sync.ts";
import type { Browser } from "./accounts.ts";

/** The key of an account as the server is told of it, which cannot tell whether it is one. */
export const KEY = "k".repeat(22);

/** Gives the account of a browser that key. */
export async function giveKey(browser: Pick<Browser, "ask">): Promise<void> {
  const key: NewKey = { expects: null, id: KEY, phrase: "phrase", earlier: "earlier", forget: false };
  const answer = await browser.ask("POST", "/library/key", key);
  if (!answer.ok) throw new Error(`The key was refused: ${await answer.text()}`);
}

/** What a device would send of a record. Nobody but a device can tell that it is no ciphertext. @param name letters, digits, - and _ */
export const sealed = (name: string, time = 10, device = "desk", value = "v"): Sealed => ({
  id: idOf(name),
  stamp: nextStamp(undefined, time, device),
  value,
});

export const idOf = (name: string): string => name.padEnd(43, "_");
