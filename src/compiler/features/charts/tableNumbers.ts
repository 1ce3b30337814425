/** A decimal sign. The other one groups thousands, as white space and apostrophes do. */
export type DecimalSign = "." | ",";

/** What is wrong with a cell, and what to do about it if that is not obvious. */
type CellFault = { message: string; remedy?: string };

/**
 * Reads the numbers of a table: "1,234.5", "1 234", "12,34,567", "1’234" and "12 %", and in other languages "1.234,5". Their decimal
 * sign is that of the chart; else that of the language, or the point if only that fits: programs write it in any language.
 * @param cells all cells that may be numbers
 * @param language decides what "1.234" is
 * @param decimal the decimal sign that the chart names
 * @returns reads a cell: a number, undefined where a cell is left empty, or a fault
 */
export function tableNumbers(
  cells: string[],
  language: string,
  decimal: DecimalSign | undefined,
): (cell: string) => number | CellFault | undefined {
  const own = decimal ?? signOf(language);
  const isOf = (sign: DecimalSign) =>
    cells.some((cell) => numberIn(cell, sign) !== undefined && numberIn(cell, otherThan(sign)) === undefined);
  const isMixed = decimal === undefined && isOf(otherThan(own));
  const sign = isMixed && !isOf(own) ? "." : own;
  return (cell) => {
    const [value, other] = [numberIn(cell, sign), numberIn(cell, otherThan(sign))];
    if (value === undefined && EMPTY.test(cell)) return undefined;
    if (value === undefined) {
      if (other === undefined) return { message: `"${cell}" is not a number; there is a gap in its place.` };
      const message = `"${cell}" is not a number with "${sign}" as its decimal sign; there is a gap in its place.`;
      return { message, remedy: nameIt(otherThan(sign)) };
    }
    if (!isMixed || other === undefined || other === value) return value;
    const why = "because the table does not keep to the decimal sign of the story's language";
    const message = `"${cell}" may be ${value} or ${other}, ${why}; there is a gap in its place.`;
    return { message, remedy: nameIt(sign) };
  };
}

const EMPTY = /^(?:|-|–|—|n\/?a|null)$/iu;

const nameIt = (sign: DecimalSign): string => `Name the decimal sign in the chart (decimal: "${sign}"), or correct the table.`;

const otherThan = (sign: DecimalSign): DecimalSign => (sign === "." ? "," : ".");

function signOf(language: string): DecimalSign {
  const parts = new Intl.NumberFormat(language, { numberingSystem: "latn" }).formatToParts(0.5);
  return parts.find(({ type }) => type === "decimal")?.value === "," ? "," : ".";
}

/** Groups have three digits; those of India two, before the last. No group starts with zero: "0,123" has a decimal comma. */
const FORMS: Record<DecimalSign, RegExp> = {
  ".": /^[+-]?(?:[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?$/iu,
  ",": /^[+-]?(?:[1-9]\d{0,2}(?:\.\d{2,3})*\.\d{3}|\d+)?(?:,\d*)?(?:e[+-]?\d+)?$/iu,
};

function numberIn(cell: string, sign: DecimalSign): number | undefined {
  const plain = cell.replaceAll(/[\s'’]|%$/gu, "").replace("−", "-");
  if (!FORMS[sign].test(plain) || !/^[+-]?[.,]?\d/u.test(plain)) return undefined;
  return Number(plain.replaceAll(otherThan(sign), "").replace(sign, "."));
}
