import { vi } from "vitest";

// The files of a worker share one window. Each loads the reader anew all the same, and has a database only if it makes one.
vi.resetModules();
Reflect.deleteProperty(globalThis, "indexedDB");
