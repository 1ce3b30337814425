import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "vite";
import { beforeAll, expect, it } from "vitest";
import { lean } from "../../scripts/leanRouter.ts";

const FOLDER = "node_modules/react-router/dist/production";

let router: string;

beforeAll(() => {
  const parts = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => readFileSync(`${FOLDER}/${file}`, "utf8"));
  router = parts.find((part) => part.includes("function createRouter(init)")) ?? "";
});

it("finds in the router that is installed all that it leaves out, and leaves code behind", () => {
  expect(parseSync("router.mjs", lean(router)).errors).toEqual([]);
});

it("leaves what declares a function as it is", () => {
  expect(lean(router).match(/^(?:async )?function \w+/gmu)).toEqual(router.match(/^(?:async )?function \w+/gmu));
});

it("says what it looked for where the router is written differently", () => {
  expect(() => lean(router.replaceAll("opts?.mask", "options?.mask"))).toThrow(
    "React Router no longer has the code that scripts/leanRouter.ts leaves out: opts?.mask",
  );
});
