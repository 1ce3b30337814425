import * as v from "valibot";
import { expect, it } from "vitest";
import { alertSettingsAtFirst, AlertSettingsSchema, MOST_ALERT_SUBJECTS } from "#content/alerts/alerts.ts";

const settings = alertSettingsAtFirst("Europe/Vienna", "de-AT");
const takes = (changed: object) => v.is(AlertSettingsSchema, { ...settings, ...changed });

it("what alerts are at first is what the server takes", () => {
  expect(v.parse(AlertSettingsSchema, settings)).toEqual(settings);
});

it("a time zone is a name that this machine knows, not an offset", () => {
  expect(takes({ timeZone: "Pacific/Chatham" })).toBe(true);
  expect(takes({ timeZone: "Europe/Nowhere" })).toBe(false);
  expect(takes({ timeZone: "+02:00" })).toBe(false);
});

it("a language is a tag", () => {
  expect(takes({ language: "zh-Hant-TW" })).toBe(true);
  expect(takes({ language: "de_AT" })).toBe(false);
});

it("quiet hours are times of day, or none", () => {
  expect(takes({ quiet: null })).toBe(true);
  expect(takes({ quiet: { from: "23:59", until: "00:00" } })).toBe(true);
  expect(takes({ quiet: { from: "24:00", until: "07:00" } })).toBe(false);
  expect(takes({ quiet: { from: "7:00", until: "08:00" } })).toBe(false);
});

it("subjects are what can be followed, and not without end", () => {
  const threads = (count: number) => Array.from({ length: count }, (_, index) => ({ kind: "thread", slug: `thread-${index}` }));
  expect(takes({ subjects: threads(MOST_ALERT_SUBJECTS) })).toBe(true);
  expect(takes({ subjects: threads(MOST_ALERT_SUBJECTS + 1) })).toBe(false);
  expect(takes({ subjects: [{ kind: "story", slug: "a" }] })).toBe(false);
});

it("a day has from one alert to twenty", () => {
  expect([0, 1, 20, 21, 1.5].filter((perDay) => takes({ perDay }))).toEqual([1, 20]);
});
