import { chromiumFile } from "../chromium.ts";
import type { Engine, WindowOptions } from "./driver.ts";
import { engineFile } from "./engineFile.ts";
import { startWithPuppeteer } from "./puppeteerDriver.ts";
import { startWebKitDriver } from "./webkitDriver.ts";

/** The three engines that all browsers are built on; WebKit is in every browser of an iPhone. */
export const ENGINES: Engine[] = [
  { name: "Chromium", start: startChromium },
  { name: "Firefox", start: startFirefox },
  { name: "WebKit", start: startWebKitDriver },
];

function startChromium(options: WindowOptions) {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return startWithPuppeteer({ browser: "chrome", executablePath: chromiumFile(), args }, options);
}

function startFirefox(options: WindowOptions) {
  const executablePath = engineFile("Firefox", "FIREFOX_PATH", ["/usr/bin/firefox-esr", "/usr/bin/firefox"]);
  return startWithPuppeteer({ browser: "firefox", executablePath, extraPrefsFirefox: { "javascript.enabled": options.scripts } }, options);
}
