import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { sendDesk } from "#cli/admin/sendDesk.ts";
import { portOf } from "../../support/portOf.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

it("sends the desk's page, configuration and bundle, none of which is kept, and leaves other addresses alone", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "desk.js"), "open()");
  const files = [
    { url: "/admin.html", bytes: Buffer.from("page") },
    { url: "/admin/config.yml", bytes: Buffer.from("backend") },
    { url: "/admin/desk.js", from: join(folder, "desk.js") },
    { url: "/admin/gone.js", from: join(folder, "gone.js") },
  ];
  const server = createServer((request, response) => {
    void sendDesk(files, request, response).then((isSent) => isSent || response.writeHead(404).end("none"));
  });
  const port = await portOf(server);
  onTestFinished(() => void server.close());
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return [response.status, response.headers.get("Content-Type"), response.headers.get("Cache-Control"), await response.text()];
  };
  const page = [200, "text/html; charset=utf-8", "no-cache", "page"];
  expect(await ask("/admin")).toEqual(page);
  expect(await ask("/admin.html?from=mail")).toEqual(page);
  expect(await ask("/admin/config.yml")).toEqual([200, "application/yaml; charset=utf-8", "no-cache", "backend"]);
  expect(await ask("/admin/desk.js")).toEqual([200, "text/javascript; charset=utf-8", "no-cache", "open()"]);
  for (const path of ["/admin/gone.js", "/", "/administration"]) expect((await ask(path))[3], path).toBe("none");
});
