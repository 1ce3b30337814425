import type { Driver, Key, WindowOptions } from "./driver.ts";
import { openSession } from "./webDriverSession.ts";
import { startWebKit } from "./webkitProcess.ts";

/** Keys that are no letters, in WebDriver's private range (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const CODES: Partial<Record<Key, string>> = { Control: "\uE009", Enter: "\uE007", Escape: "\uE00C", Tab: "\uE004" };

/** WebKit, by the plain WebDriver that comes with WebKitGTK. */
export async function startWebKitDriver(options: WindowOptions): Promise<Driver> {
  const webkit = await startWebKit(options);
  const session = await openSession(webkit.address, webkit.capabilities(options)).catch(async (cause: unknown) => {
    await webkit.stop();
    throw cause;
  });
  const { ask } = session;
  const act = (source: object) => ask("POST", "/actions", { actions: [source] });
  await ask("POST", "/window/rect", { x: 0, y: 0, width: options.width, height: options.height });
  return {
    open: async (url) => void (await ask("POST", "/url", { url })),
    reload: async () => void (await ask("POST", "/refresh", {})),
    back: async () => void (await ask("POST", "/back", {})),
    forward: async () => void (await ask("POST", "/forward", {})),
    evaluate: (run, ...args) => ask("POST", "/execute/sync", { script: `return (${String(run)})(...arguments)`, args }),
    clickAt: async (x, y) => {
      const at = { type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) };
      const actions = [at, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      await act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
    },
    press: async (...keys) => {
      const down = keys.map((key) => ({ type: "keyDown", value: CODES[key] ?? key }));
      const up = keys.toReversed().map((key) => ({ type: "keyUp", value: CODES[key] ?? key }));
      await act({ type: "key", id: "keyboard", actions: [...down, ...up] });
    },
    picture: async () => Buffer.from(String(await ask("GET", "/screenshot")), "base64"),
    close: async () => {
      await session.close();
      return webkit.stop();
    },
  };
}
