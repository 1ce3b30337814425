import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CheckLease, withLease } from "#cli/stage/siteLease.ts";
import { besideSite } from "#cli/stage/sitePlaces.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const newSite = () => join(temporaryFolder(), "papers", "site");
const leased = <T>(site: string, work: (check: CheckLease) => Promise<T>, said: string[] = []) =>
  withLease(site, { waits: true, say: (sentence) => said.push(sentence) }, work);

describe("the lease of a site", () => {
  it("is had by one at a time, and the others wait and say so", async () => {
    const site = newSite();
    const said: string[] = [];
    const order: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = leased(site, async () => {
      order.push("first begins");
      await held;
      order.push("first ends");
    });
    const second = leased(site, () => Promise.resolve(order.push("second")), said);
    const impatient = withLease(site, { waits: false, say: () => {} }, () => Promise.resolve());
    await expect(impatient).rejects.toThrow(`Another build is writing to ${site}. Run this again when it has ended, or without --no-wait.`);
    release();
    await Promise.all([first, second]);
    expect(order).toEqual(["first begins", "first ends", "second"]);
    expect(said).toEqual([`Another build is writing to ${site}; waiting for it …`]);
    expect(readdirSync(dirname(site))).toEqual([]);
  });

  it("is taken over at once where it has not been renewed, also when that was begun by one that was killed", async () => {
    const site = newSite();
    mkdirSync(dirname(site));
    const lease = besideSite(site, "lease");
    for (const [file, token] of [
      [lease, "killed"],
      [`${lease}-killed`, "killed too"],
    ] as const) {
      writeFileSync(file, token);
      utimesSync(file, 0, 0);
    }
    const said: string[] = [];
    await leased(site, () => Promise.resolve(expect(existsSync(lease)).toBe(true)), said);
    expect(said).toEqual([]);
    expect(readdirSync(dirname(site))).toEqual([]);
  });

  it("is taken over at once from a process of this computer that was killed, and not from another computer's", async () => {
    const site = newSite();
    const lease = besideSite(site, "lease");
    let token = "";
    await leased(site, () => Promise.resolve((token = readFileSync(lease, "utf8"))));
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const ofDead = token.replace(`${process.pid}-`, `${pid}-`);
    writeFileSync(lease, ofDead);
    const said: string[] = [];
    await leased(site, () => Promise.resolve(expect(existsSync(lease)).toBe(true)), said);
    expect(said).toEqual([]);
    writeFileSync(lease, ofDead.replace(/-[\da-f]{16}-/u, "-0123456789abcdef-"));
    await expect(withLease(site, { waits: false, say: () => {} }, () => Promise.resolve())).rejects.toThrow("Another build is writing");
  });

  it("stops one from whom it has been taken over, and stays with the other", async () => {
    const site = newSite();
    const lease = besideSite(site, "lease");
    const late = leased(site, (check) => {
      check();
      writeFileSync(`${lease}-other`, "other");
      renameSync(`${lease}-other`, lease);
      return Promise.reject(new Error("ENOENT"));
    });
    await expect(late).rejects.toThrow(`Another build has taken over ${site}`);
    expect(statSync(lease).size).toBe("other".length);
  });

  it("is released when its build fails", async () => {
    const site = newSite();
    await expect(leased(site, () => Promise.reject(new Error("No story.")))).rejects.toThrow("No story.");
    expect(readdirSync(dirname(site))).toEqual([]);
  });
});
