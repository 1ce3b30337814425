/** What keys pressed so far mean: a shortcut, the beginning of one, or nothing. */
export type Match<T> = { type: "hit"; shortcut: T } | { type: "begun" } | { type: "none" };

/**
 * Finds the shortcut that was pressed.
 * @param pressed the keys in their order; where they lead nowhere together, the last one may begin anew
 */
export function matchKeys<T extends { keys: readonly string[] }>(pressed: readonly string[], shortcuts: readonly T[]): Match<T> {
  const begun = shortcuts.filter(({ keys }) => pressed.every((key, place) => key === keys[place]));
  const shortcut = begun.find(({ keys }) => keys.length === pressed.length);
  if (shortcut) return { type: "hit", shortcut };
  if (begun.length > 0) return { type: "begun" };
  return pressed.length > 1 ? matchKeys(pressed.slice(-1), shortcuts) : { type: "none" };
}
