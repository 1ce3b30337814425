import { expect, it } from "vitest";
import { calendarText } from "#compiler/features/collections/calendarText.ts";

it("folds and escapes the lines of a calendar, and ends a day with the next", () => {
  const text = calendarText("A; b", [
    {
      url: "https://a.example/x",
      title: `Ünïcödé, ${"ü".repeat(60)}`,
      start: "2026-12-31",
      end: "2026-12-31",
      changed: "2026-01-01T10:00:00+01:00",
      description: "a\\b\nc",
      isCancelled: true,
    },
  ]);
  const lines = text.split("\r\n");
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  const unfolded = text.replaceAll("\r\n ", "");
  expect(unfolded).toContain(`SUMMARY:Ünïcödé\\, ${"ü".repeat(60)}\r\n`);
  expect(unfolded).toContain("DTSTAMP:20260101T090000Z\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
  expect(unfolded).toContain("X-WR-CALNAME:A\\; b\r\n");
  expect(unfolded).toContain("STATUS:CANCELLED\r\n");
  expect(unfolded).toContain("DESCRIPTION:a\\\\b\\nc\r\n");
});
