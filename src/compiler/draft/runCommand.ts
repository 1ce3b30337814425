import { execFile, type ExecFileException } from "node:child_process";
import { existsSync } from "node:fs";

/** Why a command did not do what it should. `reason` is the end of a sentence that begins with the command's name. */
export class CommandError extends Error {
  override name = "CommandError";
  readonly reason: string;
  /** Whether there is no such program, so that another run is of no use. */
  readonly isMissing: boolean;

  constructor(program: string, reason: string, options: { isMissing?: boolean; cause?: unknown } = {}) {
    super(`${program} ${reason}`, { cause: options.cause });
    this.reason = reason;
    this.isMissing = options.isMissing ?? false;
  }
}

/** Where a command runs, and for how many seconds at most. */
export type Running = { folder: string; seconds: number };

/** What a program may write at most, in MB: minutes of sound, of a sentence. */
const LARGEST = 64;

/**
 * Runs a program of the publisher's own. It is started as it is, by no shell, and text of stories goes to its standard
 * input: nothing that a story says can become a part of the command.
 * @returns what it wrote to its standard output
 * @throws CommandError
 */
export function runCommand([program = "", ...args]: string[], input: string, { folder, seconds }: Running): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, encoding: "buffer", maxBuffer: LARGEST << 20, timeout: seconds * 1000, killSignal: "SIGKILL" } as const;
    const child = execFile(program, args, options, (cause, stdout, stderr) => {
      if (cause) reject(failureOf(program, cause, stderr, { folder, seconds }));
      else resolve(stdout);
    });
    // A program that ends before it has read all of it is known by how it ends.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

function failureOf(program: string, cause: ExecFileException, stderr: Uint8Array, { folder, seconds }: Running): CommandError {
  // Node says the same of a program and of a folder that is not there.
  if (cause.code === "ENOENT")
    return existsSync(folder)
      ? new CommandError(program, "is not on this machine", { isMissing: true, cause })
      : new CommandError(program, `cannot run in the folder ${folder}, which is not there`, { cause });
  if (cause.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return new CommandError(program, `wrote more than ${LARGEST} MB`, { cause });
  if (cause.killed) return new CommandError(program, `took longer than ${seconds} ${seconds === 1 ? "second" : "seconds"}`, { cause });
  return new CommandError(program, `ended with ${cause.signal ?? cause.code ?? "an error"}${saidOf(stderr)}`, { cause });
}

function saidOf(stderr: Uint8Array): string {
  const line = Buffer.from(stderr).toString().trim().split("\n").at(-1) ?? "";
  return line === "" ? "" : ` (“${line.slice(0, 200)}”)`;
}
