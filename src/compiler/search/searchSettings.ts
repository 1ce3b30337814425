import { direction } from "#content/direction.ts";
import type { Synonyms } from "#content/search/synonyms.ts";
import type { Tongue } from "../link/teaser.ts";

/** What of an edition's settings the index depends on. */
export type SearchSettings = { language: string; timeZone: string; synonyms?: Synonyms | undefined };

export const tongue = ({ language }: SearchSettings): Tongue => ({ language, direction: direction(language) });
