import { useRef, useState } from "react";

type Submission = { state: "idle" | "underway" | "done" | "failed"; error?: unknown };

const IDLE: Submission = { state: "idle" };

/**
 * A request to the server, and its state. If it is sent again before the first
 * answer has come, the last one counts.
 */
export function useSubmit<What = void>(send: (what: What) => Promise<unknown>) {
  const [submission, setSubmission] = useState(IDLE);
  const last = useRef(0);
  /** Rejects if the request fails. */
  const run = async (what: What): Promise<void> => {
    last.current += 1;
    const mine = last.current;
    const note = (now: Submission) => mine === last.current && setSubmission(now);
    note({ state: "underway" });
    try {
      await send(what);
    } catch (error) {
      note({ state: "failed", error });
      throw error;
    }
    note({ state: "done" });
  };
  /** The same, for callers that read only `state` and `error`. */
  const start = (what: What): void => void run(what).catch(() => {});
  const forget = () => {
    last.current += 1;
    setSubmission(IDLE);
  };
  return { ...submission, run, start, forget };
}
