import { execFile, type ExecFileException } from "node:child_process";
import { existsSync } from "node:fs";

/** Why a command failed. `reason` completes a sentence whose subject is the program. */
export class CommandError extends Error {
  override name = "CommandError";
  readonly reason: string;
  /** Whether the program does not exist, in which case there is no point in trying again. */
  readonly isMissing: boolean;

  constructor(program: string, reason: string, options: { isMissing?: boolean; cause?: unknown } = {}) {
    super(`${program} ${reason}`, { cause: options.cause });
    this.reason = reason;
    this.isMissing = options.isMissing ?? false;
  }
}

/** The working folder of a command, and its time limit in seconds. */
export type Running = { folder: string; seconds: number };

/** The maximum output of a program, in MB: enough for minutes of audio, when a sentence is needed. */
const LARGEST = 64;

/**
 * Runs a program chosen by the publisher. It is started without a shell, and the text of stories goes to its standard
 * input, so that nothing in a story can become part of the command.
 * @returns its standard output
 * @throws CommandError
 */
export function runCommand([program = "", ...args]: string[], input: string, { folder, seconds }: Running): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, encoding: "buffer", maxBuffer: LARGEST << 20, timeout: seconds * 1000, killSignal: "SIGKILL" } as const;
    const child = execFile(program, args, options, (cause, stdout, stderr) => {
      if (cause) reject(failureOf(program, cause, stderr, { folder, seconds }));
      else resolve(stdout);
    });
    // If a program ends before it has read all of its input, its exit code says whether it failed.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

function failureOf(program: string, cause: ExecFileException, stderr: Uint8Array, { folder, seconds }: Running): CommandError {
  // Node reports the same error for a missing program and a missing folder.
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
