import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { afterAll, beforeAll, type MockInstance, vi } from "vitest";

/**
 * Hashes passwords with a sixteenth of the work, for test files that hash a hundred of them and in
 * which the duration does not matter. The format of hashes and their comparison are unchanged.
 */
export function hashPasswordsQuickly(): void {
  let quickly: MockInstance<typeof crypto.scrypt>;
  beforeAll(() => {
    const { scrypt } = crypto;
    quickly = vi.spyOn(crypto, "scrypt").mockImplementation((password, salt, length, options, done) => {
      scrypt(password, salt, length, { ...options, N: (options.N ?? 16_384) / 16 }, done);
    });
    syncBuiltinESMExports();
  });
  afterAll(() => {
    quickly.mockRestore();
    syncBuiltinESMExports();
  });
}
