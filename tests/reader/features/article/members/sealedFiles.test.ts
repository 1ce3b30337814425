import "fake-indexeddb/auto";
import { expect, it, vi } from "vitest";
import { toBase64url } from "#content/base64url.ts";
import type { Block } from "#content/blocks/block.ts";
import { seal } from "#content/members/sealing.ts";
import { fileKept, forgetAll, keepFile, keepOnly } from "#reader/features/article/members/room.ts";
import { OpenPart } from "#reader/features/article/members/sealedFiles.ts";

it("leaves recordings out until they are asked for, also those in callouts and quotes", async () => {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const sealed = await seal(key, new TextEncoder().encode("sound"), new Uint8Array(12));
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(sealed)));
  const audio: Block = { type: "audio", url: "/media/a.mp3" };
  const words: Block = { type: "paragraph", children: [{ type: "text", text: "Words" }] };
  const body: Block[] = [words, { type: "callout", children: [words, { type: "quote", children: [audio] }] }];
  const article = { body, audio: undefined, corrections: [], citations: [], comments: undefined };
  const files = { "/media/a.mp3": { url: "/media/closed-a.bin", key: toBase64url(key), type: "audio/mpeg" } };
  const part = new OpenPart("story", { article, files });
  expect(part.lacksSounds).toBe(true);
  expect(JSON.stringify(part.fields().body)).not.toContain("audio");
  await part.loadSounds();
  const shown = /"url":"(blob:[^"]+)"/u.exec(JSON.stringify(part.fields().body))?.[1] ?? "";
  vi.unstubAllGlobals();
  expect(await (await fetch(shown)).text()).toBe("sound");
});

it("keeps the files of the hundred stories that were opened last", async () => {
  await forgetAll();
  const now = vi.spyOn(Date, "now");
  const open = async (slug: string, at: number) => {
    now.mockReturnValue(at);
    const urls = [`/media/${slug}.bin`, `/media/${slug}-picture.bin`];
    for (const url of urls) await keepFile(url, slug, new Uint8Array(1));
    await keepOnly(slug, urls);
  };
  for (let at = 1; at <= 100; at += 1) await open(`s${at}`, at);
  // A file of the first story is loaded again, so that the second is the oldest.
  await open("s1", 101);
  await open("s101", 102);
  now.mockRestore();
  const kept = await Promise.all(
    ["s1", "s2", "s3", "s101"].map(async (slug) => (await fileKept(`/media/${slug}-picture.bin`)) !== undefined),
  );
  expect(kept).toEqual([true, false, true, true]);
});
