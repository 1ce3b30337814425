import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { serveAccounts } from "#cli/serving/serveAccounts.ts";
import type { Serving } from "#cli/serving/serveSite.ts";
import { ask } from "../support/bareRequest.ts";
import { type Hosted, openProxy, unusedPort } from "../support/hosts.ts";

/** How many emails a network may have sent in a day. */
const EMAILS = 2;

describe.each(["nginx", "caddy"] as const)("accounts behind %s with the settings of a new paper", (host) => {
  let [port, folder] = [0, ""];
  let serving: Serving;
  let proxy: Hosted;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "broadsheet-accounts-"));
    port = await unusedPort();
    const env = {
      BEHIND_PROXY: "1",
      BROADSHEET_URL: `http://127.0.0.1:${port}/`,
      NETWORK_EMAILS: String(EMAILS),
      LOG_LEVEL: "silent",
    };
    serving = await serveAccounts(inject("accountsSite"), { port: await unusedPort(), host: "127.0.0.1", folder, env });
    proxy = await openProxy(host, port, serving.port);
  });

  afterAll(async () => {
    await proxy?.close();
    await serving?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("passes on pages with their policy, and answers of the API as they are", async () => {
    const page = await ask(port, "/article/operation-rescue", "Accept: text/html");
    expect(page.status).toBe(200);
    expect(page.body).toContain("</html>");
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    const ready = await ask(port, "/api/ready");
    expect([ready.status, ready.headers.get("cache-control")]).toEqual([200, "no-store"]);
  });

  it("tells the address of the client, and believes no client's own", async () => {
    const statuses: number[] = [];
    for (let count = 0; count <= EMAILS; count++) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/sign-up`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Origin: `http://127.0.0.1:${port}`, "X-Forwarded-For": `192.0.2.${count}` },
        body: JSON.stringify({ email: `reader${count}@paper.example`, password: "eleven blue herons" }),
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });
});
