import type { SingleBar } from "cli-progress";

/** Tells how far a long step is. `total` may be unknown at first. */
export type Progress = (step: string, done: number, total: number) => void;

/** A bar a step on a terminal; nothing where the output goes into a file. */
export async function createProgress(): Promise<{ progress: Progress; stop: () => void }> {
  if (!process.stderr.isTTY) return { progress: () => {}, stop: () => {} };
  const { SingleBar } = await import("cli-progress");
  let bar: SingleBar | undefined;
  let current = "";
  const stop = () => bar?.stop();
  const progress: Progress = (step, done, total) => {
    if (step !== current) {
      stop();
      bar = new SingleBar({ format: "{step} {bar} {value}/{total}", stream: process.stderr, hideCursor: true, clearOnComplete: true });
      bar.start(total, 0, { step: step.padEnd(12) });
      current = step;
    }
    bar?.setTotal(total);
    bar?.update(done);
  };
  return { progress, stop };
}
