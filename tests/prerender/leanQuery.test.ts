import { readFileSync } from "node:fs";
import { parseSync } from "vite";
import { expect, it } from "vitest";
import { leanFile } from "../../scripts/leanQuery.ts";

const read = (file: string) => readFileSync(`node_modules/@tanstack/query-core/build/modern/${file}`, "utf8");

it.each(["queryClient.js", "query.js"])("finds all that it leaves out of %s as it is installed, and leaves code behind", (file) => {
  const lean = leanFile(file, read(file));
  expect(lean).not.toMatch(/new MutationCache\(|infiniteQueryBehavior\(/u);
  expect(parseSync(file, lean).errors).toEqual([]);
});

it("leaves other files as they are", () => {
  expect(leanFile("queryCache.js", read("queryCache.js"))).toBe(read("queryCache.js"));
});

it("says what it looked for where the library is written differently", () => {
  expect(() => leanFile("queryClient.js", read("queryClient.js").replaceAll("new MutationCache()", "createMutationCache()"))).toThrow(
    "TanStack Query no longer has the code that scripts/leanQuery.ts leaves out: config.mutationCache || new MutationCache()",
  );
});
