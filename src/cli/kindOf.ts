/** What messages that differ only in what they name have in common: quoted words, addresses, and the arguments of a template tag. */
export const kindOf = (message: string): string =>
  message
    .replace(/^(\{\{[<%]?|\{%-?)\s*(\/?[\w.-]+)[^]*?(?:[>%-]?\}\}|-?%\}|…)(?= )/u, "$1 $2 …")
    .replace(/"[^"]*"|“[^”]*”/gu, "“…”")
    .replace(/https?:\/\/\S+/gu, "…")
    .replace(/(?<=^The (?:picture|link to|element) )\S+/u, "…");
