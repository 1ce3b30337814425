import type { FollowedKind } from "./libraryRecord.ts";

/** The library id of a subject that can be followed or muted. */
export const subjectId = (kind: FollowedKind, slug: string): string => `${kind}:${slug}`;
