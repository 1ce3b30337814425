/**
 * Creates the function that returns the day of a moment in a time zone.
 * @param timeZone an IANA name that Intl knows, such as "Europe/Amsterdam"
 * @returns a function from milliseconds since 1970 to YYYY-MM-DD; one formatter serves all calls, since creating one is slow
 */
export function dayIn(timeZone: string): (at: number) => string {
  if (timeZone === "UTC") return (at) => new Date(at).toISOString().slice(0, 10);
  const format = new Intl.DateTimeFormat("en", { timeZone, calendar: "gregory", year: "numeric", month: "2-digit", day: "2-digit" });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map((part) => [part.type, part.value]));
    return `${(parts.get("year") ?? "").padStart(4, "0")}-${parts.get("month") ?? ""}-${parts.get("day") ?? ""}`;
  };
}
