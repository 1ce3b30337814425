/* oxlint-disable no-empty-pattern -- Vitest reads which fixtures are needed from a pattern, and wants one also where none is. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect, inject, onTestFinished, test } from "vitest";
import { launchChromium } from "./chromium.ts";
import { openSite, type Site } from "./site.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Which journeys a run is for: the core, which is `npm test`; the rest, which CI runs after it; or all. See vitest.config.ts. */
    run: "core" | "rest" | "all";
  }
}

export const RUN = inject("run");

/** The widths of a journey: of a phone, and in a run of all of a desktop too. */
export const WIDTHS = RUN === "all" ? [360, 1280] : [360];

/** The widths of a journey of the core, which the rest tries on a desktop. */
export const CORE_WIDTHS = RUN === "rest" ? [1280] : WIDTHS;

/** The elements that are only usable, or laid out, after the first paint. */
export const LATER = "style[media='not all'], link[rel=preload][as=style], [data-first]";

/** A visit whose pictures of a page do not depend on the machine: by day, and without movement. */
export const CALM = { colorScheme: "light", reducedMotion: "reduce" } as const;

export type Visitor = {
  page: Page;
  context: BrowserContext;
  /** Messages of the browser that the test causes on purpose. Each must occur. */
  forgive: (expected: RegExp) => void;
  /** Messages of the browser that may or may not occur. */
  overlook: (possible: RegExp) => void;
  /** Ends the visit. @returns the unexpected messages, and the expected ones that did not occur */
  leave: () => Promise<string[]>;
};

type VisitOptions = BrowserContextOptions & {
  /** Of the window, in pixels; it is 800 high. */
  width?: number;
  /** What is done to the browser before it opens the page. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
  /** Whether the visit waits for the app; without it, only the HTML has begun to load. */
  waits?: boolean;
  /** Another site than the sample edition. */
  site?: Site;
  /** Other hosts that may be requested; none by default. */
  others?: string[];
  /** Whether the browser allows the service worker. Most tests are about the network, which a worker would hide. */
  worker?: boolean;
  /** The connection type that the browser reports. Without it the battery is low, so that nothing is prefetched without a pointer: most tests do not want that. */
  connection?: "4g" | "3g";
};

export type Visit = (path: string, options?: VisitOptions) => Promise<Visitor>;

/** Of things that are alike, the first few; in a run of all, each. */
export const someOf = <T>(all: readonly T[], count = 1): readonly T[] => (RUN === "all" ? all : all.slice(0, count));

/** The browser of this worker. */
let running: Browser | undefined;

/** Tests of what a person does in a browser. Each visit has a separate browser profile, and any message on the console fails the test. */
export const journey = test
  .extend("browser", { scope: "worker" }, async ({}, { onCleanup }) => {
    // Vitest runs this again in each file that extends the test, although it closes what comes of it only with the worker.
    if (!running?.isConnected()) running = await launchChromium();
    const browser = running;
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("site", async ({}, { onCleanup }) => {
    const site = await openSite(inject("sampleSite"));
    onCleanup(() => site.close());
    return site;
  })
  .extend("visit", async ({ browser, site: sample }, { onCleanup }) => {
    const visitors: Visitor[] = [];
    const complaints: string[] = [];
    onCleanup(async () => {
      complaints.push(...(await Promise.all(visitors.map(({ leave }) => leave()))).flat());
    });
    // Not in the cleanup itself: Vitest repeats a cleanup that throws, and no retry could pass.
    onTestFinished(() => expect(complaints, complaints.join("\n")).toEqual([]));
    const visit: Visit = async (
      path,
      { width = 1280, waits = true, site = sample, others = [], worker = false, connection, prepare, ...options } = {},
    ) => {
      const serviceWorkers = worker ? "allow" : "block";
      const context = await browser.newContext({ viewport: { width, height: 800 }, serviceWorkers, ...options });
      await context.addInitScript((type) => {
        const own: unknown = Reflect.get(navigator, "connection");
        if (type === undefined)
          Object.defineProperty(navigator, "getBattery", { value: () => Promise.resolve({ charging: false, level: 0.1 }) });
        else if (typeof own === "object" && own !== null) Object.defineProperty(own, "effectiveType", { value: type });
      }, connection);
      await prepare?.(context);
      const visitor = await arrive(context, [new URL(site.address).origin, ...others]);
      visitors.push(visitor);
      // The load event waits for the app's files.
      await visitor.page.goto(site.address + path.slice(1), { waitUntil: waits ? "load" : "commit" });
      if (waits && options.javaScriptEnabled !== false) await alive(visitor.page);
      return visitor;
    };
    return visit;
  });

/** Waits until the page is hydrated: from then on the app handles clicks. */
export async function alive(page: Page): Promise<void> {
  await page.locator(".masthead a.tool[role=button]").first().waitFor();
  await page.waitForFunction(standingBy);
  // A chunk that has arrived may not have run yet.
  await drawn(page);
}

/** Waits until the page has finished its pending work and painted. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() => done(undefined)))));
}

/** Whether the chunk that is loaded at idle has been requested. Runs in the page. */
function standingBy(): boolean {
  return performance.getEntriesByType("resource").some(({ name }) => name.includes("/assets/idle-"));
}

/** Playwright's message when it blocks a service worker. */
const BLOCKED = "Service Worker registration blocked by Playwright";

async function arrive(context: BrowserContext, hosts: string[]): Promise<Visitor> {
  const complaints: string[] = [];
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      reportError(new Error(`The policy forbids ${violatedDirective}: ${blockedURI}`)),
    );
  });
  context.on("console", (message) => {
    const isComplaint = ["error", "warning"].includes(message.type()) && message.text() !== BLOCKED;
    if (isComplaint) complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(`Uncaught: ${error.error().message}`));
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:$/u.test(protocol) && !hosts.includes(origin)) complaints.push(`Asked another host for ${request.url()}`);
  });
  const forgiven: RegExp[] = [];
  const possible: RegExp[] = [];
  const leave = async () => {
    await context.close();
    return [
      ...complaints.filter((complaint) => ![...forgiven, ...possible].some((expected) => expected.test(complaint))),
      ...forgiven.filter((expected) => !complaints.some((complaint) => expected.test(complaint))).map((never) => `Never came: ${never}`),
    ];
  };
  return {
    page: await context.newPage(),
    context,
    forgive: (expected) => void forgiven.push(expected),
    overlook: (complaint) => void possible.push(complaint),
    leave,
  };
}
