import { execFile } from "node:child_process";
import { isRecord, type Raw } from "../../text/jsonRecord.ts";
import { parseJson } from "../../text/parseJson.ts";

/** In bytes. */
const LARGEST = 50_000_000;

/**
 * Runs a program that converts a text, in a process of its own, since some texts take it hours.
 * @param input what it reads
 * @param patience in milliseconds; no article takes longer
 * @returns the object in JSON that it writes
 * @throws with the reason in words, without a full stop
 */
export function runProgram(file: string, args: string[], input: string, patience = 15_000): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const child = execFile(file, args, { maxBuffer: LARGEST, timeout: patience, killSignal: "SIGKILL" }, (error, out, messages) => {
      const json = parseJson(out);
      if (!error) resolve("value" in json && isRecord(json.value) ? json.value : {});
      else if (error.signal === "SIGKILL") reject(new Error(`it takes longer than ${patience / 1000} seconds`));
      else reject(new Error(messages.trim().split("\n").at(-1) || error.message));
    });
    // A program that is not there closes its input at once.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}
