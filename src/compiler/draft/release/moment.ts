/** A moment at which a story becomes public or expires: the field of its file that gives it, the value as written, and the instant. */
export type Moment = { type: "release" | "embargo" | "expiry"; field: string; written: string; at: string };
