import { withCommentEnds } from "../body/withCommentEnds.ts";
import { folded } from "../draft/release/releaseFields.ts";
import { isRecord } from "../text/jsonRecord.ts";
import { parseJson } from "../text/parseJson.ts";

/**
 * A text without its parts that are not for everybody, by the shortcodes of WordPress' membership plugins (`[restrict]…[/restrict]`),
 * the blocks of its editor (`<!-- wp:jetpack/paywall /-->`, `blockVisibility: false`), tags of Liquid, Hugo and MDX (`{% members %}`,
 * `{{< paywall >}}`, `<Paywall>`), containers (`:::members`) and marks (`class="paywall"`, `<!--members-only-->`). What stands in
 * `{% if false %}` is left out. A tag that has no end reaches to the end of the text if its name is certain and it is alone in its line or paragraph, and is text otherwise.
 * @param written HTML or Markdown
 * @param cut the names of parts that the publisher wants to be cut out, as a report gives them; such a part needs no known name
 * @param codeIn tells whether an offset is where tags are only shown, by default in `<pre>` and `<code>`
 * @returns the text to publish, with its line breaks and the ends of its comments, and the names of the parts that were cut out; or why its story is not public,
 * as a full sentence
 */
export function withoutRestrictedParts(
  written: string,
  cut: readonly string[] = [],
  codeIn: (text: string) => (at: number) => boolean = inElements,
): { text: string; cut: string[] } | { held: string } {
  // Nothing is a tag in a comment, so comments must end here where they end for readers.
  const text = withCommentEnds(written);
  const isCode = codeIn(text);
  const chosen = new Set(cut.map(folded));
  const parts = restrictedParts({ text, chosen, isCode, inVain: new Set(), commentEnd: -1 });
  const restricted = parts.filter(({ isHidden }) => isHidden !== true);
  const closed = restricted.find(({ name }) => !chosen.has(folded(name)));
  if (closed) return { held: `A part of it is not for everybody (${closed.name}); "cut": ["${closed.name}"] publishes it without.` };
  let open = "";
  let position = 0;
  for (const { from, to } of parts) {
    open += text.slice(position, from) + text.slice(from, to).replaceAll(/[^\n]/gu, "");
    position = to;
  }
  return { text: open + text.slice(position), cut: [...new Set(restricted.map(({ name }) => name))] };
}

/** The problem of a text of which parts were cut out, but for its file and place. */
export const cutOut = (names: readonly string[]): { severity: "warning"; message: string; remedy: string } => ({
  severity: "warning",
  message: `Parts that are not for everybody were cut out, as “cut” says: ${names.join(", ")}.`,
  remedy: "Check that the text can do without them.",
});

/** Names of tags that also have other uses: only such a tag with an end restricts anything. */
const WITH_END =
  "member members membership memberful subscriber subscribers subscription supporters patrons patreon private protected premium paid loggedin " +
  "access userrole visibility protect password locker eyesonly contentcontrol draft hidden internal";

/** Names of shortcodes, blocks and tags whose content is not for everybody. */
const CERTAIN =
  "restrict restricted restrictcontent restrictedcontent contentrestricted membersonly memberonly memberscontent membercontent " +
  "membershipcontent membersloggedin membersaccess membersprivate isuserloggedin userloggedin userhasaccess privatecontent " +
  "protectedcontent paywall paywalled paidonly paidcontent ispaid premiumonly premiumcontent subscribersonly subscriberonly " +
  "subscriberview subscriptiononly supportersonly patronsonly mepractive meprshow meprrule wcmrestrict wcmshow umloggedin umshowcontent " +
  "umcontentrestriction armrestrictcontent s2if wlmprivate wlmismember pmsrestrict swpmprotected ihchidecontent mmmemberdecision " +
  "mmaccessdecision contentprotector passster passwordprotect ppwp sociallocker emaillocker signinlocker hidepost leakypaywall " +
  "premiumcontent/container";

/** Other names of this kind, without those for visitors who are not members; only such a tag with an end restricts anything. */
const FAMILY =
  /restrict|paywall|contentgate|gated(?:content|block|section|text)|(?:paid|premium|private|pvt|protected|locked)content|content(?:protect|lock)|(?:member|subscriber|patron|supporter)s?(?:only|content|role|access)|(?:only|for|to)(?:members|subscribers)|(?<!not)loggedin|groups?(?:member|can)$|(?:wishlist|pmpro)member|hasanytag/u;
const OF_VISITORS = /no[nt]?(?:member|subscriber|patron|loggedin|paid)|unrestrict|visitor|guest|loggedout/u;

const CERTAIN_NAMES = new Set(CERTAIN.split(" "));
const NAMES = new Set([...CERTAIN_NAMES, ...WITH_END.split(" ")]);

/** The classes of elements that hold what is not for everybody. */
const CLASS =
  /^(?:paywall|paywalled|members?-only|subscribers?-only|premium-content|paid-content|restricted-content|wp-block-premium-content-subscriber-view)$/iu;

/** `isHidden`: nobody sees it, and it is left out. */
type Part = { name: string; from: number; to: number; isHidden?: boolean | undefined };
/** `commentEnd` is that of the last comment, also of one that may only look so. */
type Search = { text: string; chosen: ReadonlySet<string>; isCode: (at: number) => boolean; inVain: Set<string>; commentEnd: number };

/** A tag that begins a part: where it ends, and all further tags that open or `end` one like it; without them, the part has no end. */
type Start = { name: string | undefined; to: number; tags?: string | undefined; isHidden?: boolean };

/** The outermost parts, in order. */
function restrictedParts(search: Search): Part[] {
  const { text, isCode } = search;
  const parts: Part[] = [];
  const signs = /<!--|[[{<]|(?<=^|\n):{3,}/gu;
  for (let sign = signs.exec(text); sign; sign = signs.exec(text)) {
    const at = sign.index;
    const isInside = at < search.commentEnd;
    const start = startAt(search, at, sign[0]);
    if (!start) continue;
    const part = start.name !== undefined && !isCode(at) ? partFrom(search, at, { ...start, name: start.name }) : undefined;
    if (part) parts.push(part);
    // Nothing is a tag inside a comment.
    if (part || (sign[0] === "<!--" && !isInside && isComment(search, at, start.to))) signs.lastIndex = part?.to ?? start.to;
  }
  return parts;
}

/** Whether it is a comment in Markdown, too, where one that begins within a line ends with its paragraph, as words. */
const isComment = ({ text, isCode }: Search, from: number, to: number): boolean =>
  !isCode(from) &&
  text[from - 1] !== "\\" &&
  (!text.slice(from, to).includes("\n") || /(?:^|\n) {0,3}$/u.test(text.slice(Math.max(from - 4, 0), from)));

function partFrom(search: Search, from: number, { name, to, tags, isHidden }: Start & { name: string }): Part | undefined {
  const { text, chosen, inVain } = search;
  if (tags === undefined) return { name, from, to: text.length };
  const end = inVain.has(tags) ? undefined : endOf(search, to, tags);
  if (end !== undefined) return { name, from, to: end, isHidden };
  inVain.add(tags);
  const isCertain = chosen.has(folded(name)) || isNamed(name, CERTAIN_NAMES) || !(isNamed(name, NAMES) || isOfFamily(name));
  // Words in brackets may be prose, unless they are a name in a program.
  const isName = text[from] === "[" && /[-_]/u.test(name);
  return isCertain && (isName || isAlone(text, from, to)) ? { name, from, to: text.length } : undefined;
}

/** Where the tag ends that closes a part; those of the same name inside it have ends of their own. */
function endOf({ text, isCode }: Search, from: number, tags: string): number | undefined {
  const tag = new RegExp(tags, "giu");
  tag.lastIndex = from;
  let depth = 1;
  let last: number | undefined;
  for (let match = tag.exec(text); match && depth > 0; match = tag.exec(text)) {
    if (isCode(match.index)) continue;
    if (match.groups?.["other"] !== undefined) {
      if (depth === 1) return tag.lastIndex;
      continue;
    }
    const isEnd = match.groups?.["end"] !== undefined;
    depth += isEnd ? -1 : 1;
    if (isEnd) last = tag.lastIndex;
  }
  // If some have no end, the last end is that of all.
  return last;
}

/** Whether a tag is alone in its line or paragraph. */
const isAlone = (text: string, from: number, to: number): boolean =>
  /(?:^|\n|<(?:p|div)\b[^<>]*>|-->)[ \t]*$/iu.test(text.slice(Math.max(from - 80, 0), from)) &&
  /^[ \t]*(?:$|\n|<\/?(?:p|div)\b|<!--)/iu.test(text.slice(to, to + 80));

const isOfFamily = (name: string): boolean => FAMILY.test(folded(name)) && !OF_VISITORS.test(folded(name));

/** Whether the name of a kind of block says for certain that not everybody may read it. */
export const isRestrictedKind = (name: string): boolean => isNamed(name, CERTAIN_NAMES) || isOfFamily(name);

/** A block's name may follow that of its plugin: "pmpro/membership". */
const isNamed = (name: string, names: ReadonlySet<string>): boolean =>
  names.has(folded(name)) || names.has(folded(name.slice(name.lastIndexOf("/") + 1)));

function startAt(search: Search, at: number, sign: string): Start | undefined {
  const { text, chosen } = search;
  const nameOf = (name = "") => (isNamed(name, NAMES) || isOfFamily(name) || chosen.has(folded(name)) ? name : undefined);
  const never = sign === "{" && matchAt(NEVER, text, at);
  if (never) {
    const [all, name = ""] = never;
    const tags = String.raw`\{%-?\s*(?:(?<end>end)?${name}|(?<other>else|elsif|elif))\b[^%]*%\}`;
    return { name: `${name} …`, to: at + all.length, tags, isHidden: true };
  }
  if (sign === "<!--") return commentAt(search, at, nameOf);
  const match = matchAt(PATTERNS[sign.startsWith(":") ? ":" : sign] ?? NOTHING, text, at);
  if (!match) return undefined;
  const [all, form = "", name = "", attributes = ""] = match;
  const to = at + all.length;
  switch (sign) {
    case "[":
      return { name: nameOf(name) ?? switchedOff(attributes), to, tags: String.raw`\[(?<end>/)?${name}${ATTRIBUTES}\]` };
    case "{":
      return {
        name: nameOf(name),
        to,
        tags: form.startsWith("{%")
          ? String.raw`\{%-?\s*(?<end>end_?)?${name}\b[^%]*%\}`
          : String.raw`\{\{[<%]\s*(?<end>/)?\s*${name}\b[^>%{]*[>%]\}\}`,
      };
    case "<":
      return attributes.endsWith("/")
        ? undefined
        : { name: nameOf(name) ?? markOf(attributes), to, tags: String.raw`<(?<end>/)?${name}\b[^<>]*>` };
    default:
      return { name: nameOf(name), to, tags: String.raw`(?<=\n):{3,}[ \t]*(?:(?<end>)(?=\n|$)|\w)` };
  }
}

/** The attributes of a shortcode, in whose texts brackets may stand. */
const ATTRIBUTES = String.raw`(?:\s(?:"[^"]{0,500}"|'[^']{0,500}'|[^\]["'])*|\s[^\][]*)?`;

/** By the sign that they begin with: the form, the name, and the attributes. `[[name]]` is a shortcode that is only shown. */
const PATTERNS: Record<string, RegExp> = {
  "[": new RegExp(String.raw`(?<!\[)(\[)([\w-]+)(${ATTRIBUTES})\](?!\])`, "uy"),
  "{": /(\{%-?|\{\{[<%])\s*([\w-]+)\b[^%>{]*[%>]\}\}?/uy,
  "<": /(<)([a-z][\w-]*)((?:\s[^<>]*)?)>/iuy,
  ":": /(:{3,})[ \t]*([\w-]+)[^\n]*/uy,
};

/** A branch of a template that nobody sees. */
const NEVER = /\{%-?\s*(if(?=\s+(?:false|nil|none)\b)|unless(?=\s+true\b))\s+\w+\s*-?%\}/iuy;

const NOTHING = /(?!)/uy;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** A comment: a block of WordPress' editor, or Ghost's mark above the text that is for its members only. */
function commentAt(search: Search, at: number, nameOf: (name: string) => string | undefined): Start | undefined {
  const { text, inVain, commentEnd } = search;
  const end = at < commentEnd ? commentEnd : inVain.has("-->") ? -1 : text.indexOf("-->", at);
  if (end === -1) {
    inVain.add("-->");
    return undefined;
  }
  search.commentEnd = end;
  const to = end + "-->".length;
  if (at < commentEnd && text.lastIndexOf("<!--", end) > at) return { name: undefined, to };
  const words = text.slice(at + "<!--".length, end).trim();
  if (/^(?:members|subscribers|paid)-only$|^paywall$/u.test(words)) return { name: words, to };
  // What Ghost shows to its members alone.
  if (/^kg-gated-block:begin\b.*\bnonMember:false/su.test(words))
    return { name: "kg-gated-block", to, tags: String.raw`<!--\s*kg-gated-block:(?:(?<end>end)|begin)\b(?:[^-]|-(?!->))*-->` };
  const [, name = "", attributes = "", isAlone] = /^wp:([a-z][\w/-]*)\s*(\{[^]*\})?\s*(\/)?$/u.exec(words) ?? [];
  if (name === "") return { name: undefined, to };
  const found = nameOf(name) ?? hiddenBy(attributes);
  const tags = String.raw`<!--\s*(?<end>/)?wp:${name}(?=\s|-->)(?:[^-]|-(?!->))*(?<!/)-->`;
  // Jetpack's paywall restricts what is below it; any other block that is alone has no content.
  if (name === "jetpack/paywall") return { name, to };
  return isAlone === undefined ? { name: found, to, tags } : { name: undefined, to };
}

/** A part of a page builder that is switched off for all: in Divi, WPBakery and Avada. */
const SWITCHED_OFF =
  /\s(?:(disabled)=["']on["']|(disabled_on)=["']on\|on\|on["']|(disable_element)=["']yes["']|(status)=["'](?:draft|private|future)["'])/u;

const switchedOff = (attributes: string): string | undefined =>
  SWITCHED_OFF.exec(attributes)
    ?.slice(1)
    .find((name) => name !== undefined);

const HIDING =
  /"(?:blockVisibility|blockPermissionsCondition|contentControls|um_is_restrict|llms_visibility|otterConditions|loggedIn|(?:pms|wppb)ContentRestriction)"/u;

/** The attribute by which a block is hidden: from all since WordPress 6.9, or from some by a plugin. */
function hiddenBy(attributes: string): string | undefined {
  const json = HIDING.test(attributes) ? parseJson(attributes) : undefined;
  if (!json || !("value" in json) || !isRecord(json.value)) return undefined;
  const { metadata, blockVisibility, blockPermissionsCondition, contentControls, um_is_restrict, ...others } = json.value;
  if (isRecord(metadata) && isNowhere(metadata["blockVisibility"])) return "blockVisibility";
  // Block Visibility
  if (blockVisibility === false || (isRecord(blockVisibility) && hasControls(blockVisibility))) return "blockVisibility";
  // Members, Content Control, Ultimate Member
  if (typeof blockPermissionsCondition === "string" && blockPermissionsCondition !== "") return "blockPermissionsCondition";
  if (isRecord(contentControls) && contentControls["enabled"] === true) return "contentControls";
  if (um_is_restrict === true) return "um_is_restrict";
  return Object.entries(others).find(([name, value]) => RESTRICTS[name]?.(value))?.[0];
}

/** Attributes of blocks by other plugins, and whether their value restricts the block. */
const RESTRICTS: Record<string, (value: unknown) => boolean> = {
  // LifterLMS
  llms_visibility: (value) => typeof value === "string" && !["", "all", "logged_out", "not_enrolled"].includes(value),
  // Otter
  otterConditions: (value) => Array.isArray(value) && value.length > 0,
  // Kadence
  loggedIn: (value) => value === true,
  // Paid Member Subscriptions, Profile Builder
  pmsContentRestriction: (value) => isRecord(value) && value["display_to"] !== "not_logged_in",
  wppbContentRestriction: (value) => isRecord(value) && value["display_to"] !== "not_logged_in",
};

/** `false`, or not on any of all screens. */
const isNowhere = (value: unknown): boolean =>
  value === false ||
  (isRecord(value) &&
    isRecord(value["viewport"]) &&
    ["mobile", "tablet", "desktop"].every((screen) => isRecord(value["viewport"]) && value["viewport"][screen] === false));

const hasControls = ({ hideBlock, controlSets }: Record<string, unknown>): boolean =>
  hideBlock === true || (Array.isArray(controlSets) && controlSets.length > 0);

function markOf(attributes: string): string | undefined {
  const [, double, single, plain] = /\bclass(?:Name)?\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(attributes) ?? [];
  return (double ?? single ?? plain)?.split(/\s+/u).find((word) => CLASS.test(word));
}

/** Whether an offset is in an element that shows code. */
function inElements(text: string): (at: number) => boolean {
  let spans: { from: number; to: number }[] | undefined;
  return (at) => {
    spans ??= [...text.matchAll(/<(pre|code)\b[^<>]*>[^]*?<\/\1>/giu)].map(({ index, 0: all }) => ({
      from: index,
      to: index + all.length,
    }));
    return isWithin(spans, at);
  };
}

/** Whether an offset is inside one of these spans, which are in order. */
export function isWithin(spans: readonly { from: number; to: number }[], at: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.from ?? Infinity) <= at;
}
