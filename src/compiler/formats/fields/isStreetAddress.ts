const STREET =
  "street|st\\.?|road|rd\\.?|avenue|ave\\.?|boulevard|lane|drive|square|stra(?:ß|ss)e|str\\.?|platz|allee|weg|gasse|ufer|rue|via|calle|plaza|quai";
const BEFORE = new RegExp(`^\\d+[a-z]?,?\\s+.*\\b(?:${STREET})(?![\\p{L}\\d])`, "iu");
const AFTER = new RegExp(`(?:${STREET})(?:\\s[^,\\d]*)?,?\\s+\\d+[a-z]?(?![\\p{L}\\d])`, "iu");

/** "Rathausstraße 15, 10178 Berlin", "12 Harbour Road": a postal address, not a place that news is about. */
export const isStreetAddress = (name: string): boolean =>
  BEFORE.test(name) || AFTER.test(name) || /,\s*(?:[A-Z]{1,2}-)?\d{4,5}\s+\p{L}/u.test(name);
