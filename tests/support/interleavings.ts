import fc from "fast-check";
import { expect, vi } from "vitest";
import { ATTACKER, OWNER, TIME, World } from "./accountModel.ts";
import { openAccounts } from "./accounts.ts";
import { openTwitter } from "./twitterStandIn.ts";

const STEPS = { ...OWNER, ...ATTACKER, ...TIME };

/**
 * What an owner and an attacker do in turn. At the end the owner tries to sign
 * in, as often as necessary, and each time the attacker does something
 * before that, and between two steps of the owner.
 */
export type Interleaving = { steps: string[]; before: string[]; between: string[] };

/** The steps of attacks, which are therefore chosen more often. */
const OFTEN = /signs up as the owner$|owner signs up|newest email|resets it|opens an account|to the owner's address/u;

const anyOf = (steps: Record<string, unknown>) => {
  const often = Object.keys(steps).filter((name) => OFTEN.test(name));
  return fc.constantFrom(...Object.keys(steps), ...often, ...often, ...often);
};

const interleaving: fc.Arbitrary<Interleaving> = fc.record({
  steps: fc.array(anyOf(STEPS), { minLength: 1, maxLength: 12, size: "max" }),
  before: fc.array(anyOf(ATTACKER), { maxLength: 3 }),
  between: fc.array(anyOf(ATTACKER), { maxLength: 4 }),
});

type Options = { seed: number; runs: number; examples?: Interleaving[] };

/**
 * Runs random interleavings against a server, and expects that the owner of an
 * address can always sign in, that the attacker never can, and that each token
 * works once.
 * @returns how many were run
 */
export async function playInterleavings({ seed, runs, examples = [] }: Options): Promise<number> {
  // The test decides when limits and links expire.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  const twitter = await openTwitter();
  const accounts = await openAccounts(twitter.env);
  let played = 0;
  const play = async ({ steps, before, between }: Interleaving) => {
    const world = new World(accounts, twitter);
    for (const step of steps) {
      await STEPS[step]?.(world);
      await world.check();
    }
    const { owner } = world;
    const isNextWanted = steps.some((step) => /next|owner changes/u.test(step));
    const addresses = [owner.address, ...(isNextWanted ? [owner.next] : [])];
    for (const address of addresses) expect(await getsIn(world, address, { before, between }), `${address} gets in`).toBe(true);
    await world.checkEnd();
    played += 1;
  };
  try {
    const property = fc.asyncProperty(interleaving, play);
    await fc.assert(property, { seed, numRuns: runs, examples: examples.map((each) => [each]) });
  } finally {
    await accounts.close();
    twitter.close();
    vi.useRealTimers();
  }
  return played;
}

/** At once, or after the hours in which rate limits end and the attacker can start again. */
async function getsIn(world: World, address: string, { before, between }: Pick<Interleaving, "before" | "between">): Promise<boolean> {
  const meddle = async (step: string | undefined) => {
    if (step !== undefined) await ATTACKER[step]?.(world);
    await world.check();
  };
  for (const minutes of [0, 61, 61]) {
    world.pass(minutes);
    for (const step of before) await meddle(step);
    const left = [...between];
    if (await world.getIn(address, () => meddle(left.shift()))) return true;
  }
  return false;
}
