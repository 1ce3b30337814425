/** Told after each thing how many are done, and of how many. */
export type OnDone = (done: number, total: number) => void;

/** Tells how far a long step is; `step` is its name for people. */
export type Progress = (step: string, done: number, total: number) => void;
