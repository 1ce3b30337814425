import { expect, test } from "vitest";
import { isWebAddress, joinLinks, linkId } from "#content/library/outsideLink.ts";

test.each([
  ["https://example.com/a", true],
  ["HTTP://example.com", true],
  ["javascript:alert(1)", false],
  [" data:text/html,x", false],
  ["https://", false],
  ["example.com", false],
])("%s is the address of a web page: %s", (text, is) => {
  expect(isWebAddress(text)).toBe(is);
});

test("two links to one page are one, of which nothing is lost", () => {
  const first = { url: "https://example.com/a", title: "A", savedAt: 9, tags: ["one"], quotes: [{ text: "Words." }] };
  const second = {
    url: "https://example.com/a",
    title: "Another",
    savedAt: 3,
    read: true,
    tags: ["two"],
    quotes: [{ text: "Words.", note: "Mine." }],
  };
  const joined = joinLinks(first, second);
  expect(joined).toEqual({
    ...first,
    savedAt: 3,
    read: true,
    tags: ["one", "two"],
    quotes: [{ text: "Words." }, { text: "Words.", note: "Mine." }],
  });
  expect(joinLinks(joined, second)).toBe(joined);
  expect(joinLinks(joined, first)).toBe(joined);
});

test("a link is the one it is by its address, whatever passage that leads to, else by its title", () => {
  expect(linkId({ url: "https://example.com/a#:~:text=words", title: "A" })).toBe(linkId({ url: "https://EXAMPLE.com/a", title: "B" }));
  expect(linkId({ url: "https://example.com/a#part:~:text=words", title: "A" })).toBe("https://example.com/a#part");
  expect(linkId({ title: "A book" })).toBe("A book");
});

test("of two titles the one that is more than the address is kept", () => {
  const url = "https://example.com/a";
  const bare = { url, title: url };
  expect(joinLinks(bare, { url, title: "A" })).toEqual({ url, title: "A" });
  expect(joinLinks({ url, title: "A" }, bare).title).toBe("A");
  expect(joinLinks(bare, bare)).toBe(bare);
});
