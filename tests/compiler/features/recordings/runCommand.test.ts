import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runCommand } from "#compiler/features/recordings/runCommand.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";

const HERE = { folder: tmpdir(), seconds: 20 };

it("gives what a program writes", async () => {
  expect(Buffer.from(await runCommand(["cat"], "The tide\n", HERE)).toString()).toBe("The tide\n");
});

it.each([
  ["is not there", ["no-such-program"], HERE, "no-such-program is not on this machine", true],
  ["takes a second too long", ["sleep", "20"], { ...HERE, seconds: 1 }, "sleep took longer than 1 second", false],
  ["takes longer than it may", ["sleep", "20"], { ...HERE, seconds: 0.5 }, "sleep took longer than 0.5 seconds", false],
  ["writes on and on", ["cat", "/dev/zero"], HERE, "cat wrote more than 64 MB", false],
  ["fails", ["sh", "-c", "echo no model >&2; exit 3"], HERE, "sh ended with 3 (“no model”)", false],
])("says why a program was of no use that %s", async (_name, command, running, message, isMissing) => {
  await expect(runCommand(command, "", running)).rejects.toMatchObject({ message, isMissing });
});

it("does not call a program missing whose folder is", async () => {
  const folder = join(temporaryFolder(), "gone");
  const message = `cat cannot run in the folder ${folder}, which is not there`;
  await expect(runCommand(["cat"], "", { folder, seconds: 20 })).rejects.toMatchObject({ message, isMissing: false });
});
