import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from "vitest";
import { FIRST, UNREACHABLE, OFTEN, poll as pollWith, SOON } from "#reader/features/updates/polling.ts";

let hidden = false;

beforeEach(() => {
  vi.useFakeTimers();
  hidden = false;
  isLost = false;
  vi.spyOn(document, "hidden", "get").mockImplementation(() => hidden);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

let isLost = false;
let tellLost = () => {};
/** What it asks at once is not counted. */
const poll = (ask: Mock<() => Promise<void>>) => {
  pollWith(ask, { is: () => isLost, watch: (changed) => (tellLost = changed) });
  ask.mockClear();
};

const turn = (to: boolean) => {
  hidden = to;
  document.dispatchEvent(new Event("visibilitychange"));
};

describe("asking what is new", () => {
  it("is done at once, also where nobody sees the page yet: what comes later is new", () => {
    hidden = true;
    const ask = vi.fn(async () => {});
    pollWith(ask, { is: () => false, watch: () => {} });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("is done a while after the page has loaded, and every five minutes from then on", async () => {
    const ask = vi.fn(async () => {});
    poll(ask);
    await vi.advanceTimersByTimeAsync(FIRST - 1);
    expect(ask).toHaveBeenCalledTimes(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2 * OFTEN);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it("rests while nobody sees the page, and is done at once when somebody does again", async () => {
    const ask = vi.fn(async () => {});
    poll(ask);
    await vi.advanceTimersByTimeAsync(FIRST);
    turn(true);
    await vi.advanceTimersByTimeAsync(10 * OFTEN);
    expect(ask).toHaveBeenCalledTimes(1);
    turn(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it("is done soon and often while the server is out of reach, so that one sees soon when it is back", async () => {
    const ask = vi.fn(async () => {
      if (isLost) throw new Error("The server answered 503.");
    });
    poll(ask);
    await vi.advanceTimersByTimeAsync(FIRST);
    isLost = true;
    tellLost();
    await vi.advanceTimersByTimeAsync(SOON);
    expect(ask).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    ask.mockClear();
    await vi.advanceTimersByTimeAsync(UNREACHABLE);
    expect(ask).toHaveBeenCalledTimes(1);
    isLost = false;
    await vi.advanceTimersByTimeAsync(UNREACHABLE);
    ask.mockClear();
    await vi.advanceTimersByTimeAsync(OFTEN);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("is not done more often by looking away and back", async () => {
    const ask = vi.fn(async () => {});
    poll(ask);
    await vi.advanceTimersByTimeAsync(FIRST);
    for (let i = 0; i < 5; i += 1) {
      turn(true);
      turn(false);
    }
    await vi.advanceTimersByTimeAsync(OFTEN - 1);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("becomes rarer while it is in vain, and is as often as before once it is not", async () => {
    let fails = true;
    const ask = vi.fn(async () => {
      if (fails) throw new Error("down");
    });
    poll(ask);
    await vi.advanceTimersByTimeAsync(FIRST + 2 * OFTEN);
    expect(ask).toHaveBeenCalledTimes(2);
    fails = false;
    await vi.advanceTimersByTimeAsync(4 * OFTEN);
    expect(ask).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(OFTEN);
    expect(ask).toHaveBeenCalledTimes(4);
  });

  it("is done soon after the connection is back, and again until the server answers", async () => {
    let fails = true;
    const ask = vi.fn(async () => {
      if (fails) throw new Error("down");
    });
    poll(ask);
    await vi.advanceTimersByTimeAsync(FIRST);
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(SOON);
    expect(ask).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(2 * SOON);
    expect(ask).toHaveBeenCalledTimes(3);
    fails = false;
    await vi.advanceTimersByTimeAsync(4 * SOON);
    expect(ask).toHaveBeenCalledTimes(4);
    await vi.advanceTimersByTimeAsync(OFTEN);
    expect(ask).toHaveBeenCalledTimes(5);
  });
});
