import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { ApiError } from "#reader/data/ApiError.ts";
import { changeOf } from "#reader/data/library/change.ts";
import { type Ask, exchange } from "#reader/features/account/sync/exchange.ts";
import { Device } from "../support/device.ts";
import { openLibraryServer } from "../support/libraryServer.ts";

let server: Awaited<ReturnType<typeof openLibraryServer>>;
beforeAll(async () => void (server = await openLibraryServer({})));
afterAll(() => server.close());
afterEach(() => void vi.restoreAllMocks());

describe("a note that two devices change without seeing each other’s change", () => {
  const passage = { exact: "words", prefix: "", suffix: "", start: 0, end: 5 };
  const mark = (note: string | undefined, colour: "yellow" | "green" = "yellow") =>
    changeOf("highlight", "m", () => ({ slug: "a", headline: "A", passage, colour, madeAt: 1, ...(note !== undefined && { note }) }));
  const noteOf = async ({ store }: Device) => {
    const [value] = (await store.all()).flatMap((record) => (record.kind === "highlight" && record.value ? [record.value] : []));
    return [value?.note, value?.colour];
  };

  type Order = (typeof ORDERS)[number];
  const ORDERS = ["desk first", "phone first", "desk while the phone sends", "phone while the desk sends"] as const;

  /**
   * Both know the note "first", and change it while neither is connected: the desk before the phone.
   * @param isLost whether the server’s answer to the device that sends later is lost
   */
  async function twoChange(desk: ReturnType<typeof mark>, phone: ReturnType<typeof mark>, order: Order, isLost = false) {
    const ask = await server.account(() => Date.now());
    const [one, other] = [new Device(), new Device()];
    const sync = ({ store }: Device, by = ask) => exchange(store, by, true, (note) => `Elsewhere: ${note}`);
    /** Syncs a device whose changes arrive only after another device has sent its own. */
    const syncWhile = async (late: Device, early: Device) => {
      let isFirst = true;
      const slow: Ask = async (request) => {
        if (request.records.length === 0 || !isFirst) return ask(request);
        isFirst = false;
        await sync(early);
        const answer = await ask(request);
        if (isLost) throw new ApiError("connection");
        return answer;
      };
      await sync(late, slow).catch((error: unknown) => {
        if (!(isLost && error instanceof ApiError)) throw error;
      });
      await sync(late);
      await sync(early);
    };
    await one.store.change([mark("first")]);
    await sync(one);
    await sync(other);
    await one.store.change([desk]);
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 1000);
    await other.store.change([phone]);
    if (order === "desk while the phone sends") await syncWhile(other, one);
    else if (order === "phone while the desk sends") await syncWhile(one, other);
    else for (const each of order === "desk first" ? [one, other, one] : [other, one, other]) await sync(each);
    expect(await noteOf(one)).toEqual(await noteOf(other));
    return noteOf(one);
  }

  test.each(ORDERS)("keeps the earlier text under the later: %s", async (order) => {
    expect(await twoChange(mark("of the desk"), mark("of the phone"), order)).toEqual(["of the phone\n\nElsewhere: of the desk", "yellow"]);
    expect(await twoChange(mark("of the desk"), mark(undefined), order)).toEqual(["Elsewhere: of the desk", "yellow"]);
    // The text of one side alone is the new one, whatever the other has changed besides.
    expect(await twoChange(mark("of the desk"), mark("first", "green"), order)).toEqual(["of the desk", "green"]);
    expect(await twoChange(mark("first", "green"), mark("of the phone"), order)).toEqual(["of the phone", "yellow"]);
    expect(await twoChange(mark("same"), mark("same"), order)).toEqual(["same", "yellow"]);
  });

  test.each(ORDERS.slice(2))("keeps both if the answer is lost: %s", async (order) => {
    expect(await twoChange(mark("of the desk"), mark("of the phone"), order, true)).toEqual([
      "of the phone\n\nElsewhere: of the desk",
      "yellow",
    ]);
  });

  test("is not doubled by an answer that was lost, nor by changes one after another", async () => {
    const ask = await server.account(() => Date.now());
    const [one, other] = [new Device(), new Device()];
    await one.store.change([mark("first")]);
    await exchange(one.store, ask, true);
    await one.store.change([mark("second")]);
    const losing: Ask = async (request) => {
      const answer = await ask(request);
      if (request.records.length > 0) throw new ApiError("connection");
      return answer;
    };
    await expect(exchange(one.store, losing, true)).rejects.toThrow(ApiError);
    await one.store.change([mark("third")]);
    await exchange(one.store, ask, true);
    expect(await noteOf(one)).toEqual(["third", "yellow"]);
    await one.store.change([mark("sent")]);
    const slow: Ask = async (request) => {
      const answer = await ask(request);
      if (request.records.length > 0) await one.store.change([mark("written while it was sent")]);
      return answer;
    };
    await exchange(one.store, slow, true);
    await exchange(one.store, ask, true);
    expect(await noteOf(one)).toEqual(["written while it was sent", "yellow"]);
    await exchange(other.store, ask, true);
    await other.store.change([mark("fourth")]);
    await exchange(other.store, ask, true);
    await exchange(one.store, ask, true);
    expect([await noteOf(one), await noteOf(other)]).toEqual([
      ["fourth", "yellow"],
      ["fourth", "yellow"],
    ]);
  });
});
