import { useSyncExternalStore } from "react";

/** How far the keeping of something is. "paused" goes on when it is asked to, "full" when there is room. */
export type JobState = "running" | "paused" | "whole" | "failed" | "full";
export type Job = { state: JobState; done: number; total: number };

const jobs = new Map<string, Job>();
const stops = new Map<string, AbortController>();
const listeners = new Set<() => void>();

export function useJob(id: string): Job | undefined {
  return useSyncExternalStore(
    subscribe,
    () => jobs.get(id),
    () => undefined,
  );
}

/** Tells all who watch. Undefined: there is no such thing any more. */
export function showJob(id: string, job: Job | undefined): void {
  if (job) jobs.set(id, job);
  else jobs.delete(id);
  for (const listener of listeners) listener();
}

/** Runs work that can be stopped, once at a time for each id. @returns false when it was running */
export async function runJob(id: string, work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
  if (stops.has(id)) return false;
  const stop = new AbortController();
  stops.set(id, stop);
  await work(stop.signal).finally(() => stops.delete(id));
  return true;
}

export function stopJob(id: string): void {
  stops.get(id)?.abort();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
