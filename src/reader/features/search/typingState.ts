import * as v from "valibot";

/**
 * The entry of the history whose query is still being typed: its last word may
 * go on. It stands beside the address, not in it, so that Back finds the very
 * list that was left, while an address that is shared means what it says.
 */
export const typingState = { typing: true };

const schema = v.object({ typing: v.literal(true) });

/** @param state what the history keeps of an entry, of which nothing is known */
export const isTyping = (state: unknown): boolean => v.is(schema, state);
