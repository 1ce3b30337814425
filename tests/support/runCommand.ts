import { vi } from "vitest";

/** Runs what a command does. @returns its result, and the lines that it prints */
export async function runCommand<T>(env: Record<string, string>, run: () => Promise<T>): Promise<[T, string]> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const said: string[] = [];
  for (const way of ["log", "error"] as const) vi.spyOn(console, way).mockImplementation((line) => void said.push(String(line)));
  const result = await run().finally(() => (vi.restoreAllMocks(), vi.unstubAllEnvs()));
  return [result, said.join("\n")];
}
