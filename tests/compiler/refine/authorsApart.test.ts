import { expect, test } from "vitest";
import { authorsApart } from "../../../src/compiler/refine/authorsApart.ts";

test.each([
  [["Ada Keane, Ben Ruiz"], ["Ada Keane"], ["Ada Keane", "Ben Ruiz"]],
  [["Ada Keane and Ben Ruiz"], ["Ben Ruiz"], ["Ada Keane", "Ben Ruiz"]],
  [["Ada Keane, Ben Ruiz, and Chris Osei"], ["Chris Osei"], ["Ada Keane", "Ben Ruiz", "Chris Osei"]],
  // Nobody else shows that these are two.
  [["Ada Keane, Ben Ruiz"], ["Chris Osei"], ["Ada Keane, Ben Ruiz"]],
  [["Ada Keane, Staff Writer"], ["Ada Keane"], ["Ada Keane, Staff Writer"]],
  [["Ada Keane, MD"], ["Ada Keane"], ["Ada Keane, MD"]],
  [["Keane, Ada"], ["Ada Keane"], ["Keane, Ada"]],
])("%j beside %j is %j", (authors, others, apart) => {
  const named = (names: string[]) => ({ authors: names.map((name) => ({ name })) });
  const [draft] = authorsApart([named(authors), named(others)]);
  expect(draft?.authors.map(({ name }) => name)).toEqual(apart);
});
