import { expect, test } from "vitest";
import { type Interleaving, playInterleavings } from "../support/interleavings.ts";
import { hashPasswordsQuickly } from "../support/quickPasswords.ts";

hashPasswordsQuickly();

const only = (...steps: string[]): Interleaving => ({ steps, before: [], between: [] });

const EXAMPLES: Interleaving[] = [
  // What attackers try first.
  only("attacker signs up as the owner", "owner opens the newest email"),
  only("owner signs up", "attacker signs up as the owner", "owner opens the newest email", "owner opens the email before"),
  only("attacker opens an account", "attacker changes to the owner's address", "owner opens the newest email"),
  only("attacker begins with X for others to end", "owner opens what X answered last", "attacker opens what X answered last"),
  only("owner signs in with X", "attacker signs up as the owner", "owner opens the newest email"),
  // Emails for a change counted for sign-ups too, and asking for one dropped who waited to confirm the address.
  {
    steps: ["attacker opens an account"],
    before: ["attacker changes to the owner's address", "attacker changes to the owner's address"],
    between: [],
  },
  // A second sign-up took the email for a new password along.
  {
    steps: [],
    before: ["attacker signs up as the owner"],
    between: ["attacker opens what X answered last", "attacker signs up as the owner"],
  },
];

test("in orders that attackers try, the owner gets in and the attacker does not", { timeout: 180_000 }, async () => {
  expect(await playInterleavings({ seed: 1, runs: EXAMPLES.length, examples: EXAMPLES })).toBe(EXAMPLES.length);
});

test("in random orders the owner gets in and the attacker does not", { timeout: 180_000 }, async () => {
  expect(await playInterleavings({ seed: 1, runs: 4 })).toBe(4);
});
