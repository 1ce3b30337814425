import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { previewFile } from "#content/paths.ts";
import type { Site } from "#content/site.ts";
import { type Branding, fingerprint, readBranding, type Wording } from "./branding.ts";
import type { CompileOptions } from "./compileOptions.ts";
import type { Problem, Report } from "./draft/problem.ts";
import { unlinkedBody } from "./link/nameLinks.ts";
import { type WordVectors, wordVectors } from "./features/meaning/wordVectors.ts";
import { MemberKeys, NO_KEY, readSecret } from "./features/members/memberKeys.ts";
import { authorPhotos, type Photos } from "./features/pictures/authorPhotos.ts";
import { type SharePictureFiles, sharePicture } from "./features/pictures/sharePicture.ts";
import { type MostRead, readMostRead } from "./settings/mostReadFile.ts";
import { type LastGood, saveGood } from "./settings/lastGood.ts";
import { type Fronts, readFronts, readSettings } from "./settings/readSettings.ts";
import { type Newsletters, readLetters } from "./settings/newsletterSettings.ts";
import type { Settings } from "./settings/settings.ts";
import { LastPublished } from "./reading/kept/LastPublished.ts";
import { readCollections } from "./reading/items/readCollections.ts";
import { belongsTo } from "./refine/reservedPaths.ts";
import { locate } from "./reading/locate.ts";
import type { Skipped } from "./reading/readDrafts.ts";
import { BUILD, BuildState } from "./state/BuildState.ts";
import { digest } from "./state/digest.ts";
import { FolderMemory } from "./state/FolderMemory.ts";
import { writeStateFile } from "./state/stateFile.ts";
import { CACHE } from "./state/prepareCache.ts";
import { readThreads, type ThreadEntry } from "./features/threads/readThreads.ts";
import { Output } from "./output/output.ts";
import type { PreviousSite } from "./output/previousSite.ts";
import { reportingHeaders } from "./write/headers.ts";
import { robotsHeaders } from "./write/robots/robots.ts";
import { siteAt } from "./write/siteAt.ts";

/** The outcome of a build that was not made. `read` is always the sum of published and skipped articles. */
export type NotBuilt = {
  problems: Problem[];
  counts: { read: number; published: number; skipped: Skipped[] };
  /** Set if the stories were read, but the build was stopped before it wrote anything. */
  isStopped?: true;
};

/** A file and a folder inside the state folder. */
export const FOLDERS = "folders.json";
const GOOD = "good";

/** A build in progress: the values that all its steps share. A caller of the steps must close `state` when one of them throws. */
export type BuildContext = Branding &
  Wording & {
    options: CompileOptions & Required<Pick<CompileOptions, "onProgress" | "cache" | "encode">>;
    settings: Settings;
    site: Site;
    output: Output;
    share: SharePictureFiles | undefined;
    photos: Photos;
    fronts: Fronts;
    mostRead: MostRead | undefined;
    threads: ThreadEntry[];
    newsletters: Newsletters | undefined;
    vectors: WordVectors | undefined;
    /** The keys of the stories for members, if the paper has some. */
    keys: MemberKeys | undefined;
    state: BuildState | undefined;
    folders: FolderMemory | undefined;
    /** What the previous site has, for files that can no longer be parsed. Only a build that keeps a state keeps it. */
    published: LastPublished | undefined;
    problems: Problem[];
    report: Report;
  };

/** The first step: reads the settings and the state of the previous build. Invalid settings end the build. */
export async function prepareBuild(given: CompileOptions): Promise<BuildContext | NotBuilt> {
  const { content, out } = given;
  const options = {
    ...given,
    onProgress: given.onProgress ?? (() => {}),
    cache: given.cache ?? join(content, CACHE),
    encode: given.encode ?? true,
  };
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const good = options.state && { folder: join(options.state.folder, GOOD), faulty: new Set<string>(), report };
  const read = await readSettings(content, good);
  if ("problems" in read) return notBuilt(read.problems, content);
  const { settings, site } = placed(await withCollections(read.settings, content, report, good), options);
  const keys = keysOf(settings, options);
  if (keys && "severity" in keys) return notBuilt([...problems, keys], content);
  if (!settings.accounts) needingAccounts(read.settings).forEach(report);
  const folders = options.state && new FolderMemory(join(options.state.folder, FOLDERS));
  const output = new Output(out, options.site, folders);
  const branding = await readBranding(content, settings, site, options.drawerOf, report, good);
  const share = await sharePicture(content, settings, options, report);
  const photos = await authorPhotos(content, settings, options, report);
  const [fronts, newsletters] = [await readFronts(content, settings, report, good), await readLetters(content, settings, report, good)];
  const mostRead = await readMostRead(content, settings.mostRead.maxAge, options.now ?? Date.now(), report);
  const threads = settings.threads ? await readThreads(content, report, good) : [];
  const vectors = await wordVectors(content, settings.search.vectors, options.cache, report);
  const known = JSON.stringify([
    share?.picture.url,
    photos.files.map(({ url }) => url),
    fingerprint(branding),
    vectors?.digest,
    keys?.fingerprint,
  ]);
  const state = stateOf(options, settings, site, output.before, known);
  if (good) saveGood(content, good, writeStateFile);
  const published = state && keepsPublished(options, output) ? new LastPublished(output.before, unlinkedBody) : undefined;
  const lost = lostCollections(settings, published);
  if (lost.length > 0) return notBuilt([...problems, ...lost], content);
  const pictures = { share, photos };
  options.onStepEnd?.("Settings");
  return {
    options,
    settings,
    site,
    output,
    ...pictures,
    fronts,
    mostRead,
    threads,
    newsletters,
    vectors,
    keys,
    ...branding,
    state,
    folders,
    published,
    problems,
    report,
  };
}

const notBuilt = async (problems: Problem[], content: string): Promise<NotBuilt> => ({
  problems: await locate(problems, content),
  counts: { read: 0, published: 0, skipped: [] },
});

/** What a preview shows is not public, so a build for readers keeps nothing of it. */
const keepsPublished = ({ preview }: CompileOptions, { before }: Output): boolean => preview === true || !before.has(previewFile);

/** A build would take down what is published of a collection if neither its settings nor an earlier version of them can be used. */
const lostCollections = ({ collections = [] }: Settings, published: LastPublished | undefined): Problem[] =>
  collections
    .filter((each) => "fault" in each && [...(published?.files.keys() ?? [])].some((file) => file.startsWith(`${each.folder}/`)))
    .map(({ folder }) => ({
      severity: "error",
      file: `${folder}/collection.json`,
      message: "Items of this collection are published, and no earlier version of this file is known.",
      remedy: "Correct it; nothing is built until then, so that they stay.",
    }));

async function withCollections(settings: Settings, content: string, report: Report, good: LastGood | undefined): Promise<Settings> {
  const collections = await readCollections(content, belongsTo, report, good);
  return collections.length === 0 ? settings : { ...settings, collections };
}

/** Only a build that is published needs the paper's own keys. In others, readable by nobody else, a story is closed with keys of its own. */
function keysOf({ members }: Settings, { content, encode, preview, isLocal }: CompileOptions): MemberKeys | Problem | undefined {
  if (!members) return undefined;
  const read = readSecret(content);
  if (read && "problem" in read) return read.problem;
  if (!read && encode && preview !== true && isLocal !== true) return NO_KEY;
  return new MemberKeys(read?.secret ?? randomBytes(32), members);
}

const needingAccounts = ({ faults, members }: Settings): Problem[] => [
  ...(faults ? [FAULTS_WITHOUT_ACCOUNTS] : []),
  ...(members?.signIn ? [MEMBERS_WITHOUT_ACCOUNTS] : []),
];

const FAULTS_WITHOUT_ACCOUNTS: Problem = {
  severity: "warning",
  file: "edition.json",
  place: "faults",
  message: "A site without accounts has no server that counts faults, so its pages report none.",
  remedy: "Set accounts too, or remove faults.",
};

const MEMBERS_WITHOUT_ACCOUNTS: Problem = {
  severity: "warning",
  file: "edition.json",
  place: "members.signIn",
  message: "A site without accounts has no server at which members sign in, so closed stories do not offer it.",
  remedy: "Set accounts too, or remove members.signIn.",
};

function placed(settings: Settings, { url, base, data, accounts }: CompileOptions): Pick<BuildContext, "settings" | "site"> {
  const given = { ...settings, ...(data !== undefined && { data }), ...(accounts !== undefined && { accounts }) };
  // The server that has the accounts counts faults.
  const own = { ...given, faults: given.faults && given.accounts };
  const address = url ?? settings.url;
  const at = siteAt(address, base);
  const headers = { ...robotsHeaders(own.robots), ...(own.faults && reportingHeaders(at.base)) };
  const site = { ...at, ...(Object.keys(headers).length > 0 && { headers }) };
  return { settings: address === undefined ? own : { ...own, url: site.url }, site };
}

/** A site from which files have been removed is built from scratch. */
function stateOf({ state }: CompileOptions, settings: Settings, site: Site, before: PreviousSite, known: string): BuildState | undefined {
  if (!state) return undefined;
  const version = digest(JSON.stringify([state.version, settings, site, known]));
  return new BuildState(state.folder, version, before.isWhole ? before.read(BUILD) : undefined);
}
