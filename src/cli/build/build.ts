import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { globSync } from "tinyglobby";
import { prepareBuild, type BuildContext } from "#compiler/prepareBuild.ts";
import {
  linkArticles,
  type LinkedArticles,
  type Built,
  type Compiled,
  finish,
  othersOf,
  type Paper,
  render,
  readStories,
  saveState,
  stopBuild,
} from "#compiler/compile.ts";
import { refuseRemovals } from "#compiler/refuseRemovals.ts";
import { FOLDER as RECORD } from "#compiler/features/record/PublicRecord.ts";
import { counted } from "#compiler/text/counted.ts";
import { localMinute } from "#compiler/text/instantOf.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import { guessedHost } from "#compiler/settings/hostSettings.ts";
import { hostLimits } from "#compiler/write/hosting/hostLimits.ts";
import { writeHosting } from "#compiler/write/hosting/writeHosting.ts";
import type { Output } from "#compiler/output/output.ts";
import { movedRules } from "#compiler/write/redirects/writeMoved.ts";
import { editionFolder } from "#content/paths.ts";
import { workerFile } from "#content/serviceWorker.ts";
import { drawerOf } from "#prerender/loadComponents.tsx";
import { lookOf } from "#content/html/plainLook.ts";
import type { Tiers } from "#content/members/membership.ts";
import { MAIL_FILE } from "#content/words/wordFiles.ts";
import { shellChunks } from "#loading/chunks/pageChunks.ts";
import { compress } from "./compress.ts";
import { type Answer, lastBuild } from "./lastBuild.ts";
import { brandedReader } from "./brandedReader.ts";
import { type BuiltReader, builtReader } from "./builtReader.ts";
import { refuseOverlap, requireFolder, type SiteOptions } from "../options.ts";
import { printReport } from "../terminal/printReport.ts";
import { createProgress, type Progress } from "../terminal/progress.ts";
import { retiredWorker, WORKERS, workerScript } from "./workerScript.ts";
import type { RenderOptions } from "../rendering/renderOptions.ts";
import { defaultThreadCount, renderInThreads, type Started, startThread, type ThreadedRenderer } from "../rendering/renderInThreads.ts";
import { readInThreads } from "../reading/readInThreads.ts";
import { type CheckLease, withLease } from "../stage/siteLease.ts";
import { besideSite } from "../stage/sitePlaces.ts";
import { type Stage, stageSite } from "../stage/stagedSite.ts";
import { versionOf } from "./versionOf.ts";
import { BrokenStateError } from "#compiler/state/BrokenStateError.ts";
import type { Schedule } from "#compiler/refine/released.ts";
import { printable, sayOnScreen } from "../terminal/printable.ts";
import { writeDesk } from "../admin/writeDesk.ts";
import { Timings } from "./Timings.ts";
import { scriptsOf, wordedReader } from "./wordedReader.ts";

/**
 * Eight times V8's default: how long a function runs before it is optimised. Optimising takes a fifth of the processor time of a
 * build, since each of its threads compiles the same functions anew, and most of them have nearly done their work by then.
 * Later versions of V8 have other compilers, and nothing to gain.
 */
const OPTIMISE_LATER = process.versions.v8.startsWith("11.") ? ["--interrupt-budget=528000"] : [];

/** The problems found by a build, and whether the site is what it should be. */
type Made = { problems: Problem[]; isBuilt: boolean };

/**
 * Builds the site: the compiler's JSON and feeds, the reader's own files, and an
 * HTML file for every page. In an existing site it writes only what has changed.
 * It prints the problems of the input on the way.
 */
export async function build(options: SiteOptions): Promise<Made> {
  const { content, out, wait = true } = options;
  requireFolder(content);
  refuseOverlap(content, out);
  for (const flag of OPTIMISE_LATER) setFlagsFromString(flag);
  return withLease(out, { waits: wait, say: sayOnScreen }, (check) => buildAlone(options, check));
}

async function buildAlone(options: SiteOptions, check: CheckLease): Promise<Made> {
  const { out } = options;
  const { progress, stop } = await createProgress();
  const notes: string[] = [];
  const timings = options.timings === undefined ? undefined : new Timings();
  try {
    const made = await retryWithoutState(() => buildOnce(options, { progress, say: (note) => notes.push(note), check, timings }));
    const { problems, counts, schedule } = made;
    const timeZone = made.type === "unchanged" ? made.timeZone : made.built?.settings.timeZone;
    const isBuilt = timeZone !== undefined;
    stop();
    for (const note of notes) console.error(note);
    printReport(problems, counts, isBuilt || (made.type === "compiled" && made.isStopped));
    if (schedule && isBuilt) for (const line of scheduleLines(schedule, timeZone)) console.error(line);
    if (options.publishes)
      console.error(
        isBuilt ? `The site is in the folder ${printable(out)}.` : `Nothing was built; the folder ${printable(out)} is as it was.`,
      );
    timings?.print(options.timings === true ? undefined : options.timings);
    return { problems, isBuilt };
  } finally {
    stop();
  }
}

type Hooks = { progress: Progress; say: (sentence: string) => void; check: CheckLease; timings: Timings | undefined };

/** What a build came to: a site, or the reasons why there is none; or the answer of the last, since nothing has changed. */
type Outcome = (Compiled & { type: "compiled" }) | (Answer & { type: "unchanged" });

const compiledTo = (compiled: Compiled): Outcome => ({ ...compiled, type: "compiled" });

async function buildOnce(options: SiteOptions, { progress, say, check, timings }: Hooks): Promise<Outcome> {
  const { content, out, worker = true, threads, drafts, publishes, allowRemovals } = options;
  const built = builtReader();
  const state = { folder: besideSite(out, "state"), version: JSON.stringify([versionOf(built), worker, drafts ?? false]) };
  const choices = choicesOf(options);
  const given = { ...choices, state, drawerOf, fileReadersFor: readInThreads(threads ?? defaultThreadCount()), onProgress: progress };
  const onStepEnd = timings && ((step: string) => timings.end(step));
  const last = lastBuild(content, state, [choices, options.compress, allowRemovals]);
  onStepEnd?.("Comparison");
  let context: BuildContext | undefined;
  const stage = async ({ folder, site }: Stage): Promise<Outcome> => {
    const answer = last.answerFor(site);
    if (answer) return { ...answer, type: "unchanged" };
    const opened = await prepareBuild({ ...given, out: folder, site, onStepEnd });
    if (!("output" in opened)) return compiledTo(opened);
    context = opened;
    const { output, brand, words, otherWords } = context;
    const compressed = options.compress ?? context.settings.compress;
    const reader = wordedReader(brandedReader(built, brand), words, otherWords);
    let first: Started | undefined;
    let renderer: ThreadedRenderer | undefined;
    try {
      const stories = await readStories(context);
      if (!stories.isAsBefore) first = startThread();
      const linkedArticles = await linkArticles(context, stories);
      const refused = drafts || allowRemovals ? undefined : await refuseRemovals(context, stories, linkedArticles);
      if (refused) {
        await first?.worker.terminate();
        return compiledTo(refused);
      }
      const paper = { ...paperOf(context, linkedArticles), worker, isUnindexed: drafts ?? context.settings.robots.allow === "none" };
      renderer = renderInThreads(output, { paper, place: { folder, site, isEmpty: output.isEmpty }, compressed }, threads, first);
      const rendered = await render(context, stories, linkedArticles, renderer);
      copyReader(reader, worker ? workerOf(reader, paper) : retiredWorker(reader), output);
      writeMailWords(context, paper.others);
      await writeDesk(rendered, content, reader.sheets, output, context.report);
      writeHosting(rendered, compressed, output);
      timings?.end("Reader");
      if (compressed) await compress(output, progress);
      timings?.end("Compression");
      if (isTooLarge(context, rendered, linkedArticles))
        return compiledTo(await stopBuild(context, stories, linkedArticles.refined).finally(() => renderer?.close()));
      const compiled = await finish(context, stories, linkedArticles, rendered);
      check();
      // Saved before the site is in place, so that the site never shows a version that the record lacks.
      if (publishes) saveRecord(linkedArticles, content, say);
      // Everything is written by now: the threads end while the rest goes on.
      void renderer.close();
      return compiledTo(compiled);
    } catch (error) {
      context.state?.close();
      await (renderer ? renderer.close() : first?.worker.terminate());
      throw error;
    }
  };
  const outcome = await stageSite(out, stage, (made) => made.type === "compiled" && made.built !== undefined, say, check);
  if (!context || outcome.type === "unchanged" || outcome.built === undefined) return outcome;
  saveState(context);
  last.save(context, outcome);
  timings?.end("Site put in place");
  return outcome;
}

/** The options of a build that decide what is in its data. */
const choicesOf = ({ content, url, base, data, accounts, future, drafts, publishes }: SiteOptions) => ({
  content,
  url,
  base,
  data,
  future,
  isLocal: !publishes,
  accounts: accounts === undefined ? undefined : (true as const),
  preview: drafts ?? false,
});

/**
 * Writes what the optional server needs of each edition: the words of its emails, and what its pages about the newsletter look like. The
 * tiers of members are those of all editions.
 */
function writeMailWords({ settings, words, output, newsletters, brand }: BuildContext, others: RenderOptions["paper"]["others"]): void {
  if (!settings.accounts) return;
  const { members, timeZone } = settings;
  const tiers = members?.signIn ? { members: { timeZone, tiers: members.tiers } satisfies Tiers } : {};
  for (const { prefix, words: said, name } of [
    { prefix: "", words, name: settings.name },
    ...others.map((other) => ({ ...other, name: other.edition.name })),
  ]) {
    const newsletter = newsletters?.get(prefix)?.settings;
    const face = newsletter && { ...lookOf(brand), every: newsletter.every, paper: name };
    const more = { ...(face && { newsletter: face }), ...(prefix === "" && tiers) };
    output.write(`data/${editionFolder(prefix)}${MAIL_FILE}`, JSON.stringify({ ...said.mail, ...more }));
  }
}

function saveRecord({ record }: LinkedArticles, content: string, say: Hooks["say"]): void {
  const kept = record?.save();
  if (kept) say(`The public record has changed for ${counted(kept, "story", "stories")}: keep ${join(content, RECORD)}.`);
}

/** Whether the host of the site would refuse it. Reports all limits that are near. A preview is published elsewhere. */
function isTooLarge(
  { options, settings, site, output, report }: BuildContext,
  { redirects, edition }: Built,
  { refined }: LinkedArticles,
): boolean {
  if (options.preview || options.isLocal) return false;
  const host = settings.host ?? guessedHost(options.content);
  const rules = movedRules(redirects, site, edition);
  const ownPatterns = redirects.filter(({ isPattern }) => isPattern).length;
  const paper = { host, isGuessed: settings.host === undefined, stories: refined.articles.length, rules, ownPatterns };
  const problems = hostLimits(paper, output);
  for (const problem of problems) report(problem);
  return problems.some(({ severity }) => severity === "error");
}

function paperOf(context: BuildContext, { linked }: LinkedArticles): Omit<RenderOptions["paper"], "worker" | "isUnindexed"> {
  const { brand, slots, words, extensions } = context;
  const looks = { brand: brand && { ...brand, files: [] }, slots, words, components: extensions?.scripts };
  return { site: siteOf(context), edition: linked.edition, others: othersOf(context, linked), ...looks };
}

function workerOf(reader: BuiltReader, { site, edition, others }: Pick<RenderOptions["paper"], "site" | "edition" | "others">): string {
  const chunks = [edition, ...others.map((other) => other.edition)].flatMap(({ language }) => shellChunks(language));
  const fronts = others.map(({ prefix, words }) => ({ prefix, scripts: scriptsOf(words).map(({ file }) => file) }));
  return workerScript(reader, { ...site, faults: edition.faults === true }, [...new Set(chunks)], fronts);
}

/** Copies the app's files, and the icons and article schema beside them. A paper's own files replace them. */
function copyReader({ folder, own, without }: BuiltReader, serviceWorker: string, output: Pick<Output, "copy" | "has" | "write">): void {
  const owned = new Set([...own.map(({ file }) => file), ...without]);
  for (const file of globSync("**/*", { cwd: folder, ignore: ["index.html", ".vite/**", ...WORKERS] }).toSorted())
    if (!owned.has(file) && !output.has(file)) output.copy(file, join(folder, file));
  for (const { file, bytes } of own) if (!output.has(file)) output.write(file, Buffer.from(bytes));
  output.write(workerFile, serviceWorker);
}

function siteOf({ site, settings }: Pick<Paper, "site" | "settings">): { base: string; url: string; data: string } {
  return {
    base: site.base,
    url: settings.url === undefined ? site.base : site.url,
    data: withSlash(settings.data ?? `${site.base}data/`),
  };
}

function withSlash(address: string): string {
  return address.endsWith("/") ? address : `${address}/`;
}

/** Builds once more if the state of the build before turns out to be damaged. It is gone by then: a failed build leaves no state. */
export function retryWithoutState<T>(build: () => Promise<T>): Promise<T> {
  return build().catch((error: unknown) => {
    if (error instanceof BrokenStateError) return build();
    throw error;
  });
}

/**
 * When the next story is due and when the next expires, a line each, so that a
 * timer can be set. Neither happens without a build at that time.
 */
export function scheduleLines({ due, ends }: Schedule, timeZone: string): string[] {
  return [["Next story due", due] as const, ["Next story to expire", ends] as const].flatMap(([what, [next, ...more]]) => {
    if (!next) return [];
    const others = more.length === 0 ? "" : `, ${more.length} more scheduled`;
    return [`${what}: ${minuteOf(next.at, timeZone)} ${timeZone} (${printable(next.file)})${others}`];
  });
}

/** Rounded up: a timer with a resolution of minutes must not fire early. */
function minuteOf(at: number, timeZone: string): string {
  return localMinute(Math.ceil(at / 60_000) * 60_000, timeZone);
}
