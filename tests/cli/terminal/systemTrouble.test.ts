import { copyFileSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { errorText } from "#compiler/text/errorMessage.ts";
import { systemTrouble } from "#cli/terminal/systemTrouble.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing went wrong.");
}

it("says what is wrong with which path, and what can be done", () => {
  const folder = temporaryFolder();
  const [file, gone] = [join(folder, "a"), join(folder, "b", "c")];
  writeFileSync(file, "");
  expect(systemTrouble(thrownBy(() => readdirSync(file)))).toBe(
    `${file} cannot be read: it is a file, or in one, where a folder is needed (ENOTDIR). Name another folder.`,
  );
  expect(systemTrouble(thrownBy(() => mkdirSync(file)))).toMatch(`${file} cannot be written: something else of this name is there`);
  expect(systemTrouble(thrownBy(() => writeFileSync(gone, "")))).toMatch(`${gone} cannot be opened: it is not there`);
  expect(systemTrouble(thrownBy(() => copyFileSync(file, gone)))).toMatch(`${file} or ${gone} cannot be written`);
});

it("names the place of a fault that has no path, and knows faults of threads", () => {
  const full = thrownBy(() => writeSync(openSync("/dev/full", "w"), "x"));
  const sentence = "The site cannot be written: the disk is full (ENOSPC). Free some space, or name a folder on another disk.";
  expect(systemTrouble(full, "The site")).toBe(sentence);
  expect(systemTrouble(new Error(errorText(full)), "The site")).toBe(sentence);
  expect(systemTrouble(new Error("The renderer failed.", { cause: full }), "The site")).toBe(sentence);
});

it("leaves bugs alone, with their stacks", () => {
  expect(systemTrouble(thrownBy(() => JSON.parse(readFileSync("package.json", "utf8")).a.b))).toBeUndefined();
  expect(systemTrouble(new Error("Two pages of the edition want the file a.html."))).toBeUndefined();
});
