import "./dialogStandIn.ts";
import "./rangeStandIn.ts";
import "./soundStandIn.ts";
import "./styleSheetStandIn.ts";
import "@testing-library/jest-dom/vitest";
import { setImmediate } from "node:timers/promises";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, vi } from "vitest";
import { library } from "#reader/data/library/library.ts";

// The first use of a chunk compiles it, which takes long on a busy machine.
configure({ asyncUtilTimeout: 5000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

// What is still being fetched or rendered would arrive during the next file, which has the same window and modules.
afterAll(async () => {
  await vi.dynamicImportSettled();
  await setImmediate();
  await library().empty();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, "", "/");
  document.head.replaceChildren();
  document.body.replaceChildren();
  for (const name of document.documentElement.getAttributeNames()) document.documentElement.removeAttribute(name);
  // Replacements for what jsdom lacks. jsdom's own properties of the navigator are on the prototype.
  for (const name of ["speechSynthesis", "SpeechSynthesisUtterance"]) Reflect.deleteProperty(window, name);
  for (const name of Object.getOwnPropertyNames(navigator)) Reflect.deleteProperty(navigator, name);
});
