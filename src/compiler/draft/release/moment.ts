/** A moment at which a story comes out or goes: what field of its file says so, as it is written there, and the instant. */
export type Moment = { type: "release" | "embargo" | "expiry"; field: string; written: string; at: string };
