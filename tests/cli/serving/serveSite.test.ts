import { describe, expect, it, onTestFinished } from "vitest";
import { serveSite } from "#cli/serving/serveSite.ts";
import { served } from "../../support/servedSite.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

describe("the port", () => {
  it("is the next one where it is taken and any will do", async () => {
    const { folder, address } = await served();
    const taken = Number(new URL(address).port);
    const { port, close } = await serveSite(folder, { port: taken, orNext: true });
    onTestFinished(close);
    expect(port).toBeGreaterThan(taken);
  });

  it("is opened for other computers where a host is asked for, and for this one alone otherwise", async () => {
    const { folder } = await served();
    const open = await serveSite(folder, { port: 0, host: "0.0.0.0" });
    onTestFinished(open.close);
    expect(open.address).toBe(`http://localhost:${open.port}/`);
    expect((await fetch(`http://127.0.0.1:${open.port}/article/tea`)).status).toBe(200);
    for (const address of open.outside) expect((await fetch(address)).status).toBe(200);
    const own = await serveSite(folder, { port: 0 });
    onTestFinished(own.close);
    expect(own.outside).toEqual([]);
  });

  it("is refused with a sentence where it is taken", async () => {
    const { folder, address } = await served();
    const port = Number(new URL(address).port);
    await expect(serveSite(folder, { port })).rejects.toThrow(`Port ${port} is taken.`);
  });

  it("is not opened for a folder without a site", async () => {
    await expect(serveSite(temporaryFolder(), { port: 0 })).rejects.toThrow("There is no site in");
  });
});
