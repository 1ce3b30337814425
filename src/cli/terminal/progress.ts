import type { SingleBar } from "cli-progress";

/** Reports the progress of a long step. `total` may grow. */
export type Progress = (step: string, done: number, total: number) => void;

/** A progress bar for each step on a terminal; nothing if the output goes into a file. */
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
