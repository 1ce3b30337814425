import { parentPort } from "node:worker_threads";
import { Placer } from "#compiler/output/placer.ts";
import type { Placed } from "#compiler/output/output.ts";
import { textsOf, type Work } from "#compiler/write/renderFiles.ts";
import { createPageRenderer } from "#prerender/createPageRenderer.ts";
import { errorText } from "#compiler/text/errorMessage.ts";
import { brandedReader } from "../build/brandedReader.ts";
import { builtReader } from "../build/builtReader.ts";
import { packed } from "../build/packed.ts";
import { wordedReader } from "../build/wordedReader.ts";
import type { Answer, RenderOptions } from "./renderOptions.ts";

// A thread that makes files of a site and their compressed copies, one piece of work after another. The first message has its options.

parentPort?.once("message", (options: RenderOptions) => {
  const make = maker(options);
  let last = Promise.resolve();
  parentPort?.on("message", (batch: Work[]) => {
    last = last.then(() => make(batch)).then(answer, (error: unknown) => answer({ error: errorText(error) }));
  });
});

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}

function maker({ paper, place, compressed }: RenderOptions): (batch: Work[]) => Promise<Answer> {
  const branded = brandedReader(builtReader(), paper.brand);
  const reader = wordedReader(branded, paper.words);
  const renderer = createPageRenderer({
    template: reader.template,
    styles: reader.styles,
    fonts: [...reader.fonts, reader.plainFont],
    filesOf: reader.filesOf,
    ...paper,
    others: paper.others.map((other) => ({ ...other, filesOf: wordedReader(branded, other.words).filesOf })),
  });
  const placer = new Placer(place.folder, place.site, place.isEmpty);
  return async (batch) => {
    const placed: Placed[] = [];
    for (const work of batch) {
      for await (const { file, text } of textsOf(work, renderer)) {
        const bytes = Buffer.from(text);
        for (const copy of [{ file, bytes }, ...(compressed ? packed(file, bytes) : [])])
          placed.push({ file: copy.file, isNew: placer.put(copy.file, copy.bytes) });
      }
    }
    return { placed };
  };
}
