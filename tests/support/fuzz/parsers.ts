import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { strToU8, zipSync } from "fflate";
import { HonoRequest } from "hono/request";
import { pack } from "tar-stream";
import * as v from "valibot";
import { findFile } from "#cli/serving/siteFiles.ts";
import { htmlToInlines } from "#compiler/body/htmlToBlocks.ts";
import { latexHtml } from "#compiler/body/formulas.ts";
import { readCues, webVtt } from "#compiler/draft/cues.ts";
import { sanitiseSvg } from "#compiler/draft/sanitiseSvg.ts";
import { readCustomCss } from "#compiler/features/theme/customCss.ts";
import { ThemeFolder } from "#compiler/features/theme/themeFolder.ts";
import { unpackTar } from "#compiler/importing/unpackTar.ts";
import { unpackZip } from "#compiler/importing/unpackZip.ts";
import { dataIn } from "#compiler/reading/inherited/dataIn.ts";
import { markdownSource } from "#compiler/reading/markdown/markdownSource.ts";
import { readRedirectsFile, REDIRECTS } from "#compiler/settings/redirectsFile.ts";
import { SettingsSchema } from "#compiler/settings/settings.ts";
import { decode } from "#compiler/text/decode.ts";
import { instantOf } from "#compiler/text/instantOf.ts";
import { repeatedKeys } from "#compiler/text/repeatedKeys.ts";
import { readXml } from "#compiler/xml/readXml.ts";
import { XmlError } from "#compiler/xml/XmlError.ts";
import { BlockSchema } from "#content/blocks/block.ts";
import { InlinesSchema } from "#content/blocks/inline.ts";
import { readLibraryFile } from "#content/library/exportFile.ts";
import { SyncRequestSchema } from "#content/library/sync.ts";
import { readMessage } from "#content/words/message.ts";
import { Problem } from "#server/problemResponse.ts";
import { bodyOf } from "#server/request.ts";
import { readHtml, testContext } from "../../compiler/body/readHtml.ts";
import { makeArticles, ref } from "../makeArticle.ts";
import { searchOver } from "../searchOver.ts";
import { fuzzFormats, ofSource } from "./fuzzFormats.ts";
import { asArticles, requireSafeAddresses } from "./safe.ts";

/** What reads something that strangers write, with examples of that. Bad input is data for it: whatever it throws is a fault. */
export type Parser = { name: string; seeds: Uint8Array[]; read: (bytes: Uint8Array) => unknown };

/** Every parser of the product: the formats of stories, then their parts, settings, and what arrives over the network. */
export function parsers(): Parser[] {
  return [...ofStories(), ...ofParts(), ...ofFolders(), ...ofNetwork()];
}

function ofStories(): Parser[] {
  return fuzzFormats().map(({ name, seed, others, read }) => ({
    name,
    seeds: [seed, ...others],
    read: (bytes) => asArticles((report) => read(bytes, report)),
  }));
}

function ofParts(): Parser[] {
  return [
    ofText("html", ['<p>Rain <a href="/x">came</a><p><img src=a.jpg><ul><li>1<td>', "<h2 id=a>A</h2><iframe src=//youtu.be/a>"], (html) => {
      const { blocks } = readHtml(html);
      v.assert(v.array(BlockSchema), blocks);
      v.assert(InlinesSchema, htmlToInlines(html, testContext([])));
      requireSafeAddresses(blocks);
    }),
    ofText("formula", [String.raw`\frac{a_1}{\sqrt[3]{b}} \begin{matrix}1&2\\3\end{matrix}`], (tex) => void latexHtml(tex, true)),
    ofText(
      "captions",
      ["WEBVTT\n\n1\n00:01.000 --> 01:02:03.5\n<v Ada>Good &amp; well\n\nNOTE x", "1\n0:0:1,5 --> 0:0:2,1\nHi\n"],
      sameCues,
    ),
    ofText("chart", ["type: line\ntitle: Rain\ndata: |\n  year,mm\n  2023,7\n  2024,-1.5\n", "type: bar\nunit: %\ndata: x.csv"], (source) =>
      asArticles((report) =>
        ofSource(markdownSource, "a.md", Buffer.from(`---\ntitle: A\ndate: 2024-01-01\n---\n\n\`\`\`chart\n${source}\n\`\`\`\n`), report),
      ),
    ),
    {
      name: "svg",
      seeds: texts('<svg xmlns="http://www.w3.org/2000/svg"><a href="#b"><path id="b" style="fill:url(#c)"/></a></svg>'),
      read: sameDrawing,
    },
    {
      name: "xml",
      seeds: texts('<?xml version="1.0" encoding="utf-8"?><a xmlns:b="c"><b:d>1<![CDATA[2]]></b:d><!-- x --></a>'),
      read: readElements,
    },
    ofText("json", ['{"a": [1, {"b": "\\u00e9"}], "a": null}'], (json) => {
      // It is only asked about valid JSON.
      if (valueOf(json) !== undefined) repeatedKeys(json);
    }),
    ofText("date", ["2024-03-12T09:30:00+01:00", "12 March 2024 9.30 pm", "Tue, 12 Mar 2024 09:30 GMT"], sameInstant),
    ofText("message", ["{count, plural, one {# story} other {{n, number} '{stories}'}} {sex, select, other {x}}"], (message) => {
      try {
        readMessage(message, "en");
      } catch (error) {
        // So it is documented; the command prints the message.
        if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) throw error;
      }
    }),
  ];
}

/** What lies in folders. */
function ofFolders(): Parser[] {
  return [
    ...["data.yaml", "data.toml", "data.json", "conf.py", "page.md"].map((name) =>
      inFolder(name, [DATA[name] ?? ""], name, (folder) => dataIn(folder, name)),
    ),
    inFolder("redirects", ['from,to,status\n/a,/b,302\n"/c",https://example.org/\n'], REDIRECTS, (folder) =>
      readRedirectsFile(folder, () => {}),
    ),
    inFolder("css", [".a > b:not(c){color:red;background:url(x.png)}@import 'y';@media (width>9px){d{--e:{}}}"], "x.png", (folder, css) =>
      readCustomCss(css, new ThemeFolder(folder, () => {})),
    ),
    inFolder("zip", [zipSync({ "a/b.txt": strToU8("words") })], "a.zip", (folder) =>
      unpackZip(join(folder, "a.zip"), join(folder, "out"), SMALL),
    ),
    inFolder("tar", [tarOf("a/b.txt", "words")], "a.tar", (folder) => unpackTar(join(folder, "a.tar"), join(folder, "out"), SMALL)),
    ofText(
      "settings",
      ['{"name": "The Daily", "language": "en", "menu": ["a"], "timeZone": "UTC"}'],
      (json) => void v.safeParse(SettingsSchema, valueOf(json)),
    ),
  ];
}

const DATA: Record<string, string> = {
  "data.yaml": "a: &x [1, 'b']\nc: {d: *x}\n<<: {e: |\n  f\n}",
  "data.toml": "a = 1\n[b.c]\nd = [1979-05-27, '''e''']\n[[f]]",
  "data.json": '{"a": [1, "b"]}',
  "conf.py": "A = ('b', [1, True], {'c': None}) # d\n",
  "page.md": "---\ntitle: A\ntags: [b]\n---\nText",
};

function ofNetwork(): Parser[] {
  let search: ReturnType<typeof searchOver> | undefined;
  const stories = (count: number) => makeArticles(count, (at) => ({ headline: `Coral bleaching ${at}`, topics: [ref("Oceans")] }));
  return [
    ofText("query", ['coral OR "great reef" -topic:oceans', "before:2024-01 bleach* lang:en (on:2023)"], async (text) => {
      search ??= searchOver(stories(20));
      const { total, unfiltered, hits, page, pages } = await search.search(text, { typing: text.length % 2 === 1 });
      if (total > unfiltered || hits.length > total || page < 1 || page > pages)
        throw new Error("The numbers of a result contradict each other.");
      await search.suggest(text);
    }),
    inFolder("range", ["range: bytes=1-2\nif-range: x\naccept-encoding: br;q=1, gzip", "range: bytes=-5"], "a.txt", askForPart),
    {
      name: "sync",
      seeds: texts('{"since":0,"records":[{"id":"a","stamp":"20240422071000-0000-abcd","value":"b"}],"key":"c"}'),
      read: async (body) => {
        const request = new HonoRequest(new Request("http://localhost/", { method: "POST", body: Buffer.from(body) }));
        await bodyOf(request, SyncRequestSchema).catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error;
        });
      },
    },
    ofText(
      "library",
      ['{"format":"broadsheet-library","version":1,"exportedAt":"2024-04-22T07:10:00.000Z","records":[{"kind":"saved"}]}'],
      (text) => readLibraryFile(text, Date.UTC(2024)),
    ),
  ];
}

const texts = (...seeds: string[]): Uint8Array[] => seeds.map((seed) => Buffer.from(seed));
const ofText = (name: string, seeds: string[], read: (text: string) => unknown): Parser => ({
  name,
  seeds: texts(...seeds),
  read: (bytes) => read(decode(bytes).text),
});

/** A parser of a file in a folder of its own. */
function inFolder(name: string, seeds: (string | Uint8Array)[], file: string, read: (folder: string, text: string) => unknown): Parser {
  return {
    name,
    seeds: seeds.map((seed) => Buffer.from(seed)),
    read: async (bytes) => {
      const folder = mkdtempSync(join(tmpdir(), "broadsheet-fuzz-"));
      try {
        writeFileSync(join(folder, file), bytes);
        await read(folder, decode(bytes).text);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

const SMALL = { bytes: 1_000_000, files: 100 };

function valueOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Cues that are written and read again are the same. */
function sameCues(text: string): void {
  const written = webVtt(readCues(text).cues);
  const again = webVtt(readCues(written).cues);
  if (again !== written) throw new Error("The captions differ when they are written and read again.");
}

/** A drawing that is safe stays as it is. */
function sameDrawing(bytes: Uint8Array): void {
  const drawing = sanitiseSvg(bytes);
  if ("reason" in drawing) return;
  const again = sanitiseSvg(Buffer.from(drawing.svg));
  if (!isDeepStrictEqual(again, { svg: drawing.svg, held: undefined })) throw new Error("A drawing that is safe is not taken as it is.");
}

async function readElements(bytes: Uint8Array): Promise<void> {
  const file = {
    path: "a.xml",
    async *bytes() {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    },
  };
  try {
    for await (const _ of readXml(file, { paths: ["a/*", "*"], report: () => {}, lenient: bytes.length % 2 === 1 }));
  } catch (error) {
    if (!(error instanceof XmlError) || error.file === "" || error.place === "") throw error;
  }
}

function sameInstant(text: string): void {
  const instant = instantOf(text, "Europe/Berlin");
  if (instant !== undefined && instantOf(instant, "UTC") !== instant)
    throw new Error("An instant that was read is not read as the same one.");
}

/** A request with these headers for the file. */
async function askForPart(folder: string, headers: string): Promise<void> {
  const request = new IncomingMessage(new Socket());
  request.method = "GET";
  for (const [, name = "", value = ""] of headers.matchAll(/^([\w-]+): *([!-~ ]*)$/gmu)) request.headers[name.toLowerCase()] = value;
  const found = await findFile(folder, ["a.txt"], request);
  if (found === undefined) return;
  found.result.stream.on("error", () => {}).destroy();
  const [, from, to, size] = /^bytes (\d+)-(\d+)\/(\d+)$/u.exec(String(found.result.headers["Content-Range"])) ?? [];
  if (found.result.statusCode === 206 && !(Number(from) <= Number(to) && Number(to) < Number(size)))
    throw new Error("A part that is not in the file.");
}

function tarOf(name: string, content: string): Uint8Array {
  const tar = pack();
  tar.entry({ name }, content);
  tar.finalize();
  const parts: Uint8Array[] = [];
  for (let part: unknown = tar.read(); part instanceof Uint8Array; part = tar.read()) parts.push(part);
  return Buffer.concat(parts);
}
