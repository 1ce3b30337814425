import * as v from "valibot";

/**
 * When a record was written: a hybrid logical clock (Kulkarni and others, 2014),
 * which gives stamps an order that all devices agree on. It sorts as text:
 * milliseconds since 1970, a counter for changes within one of them, and the
 * device, which decides between equal ones.
 */
export const StampSchema = v.pipe(v.string(), v.regex(/^\d{14}-[0-9a-f]{4}-[0-9a-z]{4,16}$/u, "must be a stamp of a library's clock"));

const MOST = 0xffff;

/**
 * The stamp of a change made now.
 * @param last the greatest stamp that this device has made or seen: the change must come after it, even if the device's clock is behind
 * @param now milliseconds since 1970
 * @param device the name of this device: 4 to 16 letters and digits
 */
export function nextStamp(last: string | undefined, now: number, device: string): string {
  const before = last === undefined ? { time: 0, counter: 0 } : partsOf(last);
  if (now > before.time) return written(now, 0, device);
  return before.counter < MOST ? written(before.time, before.counter + 1, device) : written(before.time + 1, 0, device);
}

/** The milliseconds since 1970 of a stamp. */
export const timeOf = (stamp: string): number => partsOf(stamp).time;

/** The name of the device that made a stamp. */
export const deviceOf = (stamp: string): string => stamp.slice(stamp.lastIndexOf("-") + 1);

function partsOf(stamp: string): { time: number; counter: number } {
  const [time = "0", counter = "0"] = stamp.split("-");
  return { time: Number(time), counter: Number.parseInt(counter, 16) };
}

const written = (time: number, counter: number, device: string): string =>
  `${String(Math.trunc(time)).padStart(14, "0")}-${counter.toString(16).padStart(4, "0")}-${device}`;
