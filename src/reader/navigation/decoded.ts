/** A part of an address as it is read; one whose percent signs say nothing, as it stands. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
