import { direction } from "#content/direction.ts";
import type { Tongue } from "../link/teaser.ts";
import type { Settings } from "../settings.ts";

/** What of an edition's settings the index depends on. */
export type SearchSettings = Pick<Settings, "language" | "timeZone"> & { search?: Settings["search"] };

export const tongue = ({ language }: SearchSettings): Tongue => ({ language, direction: direction(language) });
