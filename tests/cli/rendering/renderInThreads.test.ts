import { Worker } from "node:worker_threads";
import { expect, it, onTestFinished } from "vitest";
import { renderInThreads, type Started } from "#cli/rendering/renderInThreads.ts";
import type { RenderOptions } from "#cli/rendering/renderOptions.ts";
import { ownWords } from "#compiler/features/words/ownWords.ts";
import type { Placed } from "#compiler/output/output.ts";
import type { Work } from "#compiler/write/renderFiles.ts";
import { wordFiles } from "#content/words/wordFiles.ts";
import { linked } from "../../support/linked.ts";

const english = ownWords("en");
const { edition } = linked([]);
const options: RenderOptions = {
  paper: {
    site: { url: "https://paper.example", base: "/paper/", data: "data" },
    edition,
    worker: false,
    isUnindexed: false,
    brand: undefined,
    slots: undefined,
    words: wordFiles(english, english, "en"),
    others: [],
    components: undefined,
  },
  place: { folder: "out", site: undefined, isEmpty: true },
  compressed: false,
};

/** A thread that says of each batch how many pieces it had, and fails at one page. */
function started(): Started {
  const code = `const { parentPort } = require("node:worker_threads");
    parentPort.once("message", ({ place }) => parentPort.on("message", (batch) => parentPort.postMessage(
      batch.some(({ json }) => json === "none") ? { error: "It cannot be made." } : { placed: [{ file: place.folder + " " + batch.length, isNew: true }] })));`;
  const worker = new Worker(code, { eval: true });
  onTestFinished(async () => void (await worker.terminate()));
  return { worker, failure: new Promise((resolve) => worker.once("error", resolve)) };
}

const page = (json: string): Work => ({ type: "page", kind: "list", path: "/a", json, data: undefined, html: "a.html" });

function renderer() {
  const placed: Placed[] = [];
  return { placed, ...renderInThreads({ confirm: (more) => void placed.push(...more) }, options, 1, started()) };
}

it("gives a thread its first pieces of work one by one and the next in batches, and waits for the last", async () => {
  const { placed, take, finish, dependsOn, otherFiles, close } = renderer();
  for (let count = 0; count < 45; count += 1) await take(page("{}"));
  await take({ type: "others", redirects: [] });
  await finish();
  expect(placed).toEqual([...Array.from({ length: 20 }, () => 1), 20, 6].map((count) => ({ file: `out ${count}`, isNew: true })));
  await finish();
  expect(placed).toHaveLength(22);
  expect(dependsOn("front")).toBe(JSON.stringify(edition));
  expect(otherFiles([{ from: "/old", to: "/new" }])).toContain("old.html");
  await close();
});

it("fails where a thread does", async () => {
  const { take, finish } = renderer();
  await take(page("{}"));
  await take(page("none"));
  await expect(finish()).rejects.toThrow("It cannot be made.");
  await expect(take(page("{}"))).rejects.toThrow("It cannot be made.");
});
