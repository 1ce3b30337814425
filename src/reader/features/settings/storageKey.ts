/** The one key under which this device keeps the reading settings. */
export const storageKey = "broadsheet-settings";
