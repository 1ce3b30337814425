/** Called after each item with the number done and the total. */
export type OnDone = (done: number, total: number) => void;

/** Shows the progress of a long step; `step` is its name for people. */
export type Progress = (step: string, done: number, total: number) => void;
