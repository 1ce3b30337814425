/** The style of reports: the paper's plain one, by day and by night. It is in the page, which is one file. */
export const reportStyle = `
:root { color-scheme: light dark; --paper: light-dark(#fdfdfb, #131518); --sunk: light-dark(#f2f2ed, #0c0d10); --ink: light-dark(#14161a, #e9e7e1); --soft: light-dark(#44484f, #b9b7b0); --rule: light-dark(#dcdcd5, #303439); --strong: light-dark(#14161a, #8d8b85); --blue: light-dark(#2743bf, #a9bbff); --red: light-dark(#b3261a, #ff9d8c); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.15; font-weight: 560; letter-spacing: -0.012em; }
h1 { margin: 0 0 0.75rem; font-size: clamp(1.9rem, 1.4rem + 2.4vw, 2.9rem); }
h2 { margin: 2.5rem 0 0.75rem; border-top: 1px solid var(--strong); padding-top: 0.75rem; font-size: 1.6rem; }
h3 { margin: 1.5rem 0 0.5rem; font-size: 1.2rem; }
p, ul { margin: 0 0 0.75rem; max-width: 46rem; }
a { color: var(--blue); }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
nav, .count, .where, .type, .note { font: 0.875rem/1.45 system-ui, sans-serif; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
nav a { padding: 0.35rem 0; }
.note, .where, .type { color: var(--soft); }
details { border-bottom: 1px solid var(--rule); }
summary { display: grid; grid-template-columns: 1rem 3.2rem 1fr; gap: 0.5rem; align-items: baseline; padding: 0.6rem 0; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "+"; color: var(--blue); font: 1rem system-ui, sans-serif; }
[open] > summary::before { content: "−"; }
.count { text-align: end; font-variant-numeric: tabular-nums; font-weight: 600; }
#mend .count { color: var(--red); }
details > :not(summary) { margin-inline-start: 1.5rem; }
details > ul { max-height: 28rem; overflow: auto; padding: 0 0 0.75rem 1rem; }
li { margin-bottom: 0.5rem; }
.where { display: block; }
.pair { display: grid; gap: 1rem; }
.pair > div { min-width: 0; border: 1px solid var(--rule); background: var(--sunk); padding: 0.75rem 1rem; max-height: 36rem; overflow: auto; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid var(--rule); padding: 0.35rem 1rem 0.35rem 0; text-align: start; vertical-align: baseline; }
th { overflow-wrap: normal; color: var(--soft); font: 0.875rem/1.45 system-ui, sans-serif; }
td.number { text-align: end; font-variant-numeric: tabular-nums; }
pre { margin: 0; white-space: pre-wrap; font: 0.8125rem/1.5 ui-monospace, monospace; }
.type { display: block; margin-top: 0.5rem; }
@media (min-width: 52rem) { .pair { grid-template-columns: 1fr 1fr; } details > :not(summary) { margin-inline-start: 4.75rem; } }
`;
