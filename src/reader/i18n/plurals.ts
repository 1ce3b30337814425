/** A phrase for a number of things, in the plural forms of its language: "one" and "other" in English, six in Arabic. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * How a language counts. Digits are Latin in every language, as in dates: see docs/decisions/008-one-message-catalogue-per-language.md.
 * The format is made for a number that is written otherwise than in a program, from 1,000 on: that takes a phone 60 ms, and most stories have none.
 * @returns `number` formats a number, `counted` chooses the form for a number, `size` formats bytes as kB or MB
 */
export function counting(language: string) {
  let rules: Intl.PluralRules | undefined;
  let digits: Intl.NumberFormat | undefined;
  const number = (count: number): string => {
    if (Number.isInteger(count) && count >= 0 && count < 1000) return String(count);
    digits ??= new Intl.NumberFormat(language, { numberingSystem: "latn" });
    return digits.format(count);
  };
  const counted = (count: number, forms: Forms): string => forms[(rules ??= new Intl.PluralRules(language)).select(count)] ?? forms.other;
  const size = (bytes: number): string => {
    const [unit, shown] = bytes < 1_000_000 ? (["kilobyte", bytes / 1000] as const) : (["megabyte", bytes / 1_000_000] as const);
    const options = { style: "unit", unit, maximumFractionDigits: shown < 10 ? 1 : 0, numberingSystem: "latn" } as const;
    return new Intl.NumberFormat(language, options).format(shown);
  };
  return { number, counted, size };
}
