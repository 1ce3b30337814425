import { safeParse } from "valibot";
import { WorkerMessageSchema } from "#content/serviceWorker.ts";
import { freshFile } from "#content/paths.ts";
import { watchAlerts } from "./watchAlerts.ts";
import { serveData } from "./data.ts";
import { serveFiles } from "./serveFiles.ts";
import { servePages } from "./servePages.ts";
import { scope } from "./scope.ts";
import { keepShell } from "./shell.ts";
import { stopStoring, storeVisited } from "./storeVisited.ts";

// Available offline: the app, what was read, and what the reader chose to keep.
keepShell();
servePages();
serveData(freshFile);
serveFiles();
watchAlerts();

scope.addEventListener("message", (event) => {
  const message = safeParse(WorkerMessageSchema, event.data);
  // Another version of the app may send other messages.
  if (!message.success) return;
  switch (message.output.type) {
    case "activate":
      stopStoring();
      return event.waitUntil(scope.skipWaiting());
    case "visited":
      return event.waitUntil(storeVisited(event, message.output));
  }
});
