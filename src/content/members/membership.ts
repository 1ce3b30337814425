import * as v from "valibot";

/** The tiers of a paper as the server beside its site needs them: their names, and the time zone by which months begin. */
export const TiersSchema = v.object({
  timeZone: v.string(),
  tiers: v.array(v.object({ id: v.string(), name: v.string() })),
});

export type Tiers = v.InferOutput<typeof TiersSchema>;

/**
 * What the server gives a reader who is signed in and a member: each tier, until when (null: no end is known), and the pass phrase of the
 * month, or null if the server has none of the tier.
 */
export const MembershipSchema = v.object({
  membership: v.array(v.object({ tier: v.string(), name: v.string(), until: v.nullable(v.string()), phrase: v.nullable(v.string()) })),
});

export type Membership = v.InferOutput<typeof MembershipSchema>["membership"];
