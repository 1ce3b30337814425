import type { Schedule } from "#compiler/refine/released.ts";
import { printable } from "./printable.ts";

/**
 * When the next story comes out and when the next goes, a line each, so that a
 * timer can be set for the build that does it. Nothing happens without one.
 */
export function scheduleLines({ due, ends }: Schedule, timeZone: string): string[] {
  return [["Next story due", due] as const, ["Next story to expire", ends] as const].flatMap(([what, [next, ...more]]) => {
    if (!next) return [];
    const others = more.length === 0 ? "" : `, ${more.length} more scheduled`;
    return [`${what}: ${minuteOf(next.at, timeZone)} ${timeZone} (${printable(next.file)})${others}`];
  });
}

/** A timer that knows minutes only must not be early. */
function minuteOf(at: number, timeZone: string): string {
  const minute = Math.ceil(at / 60_000) * 60_000;
  // Sweden writes ISO 8601.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(minute);
}
