import { faultIn } from "../../tests/support/fuzz/faultIn.ts";
import type { Parser } from "../../tests/support/fuzz/parsers.ts";

/** How long to look for a smaller input, in milliseconds. */
const PATIENCE = 60_000;

/** The smallest input with the same fault that is found by leaving out parts, halves first, single bytes last. */
export async function minimised(parser: Parser, input: Uint8Array, fault: string): Promise<Uint8Array> {
  const end = Date.now() + PATIENCE;
  let smallest = input;
  for (let length = Math.ceil(input.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2)) {
    for (let at = 0; at < smallest.length && Date.now() < end;) {
      const shorter = Buffer.concat([smallest.subarray(0, at), smallest.subarray(at + length)]);
      if ((await faultIn(parser, shorter)) === fault) smallest = shorter;
      else at += length;
    }
  }
  return smallest;
}
