import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { afterAll, beforeAll, type MockInstance, vi } from "vitest";

/**
 * Lets passwords be hashed with a sixteenth of the work in the tests of a file: for those that hash a hundred, and to
 * which it does not matter how long each takes. What a hash holds and how it is compared stays as it is.
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
