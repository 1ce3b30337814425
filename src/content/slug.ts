const LONGEST = 80;

/** What has no width of its own: joiners, soft hyphens, marks of direction, and what only says how an emoji is drawn. */
const INVISIBLE = /[\p{Cf}\u20e3\ufe00-\ufe0f]/gu;

/** A mark that has lost its letter. */
const STRAY_MARKS = /(?<![\p{L}\p{M}\p{N}])\p{M}+/gu;

const words = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * A name or headline as the last part of an address: lower case, letters and
 * digits of any script kept (an Arabic headline stays readable), accents kept
 * in composed form, invisible characters dropped, everything else one hyphen.
 * Never cut inside a grapheme; at most 80 UTF-16 units, cut at a hyphen where one is near.
 * Returns "" for a text without letters or digits; the caller decides then.
 */
export function slug(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(INVISIBLE, "")
    .replace(STRAY_MARKS, "")
    .replace(/['’ʼ]/gu, "")
    // C, C++ and C# are three things, and so are Disney and Disney+.
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
