import { vi } from "vitest";

// The files of a worker share one window. Each loads the reader anew all the same.
vi.resetModules();
