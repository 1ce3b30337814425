import { afterEach, beforeEach, expect, it, vi } from "vitest";

const register = vi.fn();
const postMessage = vi.fn();

class Registration {
  readonly active = { postMessage };
}
class Container {
  controller: object | null = null;
  readonly ready = Promise.resolve(new Registration());
  readonly register = register;
}

let container: Container | undefined;

beforeEach(() => {
  vi.resetModules();
  register.mockReset();
  postMessage.mockClear();
  register.mockResolvedValue(new Registration());
  container = new Container();
  vi.stubGlobal("ServiceWorkerContainer", Container);
  vi.stubGlobal("ServiceWorkerRegistration", Registration);
  Object.defineProperty(navigator, "serviceWorker", { configurable: true, get: () => container });
  document.head.innerHTML = '<meta name="broadsheet-worker" content="/paper/sw.js">';
});
afterEach(() => void Reflect.deleteProperty(navigator, "serviceWorker"));

const load = () => import("#reader/features/offline/startWorker.ts");
const MESSAGE = { type: "activate" as const };

it("registers the worker of the page once, and sends it messages", async () => {
  const { startWorker, postToWorker } = await load();
  expect(await startWorker()).toBeInstanceOf(Registration);
  await postToWorker(() => MESSAGE);
  expect(register.mock.calls).toEqual([["/paper/sw.js", { updateViaCache: "none" }]]);
  expect(postMessage.mock.calls).toEqual([[MESSAGE, []]]);
});

it("knows whether the worker answers for the page", async () => {
  const { isServed } = await load();
  expect(isServed()).toBe(false);
  container!.controller = {};
  expect(isServed()).toBe(true);
  container = undefined;
  expect(isServed()).toBe(false);
});

it.each<[string, () => void]>([
  ["without a worker of the page", () => document.head.replaceChildren()],
  ["in a private window", () => (container = undefined)],
  ["in a browser without workers", () => vi.stubGlobal("ServiceWorkerContainer", undefined)],
  ["where it is forbidden", () => register.mockRejectedValue(new DOMException("No", "SecurityError"))],
  ["where it gives nothing", () => register.mockResolvedValue(undefined)],
])("does nothing %s", async (_name, forbid) => {
  forbid();
  const { startWorker, postToWorker } = await load();
  expect(await startWorker()).toBeUndefined();
  await postToWorker(MESSAGE);
  expect(postMessage).not.toHaveBeenCalled();
});
