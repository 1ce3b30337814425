import type { FollowedKind } from "./record.ts";

/** The library id of a subject that can be followed or muted. */
export const subjectId = (kind: FollowedKind, slug: string): string => `${kind}:${slug}`;
