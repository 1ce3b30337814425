import { expect, it } from "vitest";
import { decodeUtf8, unfinishedBytes } from "../../../src/compiler/xml/decodeUtf8.ts";

const bytes = (...each: (number | string)[]) =>
  Buffer.concat(each.map((one) => (typeof one === "string" ? Buffer.from(one) : Buffer.of(one))));

it("reads bytes that are not UTF-8 as Windows-1252, one by one, wherever they are", () => {
  expect(decodeUtf8(bytes("aé€𝄞"))).toEqual({ text: "aé€𝄞", wrong: 0 });
  expect(decodeUtf8(bytes(0x93, "é", 0xe9, 0xe9, "€𝄞", 0x94))).toEqual({ text: "“ééé€𝄞”", wrong: 4 });
  // Longer than need be, half of a surrogate pair, above the last character, cut off.
  expect(decodeUtf8(bytes(0xc0, 0xaf)).wrong).toBe(2);
  expect(decodeUtf8(bytes(0xed, 0xa0, 0x80)).wrong).toBe(3);
  expect(decodeUtf8(bytes(0xf5, "x")).wrong).toBe(1);
  expect(decodeUtf8(bytes("x", 0xe2, 0x82)).wrong).toBe(2);
});

it("counts the bytes of a character that the next piece completes", () => {
  const of = (text: string, length: number) => unfinishedBytes(bytes(text).subarray(0, length));
  expect([of("ab", 2), of("é", 1), of("é", 2), of("a€", 2), of("a€", 3), of("a€", 4), of("€", 1)]).toEqual([0, 1, 0, 1, 2, 0, 1]);
  expect([of("𝄞", 1), of("𝄞", 2), of("𝄞", 3), of("𝄞", 4), of("", 0)]).toEqual([1, 2, 3, 0, 0]);
  expect([unfinishedBytes(bytes(0x80, 0x80, 0x80, 0x80)), unfinishedBytes(bytes(0xf5))]).toEqual([0, 0]);
});
