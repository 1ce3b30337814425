import { useRef, useState } from "react";

type Told = { state: "idle" | "underway" | "done" | "failed"; error?: unknown };

const IDLE: Told = { state: "idle" };

/**
 * Something that the server is told, and how that stands. Where it is told again
 * before the first answer has come, the last one counts.
 */
export function useSubmit<What = void>(tell: (what: What) => Promise<unknown>) {
  const [told, setTold] = useState(IDLE);
  const last = useRef(0);
  /** Rejects with what went wrong. */
  const run = async (what: What): Promise<void> => {
    last.current += 1;
    const mine = last.current;
    const note = (now: Told) => mine === last.current && setTold(now);
    note({ state: "underway" });
    try {
      await tell(what);
    } catch (error) {
      note({ state: "failed", error });
      throw error;
    }
    note({ state: "done" });
  };
  /** The same, for those who look at `state` and `error` only. */
  const start = (what: What): void => void run(what).catch(() => {});
  const forget = () => {
    last.current += 1;
    setTold(IDLE);
  };
  return { ...told, run, start, forget };
}
