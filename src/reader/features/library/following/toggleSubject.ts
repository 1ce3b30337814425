import type { Ref } from "#content/article.ts";
import { subjectId } from "#content/library/subjectId.ts";
import { ListPageSchema } from "#content/pages/listPage.ts";
import { parse } from "#content/parse.ts";
import { dataFile, listPath } from "#content/paths.ts";
import type { FollowedKind } from "#content/library/libraryRecord.ts";
import { fetchJson } from "../../../data/fetchJson.ts";
import { libraryWordsOfPage } from "../../../data/libraryWords.ts";
import { offerUndo } from "../../../toasts/offerUndo.ts";
import { changeLibrary, library, updateLibrary } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";
import { seenOf } from "./visit.ts";

/** How long a list may take to load, in milliseconds. */
const PATIENCE = 30_000;

type Subject = Ref & { kind: FollowedKind };

/** Follows a topic, section, author, place or thread, or stops following it. @param say announces the result */
export async function toggleFollowed({ kind, slug, name }: Subject, say: (text: string) => void): Promise<void> {
  await library().ready;
  const id = subjectId(kind, slug);
  const words = await libraryWordsOfPage();
  const before = libraryOf("followed").get(id);
  const now = Date.now();
  await changeLibrary("followed", id, before ? null : { kind, slug, name, followedAt: now, seenAt: now });
  if (before) offerUndo(words.noLonger(name), () => changeLibrary("followed", id, before));
  else {
    say(words.nowFollowed(name));
    await noteSeen(kind, slug);
  }
}

/** Notes the stories that exist when a reader starts following a subject: they are not new. */
async function noteSeen(kind: FollowedKind, slug: string): Promise<void> {
  try {
    const list = parse(ListPageSchema, await fetchJson(dataFile(listPath(kind, slug)), AbortSignal.timeout(PATIENCE)), "list");
    await updateLibrary("followed", subjectId(kind, slug), (value) => value && { ...value, seen: seenOf(list) });
  } catch {
    // Without the list, dates decide what is new until the next visit.
  }
}

/** Hides the stories of a topic or author in lists, or shows them again. Either can be undone. */
export async function toggleMuted({ kind, slug, name }: Subject & { kind: "topic" | "author" }): Promise<void> {
  await library().ready;
  const id = subjectId(kind, slug);
  const words = await libraryWordsOfPage();
  const before = libraryOf("muted").get(id) ?? null;
  await changeLibrary("muted", id, before ? null : { kind, slug, name, mutedAt: Date.now() });
  offerUndo(before ? words.noLongerMuted(name) : words.nowMuted(name), () => changeLibrary("muted", id, before));
}
