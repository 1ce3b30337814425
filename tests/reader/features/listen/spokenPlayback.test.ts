import { expect, it, vi } from "vitest";
import type { PlaybackHost } from "#reader/features/listen/playerState.ts";
import { SpokenPlayback } from "#reader/features/listen/spokenPlayback.ts";

it("says that there is no voice in a browser that cannot speak, instead of waiting for one", async () => {
  const host: PlaybackHost = { state: vi.fn(), show: vi.fn(), end: vi.fn(), voiceless: vi.fn(), recordingFailed: vi.fn() };
  await new SpokenPlayback(undefined, host).open("en");
  expect(host.voiceless).toHaveBeenCalledOnce();
});
