import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { retryWithoutState } from "#cli/build/build.ts";
import { lastBuild } from "#cli/build/lastBuild.ts";
import { besideSite } from "#cli/stage/sitePlaces.ts";
import { type Stage, stageSite } from "#cli/stage/stagedSite.ts";
import { prepareBuild, type BuildContext } from "#compiler/prepareBuild.ts";
import { linkArticles, type Compiled, finish, render, readStories, saveState } from "#compiler/compile.ts";
import { refuseRemovals } from "#compiler/refuseRemovals.ts";
import { dependsOn } from "#content/pages/madeOf.ts";
import type { Redirect } from "#content/site.ts";
import { renderInThisThread } from "#compiler/write/renderFiles.ts";
import { filesIn, temporaryFolder } from "./temporaryFolder.ts";

export const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="8"/>';

type Words = { topic?: string; more?: string | undefined; words?: string };

/** Additional text of some stories. */
const MORE = new Map([
  [3, "aliases: [/was/three]\n"],
  [7, "image: ../pictures/reef.svg\n"],
  [11, "authors: [bell]\n"],
]);

export const story = (n: number, { topic = n % 3 === 0 ? "Mars" : "Sea", more = "", words = "" }: Words = {}): string =>
  `---\nheadline: Story ${n}\ndatePublished: 2024-0${(n % 5) + 1}-1${n % 10}T07:10:00Z\ntopics: [${topic}]\nplaces: [Delft]\nsection: Science\n${more}---\nWords of number ${n}.\n\nSee [the other](story-${(n + 1) % 30}.md). ${words}\n`;

const forwardFile = ({ from }: Redirect): string => `${from.slice(1)}.html`;

async function* forwarding(redirects: Redirect[], name: string, printed: string[]): AsyncGenerator<{ file: string; html: string }> {
  for (const redirect of redirects) {
    printed.push(redirect.from);
    yield { file: forwardFile(redirect), html: await Promise.resolve(`<p>${redirect.to}${name}`) };
  }
}

/** Problems that only an incremental build can report: that a story or a thread has moved. */
const OF_MOVES = /^(?:“[^”]+” was in the thread|The thread \S+ is at) /u;

/** An archive on disk, its site, and which pages were rendered. */
export class Paper {
  // In a folder of its own: builds also look at what is beside and above.
  readonly content = join(temporaryFolder(), "content");
  readonly out = join(temporaryFolder(), "site");
  printed: string[] = [];
  /** Whether builds with nothing to do answer as the last one did. */
  remembers = false;
  /** Whether it was told before rendering that there are pages to render. */
  wasTold = false;

  constructor() {
    this.write("edition.json", '{ "name": "The Test", "sections": [{ "name": "Science" }] }');
    this.write("pictures/reef.svg", PICTURE);
    this.write("pages/about.md", "---\ntitle: About\n---\nWho we are.\n");
    for (let n = 0; n < 30; n += 1) this.write(`articles/story-${n}.md`, story(n, { more: MORE.get(n) }));
  }

  write(file: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.content, file)), { recursive: true });
    writeFileSync(join(this.content, file), text);
  }

  remove(file: string): void {
    rmSync(join(this.content, file));
  }

  /** Whether the site has a story. */
  publishes(slug: string): boolean {
    return filesIn(this.out).has(`data/article/${slug}.json`);
  }

  /** As the command does it, but with each page's data as JSON in place of its HTML. */
  async build({ out = this.out, version = "1", now = Date.now(), preview = false } = {}): Promise<Compiled> {
    this.printed = [];
    this.wasTold = false;
    return retryWithoutState(() => this.#buildOnce(out, version, { now, preview }));
  }

  async #buildOnce(out: string, version: string, how: { now: number; preview: boolean }): Promise<Compiled> {
    const given = { content: this.content, ...how, state: { folder: besideSite(out, "state"), version } };
    const last = this.remembers ? lastBuild(this.content, given.state, how.preview) : undefined;
    let context: BuildContext | undefined;
    const stage = async ({ folder, site }: Stage): Promise<Compiled> => {
      const answer = last?.answerFor(site);
      if (answer) return answer;
      const opened = await prepareBuild({ ...given, out: folder, site });
      if (!("output" in opened)) return opened;
      context = opened;
      try {
        return await this.#steps(context, version);
      } catch (error) {
        context.state?.close();
        throw error;
      }
    };
    const compiled = await stageSite(
      out,
      stage,
      ({ built }) => built !== undefined,
      () => {},
    );
    if (context && compiled.built) {
      saveState(context);
      last?.save(context, compiled);
    }
    return compiled;
  }

  async #steps(context: BuildContext, version: string): Promise<Compiled> {
    const stories = await readStories(context);
    this.wasTold = !stories.isAsBefore;
    const linkedArticles = await linkArticles(context, stories);
    const refused = await refuseRemovals(context, stories, linkedArticles);
    if (refused) return refused;
    const { name } = linkedArticles.linked.edition;
    const press = renderInThisThread(context.output, {
      render: (page) => {
        this.printed.push(page.path);
        return Promise.resolve(`<p>${version}${JSON.stringify(page.value)}${name}`);
      },
      dependsOn: (kind) => dependsOn(kind, linkedArticles.linked.edition),
      others: (redirects) => forwarding(redirects, name, this.printed),
      otherFiles: (redirects) => redirects.map(forwardFile),
    });
    return finish(context, stories, linkedArticles, await render(context, stories, linkedArticles, press));
  }

  /** The files and problems of the incrementally built site, and of the same archive built from scratch. */
  async bothWays(): Promise<{ later: Map<string, string>; clean: Map<string, string>; written: string[] }> {
    const later = await this.build();
    const printed = this.printed;
    const anew = join(temporaryFolder(), "site");
    const clean = await this.build({ out: anew });
    expect(later.problems.filter(({ message }) => !OF_MOVES.test(message))).toEqual(clean.problems);
    expect(later.counts).toEqual(clean.counts);
    this.printed = printed;
    return { later: filesIn(this.out), clean: filesIn(anew), written: later.built?.files.written ?? [] };
  }
}
