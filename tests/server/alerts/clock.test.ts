import { expect, test } from "vitest";
import { dayOf, nextDigest, quietUntil } from "../../../src/server/alerts/clock.ts";

const at = (instant: string) => Date.parse(instant);
const night = { quiet: { from: "22:00", until: "07:00" }, timeZone: "Europe/Vienna" };
const until = (settings: Parameters<typeof quietUntil>[0], instant: string) => {
  const found = quietUntil(settings, at(instant));
  return found === undefined ? undefined : new Date(found).toISOString();
};

test("quiet hours begin and end on the reader's clock, over midnight and within a day", () => {
  expect(until(night, "2026-03-10T20:59:59Z")).toBeUndefined();
  expect(until(night, "2026-03-10T21:00:00Z")).toBe("2026-03-11T06:00:00.000Z");
  expect(until(night, "2026-03-11T05:59:59Z")).toBe("2026-03-11T06:00:00.000Z");
  expect(until(night, "2026-03-11T06:00:00Z")).toBeUndefined();
  const siesta = { quiet: { from: "13:00", until: "15:30" }, timeZone: "Asia/Kolkata" };
  expect(until(siesta, "2026-03-10T07:30:00Z")).toBe("2026-03-10T10:00:00.000Z");
  expect(until(siesta, "2026-03-10T10:00:00Z")).toBeUndefined();
});

test("there are none where none are wanted, or where they end as they begin", () => {
  expect(until({ ...night, quiet: null }, "2026-03-11T01:00:00Z")).toBeUndefined();
  expect(until({ ...night, quiet: { from: "07:00", until: "07:00" } }, "2026-03-11T06:00:00Z")).toBeUndefined();
});

test("a night in which the clocks change ends by the new time, and quiet hours that end in the hour that is skipped end after it", () => {
  expect(until(night, "2026-03-28T22:00:00Z")).toBe("2026-03-29T05:00:00.000Z");
  expect(until(night, "2026-10-24T22:00:00Z")).toBe("2026-10-25T06:00:00.000Z");
  const skipped = { quiet: { from: "22:00", until: "02:30" }, timeZone: "Europe/Vienna" };
  const end = until(skipped, "2026-03-29T00:30:00Z") ?? "";
  expect(end >= "2026-03-29T01:00:00.000Z" && end < "2026-03-29T02:00:00.000Z").toBe(true);
  expect(until(skipped, end)).toBeUndefined();
});

test("quiet hours that end in the hour that comes twice end in it, the second time too", () => {
  const twice = { quiet: { from: "22:00", until: "02:30" }, timeZone: "Europe/Vienna" };
  expect(until(twice, "2026-10-25T00:10:00Z")).toBe("2026-10-25T00:30:00.000Z");
  expect(until(twice, "2026-10-25T01:10:20Z")).toBe("2026-10-25T01:30:00.000Z");
});

test("a day is that of the reader's calendar", () => {
  expect(dayOf(at("2026-03-10T22:59:00Z"), "Europe/Vienna")).not.toBe(dayOf(at("2026-03-10T23:00:00Z"), "Europe/Vienna"));
  expect(dayOf(at("2026-03-10T23:00:00Z"), "UTC")).toBe(dayOf(at("2026-03-10T01:00:00Z"), "UTC"));
});

test("a digest is due at seven, the next day or on Saturday, and never where none is wanted", () => {
  const next = (digest: "off" | "daily" | "weekly", timeZone: string, instant: string) => {
    const found = nextDigest({ digest, timeZone }, at(instant));
    return found === null ? null : new Date(found).toISOString();
  };
  expect(next("daily", "America/New_York", "2026-03-10T10:59:59Z")).toBe("2026-03-10T11:00:00.000Z");
  expect(next("daily", "America/New_York", "2026-03-10T11:00:00Z")).toBe("2026-03-11T11:00:00.000Z");
  expect(next("weekly", "Pacific/Auckland", "2026-03-10T12:00:00Z")).toBe("2026-03-13T18:00:00.000Z");
  expect(next("off", "UTC", "2026-03-10T12:00:00Z")).toBeNull();
});
