const LONGEST = 80;

/** Characters without width: joiners, soft hyphens, direction marks and the variation selectors of emoji. */
const INVISIBLE = /[\p{Cf}\u20e3\ufe00-\ufe0f]/gu;

/** Combining marks without a base letter. */
const STRAY_MARKS = /(?<![\p{L}\p{M}\p{N}])\p{M}+/gu;

const words = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * A name or headline as the last part of an address: lower case, letters and
 * digits of any script kept (an Arabic headline stays readable), accents kept
 * in composed form, invisible characters dropped, everything else one hyphen.
 * At most 80 UTF-16 code units, cut at a hyphen if one is near, and never inside
 * a grapheme. Returns "" for a text without letters or digits.
 */
export function slug(text: string): string {
  // Without the rules of Turkish, the small letter of "İ" is "i" with a combining dot.
  return ofSmallLetters(smallLetters(text).replaceAll("i\u0307", "i"));
}

/**
 * The slug that earlier versions made of a text with "İ", whose dot they kept; undefined for any other text, and in stories that were
 * published since. An address made of it must lead to the present one.
 * @param published the date of the story, as an instant
 */
export function dottedSlug(text: string, published: string): string | undefined {
  if (published >= "2027") return undefined;
  const small = smallLetters(text);
  // Hardly any text has a dot of its own, and making a slug takes a while.
  if (!small.includes("\u0307")) return undefined;
  const dotted = ofSmallLetters(small);
  return dotted.includes("i\u0307") ? dotted : undefined;
}

const smallLetters = (text: string): string => text.normalize("NFKC").toLowerCase();

function ofSmallLetters(text: string): string {
  const plain = text
    .replace(INVISIBLE, "")
    .replace(STRAY_MARKS, "")
    .replace(/['’ʼ]/gu, "")
    // C, C++ and C# are different topics, and so are Disney and Disney+.
    .replace(/(?<=\p{L})\+(?=\+|[^\p{L}\p{N}]|$)|(?<=\p{L}\+)\+/gu, "-plus-")
    .replace(/(?<=(?<![\p{L}\p{N}])\p{L})#(?![\p{L}\p{N}])/gu, "-sharp-")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  return plain.length <= LONGEST ? plain : cut(plain);
}

function cut(plain: string): string {
  let kept = "";
  for (const { segment } of words.segment(plain)) {
    if (kept.length + segment.length > LONGEST) break;
    kept += segment;
  }
  const hyphen = kept.lastIndexOf("-");
  return (hyphen > LONGEST / 2 ? kept.slice(0, hyphen) : kept).replace(/-+$/u, "");
}
