/** Messages between the tabs of this origin. Undefined if the browser has no channels or refuses one, as in private windows or without storage: then each tab is on its own. */
export function channelOf(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
