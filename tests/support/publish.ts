import { join } from "node:path";
import { besideSite } from "#cli/stage/sitePlaces.ts";
import { stageSite } from "#cli/stage/stagedSite.ts";
import { begin, type Begun } from "#compiler/begin.ts";
import { arrange, type Compiled, finish, print, readStories, saveState } from "#compiler/compile.ts";
import { renderInThisThread } from "#compiler/write/press.ts";
import { contentOf } from "../compiler/pictures/edition.ts";
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
    let begun: Begun | undefined;
    const compiled = await stageSite(
      out,
      async ({ folder, site }): Promise<Compiled> => {
        const opened = await begin({ ...given, ...more, out: folder, site });
        if (!("output" in opened)) return opened;
        begun = opened;
        const stories = await readStories(begun);
        const arranged = await arrange(begun, stories);
        const printed = await print(begun, stories, arranged, renderInThisThread(begun.output));
        const finished = await finish(begun, stories, arranged, printed);
        if (publishes) arranged.record?.save();
        return finished;
      },
      ({ built }) => built !== undefined,
      () => {},
    );
    if (begun && compiled.built) saveState(begun);
    return compiled;
  }
}

/** A story as a Markdown file. */
export const recordedStory = (headline: string, body: string, more = ""): string =>
  `---\nheadline: ${headline}\ndatePublished: 2024-04-22T07:10:00Z\nauthors: [Ada Keane]\n${more}---\n\n${body}\n`;

/** A correction, for the front matter of a story. */
export const correctionOf = (date: string, text: string): string => `corrections:\n  - date: ${date}\n    text: ${text}\n`;
