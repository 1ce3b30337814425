import { join } from "node:path";
import { besideSite } from "#cli/stage/sitePlaces.ts";
import { stageSite } from "#cli/stage/stagedSite.ts";
import { prepareBuild, type BuildContext } from "#compiler/prepareBuild.ts";
import { linkArticles, type Compiled, finish, render, readStories, saveState } from "#compiler/compile.ts";
import { renderInThisThread } from "#compiler/write/renderFiles.ts";
import { contentOf } from "../compiler/features/pictures/edition.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

type How = { now: string; out?: string; future?: boolean; preview?: boolean; publishes?: boolean };

/** A paper with a public record, published as by the command, but without HTML. */
export class RecordedPaper {
  readonly content: string;
  readonly out = join(temporaryFolder(), "site");

  constructor(files: Record<string, string>, settings: object = {}) {
    this.content = contentOf({ "edition.json": JSON.stringify({ url: "https://example.org/", record: {}, ...settings }), ...files });
  }

  /** @param how `now`: the time of the build; `publishes`: whether it goes into the record */
  async publish({ now, out = this.out, publishes = true, ...more }: How): Promise<Compiled> {
    const given = { content: this.content, now: Date.parse(now), encode: false, state: { folder: besideSite(out, "state"), version: "1" } };
    let context: BuildContext | undefined;
    const compiled = await stageSite(
      out,
      async ({ folder, site }): Promise<Compiled> => {
        const opened = await prepareBuild({ ...given, ...more, out: folder, site });
        if (!("output" in opened)) return opened;
        context = opened;
        const stories = await readStories(context);
        const linkedArticles = await linkArticles(context, stories);
        const printed = await render(context, stories, linkedArticles, renderInThisThread(context.output));
        const finished = await finish(context, stories, linkedArticles, printed);
        if (publishes) linkedArticles.record?.save();
        return finished;
      },
      ({ built }) => built !== undefined,
      () => {},
    );
    if (context && compiled.built) saveState(context);
    return compiled;
  }
}

/** A story as a Markdown file. */
export const recordedStory = (headline: string, body: string, more = ""): string =>
  `---\nheadline: ${headline}\ndatePublished: 2024-04-22T07:10:00Z\nauthors: [Ada Keane]\n${more}---\n\n${body}\n`;

/** A correction, for the front matter of a story. */
export const correctionOf = (date: string, text: string): string => `corrections:\n  - date: ${date}\n    text: ${text}\n`;
