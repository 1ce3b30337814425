import type { SubjectKind } from "../teaser.ts";

/** What a library calls something that can be followed or muted. */
export const subjectId = (kind: SubjectKind, slug: string): string => `${kind}:${slug}`;
