import { BrokenStateError } from "#compiler/state/BrokenStateError.ts";

/** Builds again where what the build before left turns out to be damaged. It is gone by then: a build that fails leaves none. */
export function despiteBrokenState<T>(build: () => Promise<T>): Promise<T> {
  return build().catch((error: unknown) => {
    if (error instanceof BrokenStateError) return build();
    throw error;
  });
}
