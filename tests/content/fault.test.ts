import { expect, test } from "vitest";
import { faultOf } from "#content/fault.ts";

test.each([
  ["TypeError: Cannot read properties of undefined (reading 'slug')", "TypeError: Cannot read properties of undefined (reading 'slug')"],
  [`SyntaxError: Unexpected token 'R', "Rain came "... is not valid JSON`, "SyntaxError: Unexpected token …, …... is not valid JSON"],
  ["Failed to fetch https://paper.example/article/a-leak?q=my+search", "Failed to fetch …"],
  ["No story /article/a-leak for ada@example.org, 20240422", "No story … for … …"],
  ["It isn't there, 'and more'", "It isn't there, …"],
  ["Red \u001B[31m in\na\tterminal\u202E", "Red [31m in a terminal"],
  ["Unknown 'words that have no end", "Unknown …"],
  ["Not „ein Wort“ or «un mot»", "Not … or …"],
])("%s loses what could tell of a reader", (message, told) => expect(faultOf("error", message).message).toBe(told));

test("a fault names the script of the app and the line, and nothing of the page", () => {
  expect(faultOf("error", "x", "https://paper.example/assets/start-1a2b.js", 3).place).toBe("start-1a2b.js:3");
  expect(faultOf("error", "x", "https://paper.example/article/a-leak", 3).place).toBe("");
  expect(faultOf("error", "word ".repeat(100)).message).toHaveLength(160);
});
