import { expect, test } from "vitest";
import { picturePath } from "../../../src/compiler/importing/picturePath.ts";

test.each([
  ["https://www.example.org/wp-content/uploads/2014/03/x.jpg", "example.org/wp-content/uploads/2014/03/x.jpg"],
  ["images/žluť.png", "images/žluť.png"],
  ["https://example.org/a%C3%A9.jpg", "example.org/aé.jpg"],
])("the path of %s can be read", (address, path) => {
  expect(picturePath(address)).toBe(path);
});

test("addresses that a path cannot show in full have a hash, so that no two share one", () => {
  const addresses = [
    "https://e.org/x?id=1.jpg",
    "https://e.org/x?id=2.jpg",
    "https://e.org/X.jpg",
    "https://e.org/x y.jpg",
    "https://e.org/x-y.jpg",
  ];
  const paths = addresses.map(picturePath);
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(addresses.length);
  expect(paths[4]).toBe("e.org/x-y.jpg");
});

test.each([
  "https://e.org/../../etc/passwd",
  "../../../etc/passwd",
  "https://e.org/%2e%2e/%2e%2e/x",
  "a/.git/config",
  "https://e.org/\u0000.jpg",
])("%j does not lead out of the folder, and hides nothing in it", (address) => {
  expect(picturePath(address).split("/")).not.toContain("..");
  expect(picturePath(address)).not.toMatch(/(?:^|\/)\.|\0/u);
});

test("a name that no disk takes is shortened, between two letters", () => {
  const path = picturePath(`https://e.org/${"žluť".repeat(200)}.jpg`);
  for (const part of path.split("/")) expect(Buffer.byteLength(part)).toBeLessThan(200);
  expect(path).not.toContain("\uFFFD");
});
