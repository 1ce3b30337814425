/** An event, for iCalendar. Dates are days or instants; `end` is the last day, not the one after it. */
export type CalendarEvent = {
  /** Its full address, which is also its id. */
  url: string;
  title: string;
  start: string;
  end?: string | undefined;
  description?: string | undefined;
  place?: string | undefined;
  isCancelled?: boolean;
  changed: string;
};

/**
 * An iCalendar file (RFC 5545) with some events.
 * @param name of the calendar, for those who subscribe to it; a program would make a calendar of its own for a single event with one
 */
export function calendarText(name: string | undefined, events: CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Broadsheet//Collections//EN",
    ...(name === undefined ? [] : [`X-WR-CALNAME:${escaped(name)}`]),
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines({ url, title, start, end, description, place, isCancelled, changed }: CalendarEvent): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(url)}`,
    `DTSTAMP:${utc(changed)}`,
    time("DTSTART", start),
    // Without a time, an event ends with the day before its DTEND (3.6.1). One that is written with an end before its start has none.
    ...(end !== undefined && isLater(end, start) ? [time("DTEND", end.includes("T") ? end : dayAfter(end))] : []),
    `SUMMARY:${escaped(title)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    ...(isCancelled ? ["STATUS:CANCELLED"] : []),
    `URL:${url}`,
    "END:VEVENT",
  ];
}

/** Both must be days, or both times (3.8.2.2). */
const isLater = (end: string, start: string): boolean =>
  end.includes("T") === start.includes("T") && (end.includes("T") ? Date.parse(end) > Date.parse(start) : end >= start);

const time = (name: string, date: string): string =>
  date.includes("T") ? `${name}:${utc(date)}` : `${name};VALUE=DATE:${date.replaceAll("-", "")}`;

const utc = (instant: string): string => new Date(instant).toISOString().replace(/[-:]|\.\d+/gu, "");

export const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** A text (3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/gu, "\\$&").replace(/\r?\n/gu, "\\n");

/** In octets: longer lines continue on the next, which begins with a space (3.1). */
const LONGEST = 75;

function folded(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST) return line;
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
