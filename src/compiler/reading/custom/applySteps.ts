import type { Draft } from "../../draft/draft.ts";
import { nearestName } from "../../text/nearestName.ts";
import { meaningOf } from "../../draft/release/releaseFields.ts";
import { releaseOf } from "../../draft/release/release.ts";
import { valuesIn } from "../../draft/release/releaseValues.ts";
import type { StepExtension } from "./extension.ts";
import { messageOf } from "../../text/errorMessage.ts";
import { type ArticleContext, articleContext } from "../article/articleContext.ts";
import { draftFields } from "../article/draftFields.ts";
import { readBlocks } from "../article/readBlocks.ts";
import { isMissing, isRecord, type Raw } from "../../text/jsonRecord.ts";
import type { SourceContext, SourceFile } from "../source.ts";
import { withCustomBlocks } from "./customBlocks.ts";

/** The stories of a file after the paper's own steps, which pages skip. A step that fails leaves a story as it was. */
export async function applySteps(
  drafts: Draft[],
  steps: readonly StepExtension[],
  file: SourceFile,
  context: SourceContext,
): Promise<Draft[]> {
  if (steps.length === 0) return drafts;
  const article = withCustomBlocks(articleContext(file, context), file, context);
  const done: Draft[] = [];
  for (const draft of drafts) {
    let story = draft;
    if (!draft.page) for (const step of steps) story = await afterStep(story, step, article, context);
    done.push(story);
  }
  return done;
}

async function afterStep(draft: Draft, step: StepExtension, article: ArticleContext, context: SourceContext): Promise<Draft> {
  const warn = (message: string, remedy: string, nearest?: string): Draft => {
    const more = nearest === undefined ? {} : { nearest };
    context.report({ severity: "warning", file: draft.file, place: "line 1", message, remedy, ...more });
    return draft;
  };
  try {
    const changes: unknown = await step.refine(structuredClone(fieldsOf(draft)), draft.file);
    if (changes === undefined) return draft;
    if (!isRecord(changes)) return warn(`${step.file} does not return an object.`, "Return the fields that change.");
    const others = Object.entries(changes).filter(([field]) => !FIELDS.includes(field));
    for (const [name] of others.filter(([field]) => meaningOf(field) === undefined))
      warn(
        `${step.file} changes "${name}", which no story has; it was not read.`,
        `Stories have ${FIELDS.join(", ")}.`,
        nearestName(name, FIELDS),
      );
    const time = { timeZone: context.settings.timeZone, values: context.values ?? valuesIn(draft.file, context.once) };
    const { held, moments = [] } = releaseOf(Object.fromEntries(others), time);
    // With a reason of its own, it is no longer only for members.
    const release = {
      held: draft.held ?? held,
      ...(held !== undefined && { tier: undefined }),
      ...(moments.length > 0 && { moments: [...(draft.moments ?? []), ...moments] }),
    };
    const after = { ...draft, ...changed(changes, article), ...release };
    return article.postReleases.length === 0 ? after : { ...after, postReleases: [...(draft.postReleases ?? []), ...article.postReleases] };
  } catch (error) {
    return warn(`${step.file} failed, so the story stays as it was: ${messageOf(error)}`, "Correct the step.");
  }
}

/** The fields of a story that a step sees and may change. */
const FIELDS = [
  "id headline standfirst body section authors datePublished dateModified dateline topics places image inLanguage translationOf",
  "translationKey direction sponsor ai kind genre series urgency corrections citations discussion url oldUrls slug",
].flatMap((line) => line.split(" "));

const fieldsOf = (draft: Draft): Raw =>
  Object.fromEntries(Object.entries(draft).filter(([name, value]) => FIELDS.includes(name) && value !== undefined));

/** Fields that a story cannot do without. */
const REQUIRED = ["headline", "body", "datePublished"];

/** The fields of a draft that a step changes. A field with an unusable value is reported and stays as it was. */
function changed(changes: Raw, article: ArticleContext): Partial<Draft> {
  const read = { ...draftFields(changes, article), body: readBlocks(changes["body"], "body", article) };
  return Object.fromEntries(
    Object.entries(read).filter(([name, value]) => {
      if (!FIELDS.includes(name) || !Object.hasOwn(changes, name)) return false;
      return isNothing(changes[name]) ? !REQUIRED.includes(name) : !isNothing(value);
    }),
  );
}

const isNothing = (value: unknown): boolean => isMissing(value) || (Array.isArray(value) && value.length === 0);
