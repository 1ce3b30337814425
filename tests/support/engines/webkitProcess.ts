import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { portOf } from "../portOf.ts";
import type { WindowOptions } from "./driver.ts";
import { engineFile } from "./engineFile.ts";

type WebKit = {
  address: string;
  capabilities: (options: WindowOptions) => object;
  /** @returns the errors that pages have written to the console */
  stop: () => Promise<string[]>;
};

/** Starts WebKitWebDriver on a virtual screen (Xvfb), as WebKitGTK has no headless mode. */
export async function startWebKit({ width, height }: WindowOptions): Promise<WebKit> {
  const port = await freePort();
  const driver = engineFile("WebKit", "WEBKIT_DRIVER_PATH", ["/usr/bin/WebKitWebDriver"]);
  const screen = ["-a", "-s", `-screen 0 ${width}x${height}x24`];
  const child = spawn(engineFile("WebKit", "XVFB_RUN_PATH", ["/usr/bin/xvfb-run"]), [...screen, driver, `--port=${port}`], {
    // WebKit's sandbox does not start as root, and tests of our own pages need none.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
    stdio: ["ignore", "pipe", "ignore"],
    detached: true,
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const stop = async () => {
    // The whole process group: the screen and the browser do not end with the driver.
    if (child.pid && child.exitCode === null) process.kill(-child.pid);
    await ended;
    return said.split("\n").filter((line) => /^CONSOLE \S+ ERROR/u.test(line));
  };
  const address = `http://127.0.0.1:${port}`;
  await answers(`${address}/status`).catch(async (cause: unknown) => {
    await stop();
    throw cause;
  });
  return { address, capabilities, stop };
}

function capabilities({ scripts }: WindowOptions): object {
  const places = ["x86_64", "aarch64"].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);
  const binary = engineFile("WebKit", "WEBKIT_PATH", places);
  // Full screen has no toolbar, with which the window could not be as narrow as a phone.
  const args = ["--automation", "--full-screen", "--enable-write-console-messages-to-stdout=true", `--enable-javascript=${scripts}`];
  return { "webkitgtk:browserOptions": { binary, args } };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server);
  await new Promise((done) => server.close(done));
  return port;
}

async function answers(address: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await wait(100);
  }
  throw new Error("WebKitWebDriver does not answer.");
}
