import { format } from "prettier";
import { CRITERIA } from "./criteria.ts";
import type { Criterion, Test } from "./criterion.ts";
import { OTHER_CLAUSES } from "./otherClauses.ts";

/** The text of docs/accessibility.md: the report in the form of VPAT 2.5 INT. */
export function accessibilityReport(): Promise<string> {
  const text = [
    OPENING,
    STATEMENT,
    sumOf(CRITERIA),
    "### WCAG 2.2, level A\n",
    ...tableOf(CRITERIA.filter(({ level }) => level === "A")),
    "\n### WCAG 2.2, level AA\n",
    ...tableOf(CRITERIA.filter(({ level }) => level === "AA")),
    EN_301_549,
    ...tableOf(OTHER_CLAUSES),
    SECTION_508,
    "### The tests\n",
    "| | file | test |",
    "| --- | --- | --- |",
    ...tests.map(({ file, title }, at) => `| ${at + 1} | \`${file}\` | ${title.replace(/[|<]/gu, "\\$&")} |`),
  ].join("\n");
  return format(text, { parser: "markdown", printWidth: 140, proseWrap: "preserve" });
}

const OPENING = `# Accessibility

This is Broadsheet's accessibility conformance report, in the form of the VPAT 2.5 INT: how far the pages that it makes meet WCAG 2.2, EN 301 549 and Section 508. For a paper of your own it is a beginning: your texts, pictures, theme, slots and blocks belong to your site too. [\`check\`](command.md#check) names some faults of these: pictures without alternative text, films without captions, weak colours.

- **The report**: on the version that this manual belongs to, against WCAG 2.0, 2.1 and 2.2 at the levels A and AA (AAA was not evaluated), EN 301 549 V3.2.1 and Section 508.
- **What was evaluated**: every kind of page of the sample edition, and of a paper that has every block; the pages of accounts; all dialogs. Not the [desk](desk.md), an editor by others.
- **How**: by the tests named below, which run in Chromium, on the main kinds of page at every change and on all each night: axe-core, and checks of our own for focus, reflow, text spacing, target sizes, names, announcements and movement, by day and by night, in colours that the system forces, at 320 pixels and with letters twice as large. Those checks are tested too, with defects that are planted in a page.
- **What was not done**: nobody who depends on assistive technology has tried it, and no screen reader, magnifier, switch or voice control was used. Tests cannot tell what these would find. If you use one, please report what you meet, as an issue like any other fault.

The terms are those of the VPAT: Supports, Partially Supports, Does Not Support, Not Applicable. The form keeps Not Evaluated for level AAA; here it stands wherever nobody has evaluated, which says more than a guess. Numbers in the last column are those of the [tests](#the-tests).

This page is made from \`scripts/accessibility/\`; a test refuses a row whose tests do not exist.
`;

const STATEMENT = `## The statement of a paper

In many countries, sites must say how accessible they are; in the European Union, public bodies by Directive 2016/2102 and many businesses by Directive 2019/882. [\`broadsheet accessibility\`](command.md#accessibility) writes such a statement into \`pages/accessibility.md\`, in the form of the W3C's and the EU's models: how far the paper conforms, what is known to shut readers out, a contact, the date and the method. It counts pictures without alternative text, recordings without a transcript, films without captions and parts of other sites, and measures the contrast of the theme in each colour scheme. It never claims full conformance, which only people can find out.

The page is yours: translate it, and add what you know, such as the authority that readers can complain to. The command overwrites it only with \`--force\`.

## The conformance of Broadsheet
`;

const EN_301_549 = `
### EN 301 549

Clauses 9.1 to 9.4 of V3.2.1 are the success criteria of WCAG 2.1, A and AA, under the same numbers (9.1.1.1 is 1.1.1): see above. Its 9.4.1.1 (4.1.1 Parsing), which WCAG 2.2 has removed, counts as met for every HTML page since an erratum of 2023. The other clauses:
`;

const SECTION_508 = `
### Section 508

E205.4 and 501.1 ask for WCAG 2.0, A and AA: see above. Chapter 3 corresponds to clause 4.2, 503.4 to 7.3, 504 to 11.8, and 602 to 12.1 of EN 301 549; chapter 4 does not apply.
`;

/** The tests of the report, each once. */
const tests = [...new Set([...CRITERIA, ...OTHER_CLAUSES].flatMap(({ tests: shownBy = [] }) => shownBy))];

function sumOf(criteria: Criterion[]): string {
  const terms = [...new Set(criteria.map(({ conformance }) => conformance))];
  const counts = terms.map((term) => `${term} ${criteria.filter(({ conformance }) => conformance === term).length}`);
  return `Of the ${criteria.length} success criteria of the levels A and AA: ${counts.join(", ")}.\n`;
}

function tableOf(criteria: Criterion[]): string[] {
  return ["| criterion | conformance | remarks | tests |", "| --- | --- | --- | --- |", ...criteria.map(rowOf)];
}

function rowOf({ number, name, conformance, remark, tests: shownBy = [] }: Criterion): string {
  const shown = shownBy.map(numberOf).toSorted((one, other) => one - other);
  return `| ${number} ${name} | ${conformance} | ${remark} | ${shown.join(", ")} |`;
}

const numberOf = (test: Test): number => tests.indexOf(test) + 1;
