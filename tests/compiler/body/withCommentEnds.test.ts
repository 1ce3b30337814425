import { expect, test } from "vitest";
import { withCommentEnds } from "#compiler/body/withCommentEnds.ts";

test.each([
  ["no comment -->", "no comment -->"],
  ["<!-- whole --> a <!-- more", "<!-- whole --> a <!-- more -->"],
  ["<!--more\nb <!-- Read-More \nc", "<!--more -->\nb <!-- Read-More  -->\nc"],
  ["<!-- words ->\nb", "<!-- words -->\nb"],
  ["<!-- words –> \nb", "<!-- words -->\nb"],
  ["<!-- words - ->\nb <!-- more", "<!-- words -->\nb <!-- more -->"],
  ["<!--> a <!---> b", "<!--> a <!---> b"],
  ["<!-- ends --!> a", "<!-- ends --> a"],
  ["<!-- not for readers\nb", "<!-- not for readers\nb"],
  ["<!-- moreover\nb", "<!-- moreover\nb"],
])("comments of %j end as in %j", (text, ended) => {
  expect(withCommentEnds(text)).toBe(ended);
  expect(withCommentEnds(ended)).toBe(ended);
});
