import type { Article } from "#content/article.ts";
import { readBase64url, toBase64url } from "#content/base64url.ts";
import { decoded } from "#content/decoded.ts";
import type { ArticlePage } from "#content/pages/articlePage.ts";
import { articlePath, dataFile } from "#content/paths.ts";
import { parse } from "#content/parse.ts";
import { ClosedPartSchema } from "#content/members/closedPart.ts";
import { keyOfPhrase, type PassPhrase, phraseOf, readPhrase, textOfPhrase } from "#content/members/passPhrase.ts";
import { type Bytes, unseal, unwrapKey } from "#content/members/sealing.ts";
import type { StoryCache } from "../../../data/storyCache.ts";
import { renewMembership } from "./membership.ts";
import { allPhrases, giftKept, keepGift, keepOnly, keepPhrase } from "./room.ts";
import { OpenPart, sealedBytes } from "./sealedFiles.ts";

/** A story whose rest is not here. */
export type Closed = Article & { members: NonNullable<Article["members"]> };

/** How a story is opened: by a pass phrase, by one of the reader's account, or by a link that the reader was given. */
export type How = "member" | "account" | "gift";

export type Opened = { closed: Closed; key: Bytes; how: How; part: OpenPart };

/** Why a story stays closed. `none`: no key was given. `otherTier`: the reader is a member, but not of a tier that may read it. */
export type Refusal = {
  why: "none" | "form" | "earlier" | "otherTier" | "wrong" | "gift" | "notLoaded" | "notSecure";
  month?: string;
  needed?: string;
};

/** What a reader opens a story with. */
export type Given = { phrase: string } | { gift: string } | undefined;

/** The stories that were opened in this visit. */
const known = new Map<string, Opened>();

export const openedStory = (slug: string): Opened | undefined => known.get(slug);

/** The key in the fragment of the address, which is taken out of it: whoever sees the screen or copies the address must not get it. */
export function keyInAddress(): Given {
  const [, kind, value = ""] = /^#(member|gift)=(.+)$/u.exec(location.hash) ?? [];
  if (kind === undefined) return undefined;
  history.replaceState(history.state, "", location.pathname + location.search);
  return kind === "gift" ? { gift: value } : { phrase: decoded(value) };
}

/** Opens a story with what the reader has given, or else with what is kept on the device. */
export async function openStory(closed: Closed, given: Given): Promise<Opened | Refusal> {
  // Missing without a secure connection, see https://w3c.github.io/webcrypto/#crypto-interface
  if (!("subtle" in crypto)) return { why: given === undefined ? "none" : "notSecure" };
  const found = await keyFor(closed, given);
  if ("why" in found) return found;
  const { key, how } = found;
  try {
    const bytes = await unseal(key, await sealedBytes(closed.members.file, closed.slug));
    const part = parse(ClosedPartSchema, JSON.parse(await inflated(bytes)), "closed part");
    if (how === "gift") await keepGift(closed.slug, toBase64url(key));
    const opened = { closed, key, how, part: new OpenPart(closed.slug, part) };
    known.set(closed.slug, opened);
    await keepOnly(closed.slug, [closed.members.file, ...Object.values(part.files).map(({ url }) => url)]);
    return opened;
  } catch (error) {
    // The key does not fit the file: it was given before the paper had another.
    return { why: error instanceof DOMException && error.name === "OperationError" ? "gift" : "notLoaded" };
  }
}

async function keyFor(closed: Closed, given: Given): Promise<{ key: Bytes; how: How } | Refusal> {
  if (given && "gift" in given) {
    const key = readBase64url(given.gift);
    return key?.length === 32 ? { key, how: "gift" } : { why: "gift" };
  }
  if (given) return fromPhrase(closed, given.phrase);
  const found = await fromKept(closed, await renewMembership(false));
  const asked = "why" in found && closed.members.signIn && (await renewMembership(true)) ? await fromKept(closed, true) : found;
  if (!("why" in asked)) return asked;
  const gift = readBase64url((await giftKept(closed.slug)) ?? "");
  return gift?.length === 32 ? { key: gift, how: "gift" } : asked;
}

/** @param isMember whether the phrases of the reader's account may be used */
async function fromKept(closed: Closed, isMember: boolean): Promise<{ key: Bytes; how: How } | Refusal> {
  let refused: Refusal = { why: "none" };
  for (const { tier, phrase: text, isOfAccount } of await allPhrases()) {
    const phrase = readPhrase(text);
    if (!phrase || (isOfAccount && !isMember)) continue;
    const key = await keyOfTier(closed, tier, phrase);
    if (key) return { key, how: isOfAccount ? "account" : "member" };
    const isOfStory = closed.members.tiers.some(({ id }) => id === tier);
    if (!isOfStory && refused.why === "none") refused = { why: "otherTier" };
    if (isOfStory && phrase.month < closed.members.month) refused = { why: "earlier", month: phrase.month, needed: closed.members.month };
  }
  return refused;
}

async function fromPhrase(closed: Closed, text: string): Promise<{ key: Bytes; how: "member" } | Refusal> {
  const phrase = readPhrase(text);
  if (!phrase) return { why: "form" };
  const { month, tiers } = closed.members;
  if (phrase.month < month) return { why: "earlier", month: phrase.month, needed: month };
  const all = (await allPhrases()).filter(({ isOfAccount }) => !isOfAccount);
  for (const { id } of tiers) {
    const key = await keyOfTier(closed, id, phrase);
    if (!key) continue;
    // An older link must not replace a newer phrase, unless that is of an earlier key of the paper.
    const kept = readPhrase(all.find(({ tier }) => tier === id)?.phrase ?? "");
    const isOlder = kept && phrase.month < kept.month && (await keyOfTier(closed, id, kept)) !== undefined;
    if (!isOlder) await keepPhrase(id, textOfPhrase(phrase));
    return { key, how: "member" };
  }
  return { why: all.some((kept) => kept.phrase === textOfPhrase(phrase)) ? "otherTier" : "wrong" };
}

/** The key of the story, if the phrase is that of the tier. */
async function keyOfTier({ members: { month, tiers } }: Closed, tier: string, phrase: PassPhrase): Promise<Bytes | undefined> {
  const wrapped = readBase64url(tiers.find(({ id }) => id === tier)?.key ?? "");
  const now = await phraseOf(phrase, month);
  return now && wrapped?.length ? unwrapKey(wrapped, await keyOfPhrase(now)) : undefined;
}

async function inflated(bytes: Bytes): Promise<string> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
}

/** Shows a story in place of its closed form, and then its pictures. */
export async function show(cache: StoryCache, opened: Opened): Promise<void> {
  put(cache, openArticle(opened));
  if (await opened.part.loadPictures()) put(cache, openArticle(opened));
}

const openArticle = ({ closed, how, part }: Opened): Article => ({
  ...closed,
  ...part.fields(),
  members: { ...closed.members, opened: how },
});

/** Shows a story with its recordings. @throws if one does not load */
export async function showRecordings(cache: StoryCache, opened: Opened): Promise<void> {
  await opened.part.loadSounds();
  put(cache, openArticle(opened));
}

/** Shows the closed form of stories again that were opened in this visit: of all, or of those opened in one way. */
export function showClosed(cache: StoryCache, by?: How): void {
  for (const [slug, { closed, how }] of known) {
    if (by !== undefined && how !== by) continue;
    put(cache, closed);
    known.delete(slug);
  }
}

function put(cache: StoryCache, article: Article): void {
  cache.setQueryData<ArticlePage>(["data", dataFile(articlePath(article.slug))], (page) => page && { ...page, article });
}

/** The address of a story with its key. */
export const giftLink = ({ key }: Opened): string => `${location.origin}${location.pathname}#gift=${toBase64url(key)}`;
