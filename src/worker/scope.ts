import type { WorkerSettings } from "#content/serviceWorker.ts";

/** An event for which the browser keeps the worker running (ExtendableEvent). */
export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** A window with a page in this worker's scope (WindowClient). */
interface Window {
  readonly url: string;
  focus(): Promise<Window>;
  navigate(url: string): Promise<Window | null>;
}

/** The parts of a service worker's global object that a page's lacks (Service Workers, section 4.1). */
interface WorkerScope {
  readonly broadsheet: WorkerSettings;
  readonly location: { readonly origin: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window" }): Promise<Window[]>;
    openWindow(url: string): Promise<Window | null>;
  };
  readonly navigator: { setAppBadge?: (count: number) => Promise<void> };
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(type: "push", listener: (event: LastingEvent & { readonly data: { json(): unknown } | null }) => void): void;
  addEventListener(
    type: "pushsubscriptionchange",
    listener: (event: LastingEvent & { readonly newSubscription?: PushSubscription | null }) => void,
  ): void;
  addEventListener(type: "periodicsync", listener: (event: LastingEvent & { readonly tag: string }) => void): void;
  addEventListener(type: "notificationclick", listener: (event: LastingEvent & { readonly notification: Notification }) => void): void;
  addEventListener(type: "message", listener: (event: LastingEvent & { readonly data: unknown }) => void): void;
}

declare const self: WorkerScope;

export const scope = self;

/** The settings that the build writes before the worker's own code. */
export const settings = self.broadsheet;
