import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { InstantSchema } from "#content/instant.ts";
import { instantOf, localMinute } from "../../../src/compiler/text/instantOf.ts";

test.each([
  ["2024-04-22T07:10:00Z", "2024-04-22T07:10:00Z"],
  ["2024-04-22T07:10+02:00", "2024-04-22T07:10+02:00"],
  ["2014-03-12", "2014-03-12T00:00:00Z"],
  ["2014-3-2", "2014-03-02T00:00:00Z"],
  ["2014/03/12 10:15", "2014-03-12T10:15:00Z"],
  ["20140312", "2014-03-12T00:00:00Z"],
  ["2015-09-21 16:52:00 -4", "2015-09-21T16:52:00-04:00"],
  ["2015-09-21 16:52:00 -0430", "2015-09-21T16:52:00-04:30"],
  ["2015-09-21 16:52:00 +0000 UTC", "2015-09-21T16:52:00+00:00"],
  ["2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"],
  ["Sat, 31 Dec 2016 23:59:60 +0000", "2017-01-01T00:00:00+00:00"],
  ["0099-03-01", "0099-03-01T00:00:00Z"],
  ["2015-09-21T16:52:00.250", "2015-09-21T16:52:00.250Z"],
  ["Wed, 02 Oct 2002 13:00:00 GMT", "2002-10-02T13:00:00Z"],
  ["Wed, 02 Oct 02 13:00 GMT", "2002-10-02T13:00:00Z"],
  ["2 Oct 95 13:00 CEST", "1995-10-02T13:00:00+02:00"],
  ["2 Oct 2002 13:00 EST", "2002-10-02T13:00:00-05:00"],
  ["Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"],
  ["Sun Nov 6 08:49:37 PST 1994", "1994-11-06T08:49:37-08:00"],
  ["Fri Nov 22 17:19:29 +0000 2024", "2024-11-22T17:19:29+00:00"],
  ...Object.entries({ PST: "-08", PDT: "-07", MST: "-07", MDT: "-06", CST: "-06", CDT: "-05", EST: "-05", EDT: "-04", AEST: "+10" }).map(
    ([zone, hours]): [string, string] => [`Wed, 02 Oct 2002 13:00:00 ${zone}`, `2002-10-02T13:00:00${hours}:00`],
  ),
  ...["UT", "Z", "GMT"].map((zone): [string, string] => [`Wed, 02 Oct 2002 13:00:00 ${zone}`, "2002-10-02T13:00:00Z"]),
  ["Wed Mar 12 2014 10:00:00 GMT+0100 (Central European Standard Time)", "2014-03-12T10:00:00+01:00"],
  ["March 12th, 2014", "2014-03-12T00:00:00Z"],
  ["Sept. 1, 2016 at 12:30 a.m.", "2016-09-01T00:30:00Z"],
  ["12 December 2014 4:05 PM", "2014-12-12T16:05:00Z"],
  ["3 juin 2018", "2018-06-03T00:00:00Z"],
  ["1er août 2018 à 14h30", "2018-08-01T14:30:00Z"],
  ["12. März 2020", "2020-03-12T00:00:00Z"],
  ["Donnerstag, den 12. März 2020, 14:30 Uhr", "2020-03-12T14:30:00Z"],
  ["jueves, 12 de marzo de 2020", "2020-03-12T00:00:00Z"],
  ["12 maart 2020", "2020-03-12T00:00:00Z"],
  ["12 марта 2020", "2020-03-12T00:00:00Z"],
  ["2020. március 12.", "2020-03-12T00:00:00Z"],
  ["١٢ مارس ٢٠٢٠", "2020-03-12T00:00:00Z"],
  ["2018年6月3日", "2018-06-03T00:00:00Z"],
  ["12.03.2014", "2014-03-12T00:00:00Z"],
  ["25/12/2014", "2014-12-25T00:00:00Z"],
  ["12/25/2014", "2014-12-25T00:00:00Z"],
  ["1395964800", "2014-03-28T00:00:00Z"],
  ["1395964800000", "2014-03-28T00:00:00Z"],
])("%s is %s", (written, instant) => {
  expect(instantOf(written, "UTC")).toBe(instant);
});

test.each([
  "",
  "soon",
  "2014",
  "2014-03",
  "2014-02-30",
  "2003-06-31",
  "2003-06-31T10:00:00Z",
  "20030631T100000Z",
  "Mon, 31 Jun 2003 10:00:00 GMT",
  "Wed, 02 Oct 2002 13:00:00 A",
  "2014-13-01",
  "03/04/2014",
  "2014-03-12 25:00",
  "2014-03-12 10:00:61",
  "2014-03-12 10:00 Mars",
  "2014-03-12 and more",
  // In Croatian October, in Polish November.
  "12 listopada 2020",
  "31 juin 2018",
  "le plus tard 3 juin 2018",
  "3 Hinz 2018",
])("%j is no day that can be told", (written) => {
  expect(instantOf(written, "UTC")).toBeUndefined();
});

test("without a zone a date is in the edition's, by summer and winter time", () => {
  expect(instantOf("2024-01-15", "Europe/Amsterdam")).toBe("2024-01-15T00:00:00+01:00");
  expect(instantOf("2024-07-15 09:00", "Europe/Amsterdam")).toBe("2024-07-15T09:00:00+02:00");
  expect(instantOf("2024-03-31 00:30", "Europe/Amsterdam")).toBe("2024-03-31T00:30:00+01:00");
  expect(instantOf("2024-07-15", "Asia/Kathmandu")).toBe("2024-07-15T00:00:00+05:45");
  expect(instantOf("0099-07-15", "Europe/Amsterdam")).toBe("0099-07-15T00:00:00+00:18");
  expect(instantOf("2024-07-15", "America/St_Johns")).toBe("2024-07-15T00:00:00-02:30");
});

test("a moment is told to the minute in the edition's zone", () => {
  expect(localMinute(Date.UTC(2024, 3, 22, 22, 5, 59), "Europe/Amsterdam")).toBe("2024-04-23 00:05");
});

test("no text is read as something that the contract refuses", () => {
  const written = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}[T ]?\d{0,2}:?\d{0,2} ?[+-]?\d{0,4}$/u));
  fc.assert(
    fc.property(written, (text) => {
      const instant = instantOf(text, "Europe/Amsterdam");
      if (instant !== undefined) v.assert(InstantSchema, instant);
    }),
  );
});
