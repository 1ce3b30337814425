/** The localStorage key of the reading settings. */
export const storageKey = "broadsheet-settings";
