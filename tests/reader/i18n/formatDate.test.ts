import { describe, expect, it } from "vitest";
import { type DateStyle, formatDate, formatDateAlone, hasTime, isOnDay } from "#reader/i18n/formatDate.ts";

const at = "2024-04-22T07:10:00Z";
const say = (language: string, style: DateStyle, date = at, timeZone = "UTC") => formatDate(date, style, { language, timeZone });
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/gu, " ");

describe("formatDate", () => {
  it("writes English as the paper's style has it", () => {
    expect(say("en", "moment")).toBe("22 April 2024, 07:10");
    expect(say("en", "weekday", "2024-04-22")).toBe("Monday 22 April 2024");
    expect(say("en", "month", "2024-04")).toBe("April 2024");
  });

  it("follows the country that an edition names", () => {
    expect(plain(say("en-US", "moment"))).toBe("April 22, 2024, 7:10 AM");
    expect(say("en-US", "weekday")).toBe("Monday, April 22, 2024");
    expect(say("en-US", "weekdayShort")).toBe("Monday, April 22");
    expect(say("en-IN", "weekday")).toBe("Monday 22 April 2024");
  });

  it.each([
    ["de", "22. April 2024", "Montag, 22. April 2024", "07:10"],
    ["fr", "22 avril 2024", "lundi 22 avril 2024", "07:10"],
    ["es", "22 de abril de 2024", "lunes, 22 de abril de 2024", "07:10"],
    ["ar", "22 أبريل 2024", "الاثنين، 22 أبريل 2024", "07:10"],
  ])("writes %s as that language does", (language, day, weekday, time) => {
    expect(say(language, "day")).toBe(day);
    expect(say(language, "weekday")).toBe(weekday);
    expect(say(language, "time")).toBe(time);
    expect(say(language, "moment")).toContain(day);
  });

  it("writes the shortest date of another year as its month", () => {
    const of = (date: string) => formatDate(date, "briefDay", { language: "en", timeZone: "UTC", date: "2024-04-22" });
    expect([at, "2023-12-01T07:10:00Z"].map(of)).toEqual(["22 Apr", "Dec 2023"]);
  });

  it("tells the time of the edition's zone, and a day that has no zone as it is", () => {
    expect(say("en", "moment", at, "Asia/Tokyo")).toBe("22 April 2024, 16:10");
    expect(say("en", "day", "2024-04-22", "America/Los_Angeles")).toBe("22 April 2024");
  });

  it.each(["ar-SA", "fa", "th", "ar-EG"])("counts in the archive's own years and in Latin digits in %s", (language) => {
    expect(say(language, "day")).toMatch(/22.*2024/u);
    expect(say(language, "moment")).toMatch(/07:10/u);
  });
});

describe("a date of which only the day is known", () => {
  const amsterdam = { language: "en", timeZone: "Europe/Amsterdam" };

  it("is written without the midnight at which it was put, in the edition's own zone", () => {
    expect(say("en", "moment", "2024-04-22T00:00:00Z")).toBe("22 April 2024");
    expect(formatDate("2024-04-22T00:00:00+02:00", "moment", amsterdam)).toBe("22 April 2024");
    expect(formatDate("2024-04-22T00:00:00Z", "moment", amsterdam)).toBe("22 April 2024, 02:00");
    expect(hasTime("2024-04-22T00:00:30Z", { language: "en", timeZone: "UTC" })).toBe(true);
  });

  it("belongs to the day that it is where the paper appears", () => {
    expect(isOnDay("2024-04-21T22:30:00Z", "2024-04-22", amsterdam)).toBe(true);
    expect(isOnDay("2024-04-22T22:30:00Z", "2024-04-22", amsterdam)).toBe(false);
  });
});

describe("formatDateAlone", () => {
  it("begins with a capital where the language writes months small", () => {
    const alone = (language: string, style: DateStyle) => formatDateAlone("2024-04-22", style, { language, timeZone: "UTC" });
    expect(alone("fr", "weekday")).toBe("Lundi 22 avril 2024");
    expect(alone("es", "monthName")).toBe("Abril");
    expect(alone("fr", "day")).toBe("22 avril 2024");
    expect(alone("ar", "month")).toBe("أبريل 2024");
  });
});
