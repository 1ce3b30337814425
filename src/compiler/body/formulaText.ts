import type { MathMl } from "#content/blocks/mathMl.ts";

/** A formula as one line of text, for search, copying and reading aloud: "x² + 1", "(a + b)/2", "√(x)", "a_n". */
export function formulaText(mathml: MathMl[]): string {
  return mathml.map(textOf).join("").replace(/\s+/gu, " ").trim();
}

/** Invisible operators, such as function application, which are meant for machines. */
const UNSEEN = /[\u2061-\u2064]/gu;

function textOf({ tag, children }: MathMl): string {
  const parts = children.map((child) => (typeof child === "string" ? child : textOf(child)));
  const [first = "", second = "", third = ""] = parts.map((part) => part.trim());
  switch (tag) {
    case "mo": {
      const sign = parts.join("").replace(UNSEEN, "").trim();
      return /^[=+−<>≤≥≠≈→⇒∈±×∝-]$/u.test(sign) ? ` ${sign} ` : sign === "," ? ", " : sign;
    }
    case "mspace":
      return " ";
    case "mfrac":
      return `${grouped(first)}/${grouped(second)}`;
    case "msqrt":
      return `√${grouped(parts.join("").trim())}`;
    case "mroot":
      return `${grouped(second)}√${grouped(first)}`;
    case "msup":
      return first + raised(second);
    case "msub":
      return first + lowered(second);
    case "munder":
      return first + lowered(second);
    case "mover":
      return /^[\p{M}^~¯→˙¨ˉ^]$/u.test(second) ? first : first + raised(second);
    case "msubsup":
    case "munderover":
      return first + lowered(second) + raised(third);
    case "mtr":
      return `${parts.map((part) => part.trim()).join(", ")}; `;
    case "mtable":
      return parts.join("").replace(/;\s*$/u, "");
    case "mphantom":
      return "";
  }
  return parts.join("").replace(UNSEEN, "");
}

/** In brackets, unless it is a single character or number. */
const grouped = (text: string): string => (/^(?:.|[\d.,]+)$/u.test(text) ? text : `(${text})`);

const RAISED: Record<string, string> = { "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "+": "⁺", "−": "⁻", "-": "⁻", n: "ⁿ" }; // prettier-ignore

/** Digits have superscript characters, which speech synthesis can pronounce; anything else is written with "^". */
function raised(text: string): string {
  if (text === "" || /^[′″‴]+$/u.test(text)) return text;
  const signs = text
    .replaceAll(" ", "")
    .split("")
    .map((sign) => RAISED[sign]);
  return signs.every((sign) => sign !== undefined) ? signs.join("") : `^${grouped(text)}`;
}

const lowered = (text: string): string => (text === "" ? "" : `_${grouped(text)}`);
