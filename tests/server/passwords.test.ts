import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, test } from "vitest";
import { checkPassword } from "#server/accounts/passwords.ts";

/** Those that are not refused for their length already. */
const common = dictionary["passwords-common"].filter((password) => password.length >= 8);

const isCommon = (password: string): boolean => {
  try {
    checkPassword(password);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "password-common";
  }
};

test("the 3,000 most common passwords are refused, in capitals too", () => {
  const tried = common.slice(0, 3000);
  expect(tried.length).toBe(3000);
  expect(tried.filter((password) => !isCommon(password) || !isCommon(password.toUpperCase()))).toEqual([]);
});

test("a sentence around a common password is taken", () => {
  expect(() => checkPassword("my password is a sentence")).not.toThrow();
});
