import { useSyncExternalStore } from "react";
import { createStore } from "../../store/createStore.ts";

/** The state of a job that keeps something on the device. "paused" continues on request, "full" once there is room. */
export type JobState = "running" | "paused" | "whole" | "failed" | "full";
export type Job = { state: JobState; done: number; total: number };

const jobs = createStore<ReadonlyMap<string, Job>>(new Map());
const running = new Map<string, { stop: AbortController; end: Promise<void> }>();

export const jobOf = (id: string): Job | undefined => jobs.get().get(id);

export function useJob(id: string): Job | undefined {
  return useSyncExternalStore(
    jobs.subscribe,
    () => jobOf(id),
    () => undefined,
  );
}

/** Shows the state of a job to all subscribers; undefined if there is no such job any more. */
export function showJob(id: string, job: Job | undefined): void {
  const others = [...jobs.get()].filter(([other]) => other !== id);
  jobs.set(new Map(job ? [...others, [id, job]] : others));
}

/** Runs work that can be stopped, once at a time for each id. @returns false if it was already running */
export async function runJob(id: string, work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
  if (running.has(id)) return false;
  const stop = new AbortController();
  const end = work(stop.signal).finally(() => running.delete(id));
  running.set(id, { stop, end });
  await end;
  return true;
}

/** Resolves once all jobs have ended. */
export async function stopJobs(): Promise<void> {
  await Promise.all([...running.keys()].map(stopJob));
}

/** Resolves once the job has ended, and so stores nothing more. */
export async function stopJob(id: string): Promise<void> {
  const job = running.get(id);
  job?.stop.abort();
  await job?.end.catch(() => {});
}
