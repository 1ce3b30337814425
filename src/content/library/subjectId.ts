import type { FollowedKind } from "./record.ts";

/** What a library calls something that can be followed or muted. */
export const subjectId = (kind: FollowedKind, slug: string): string => `${kind}:${slug}`;
