import type { Argument, Command } from "commander";
import { format } from "prettier";

const OPENING = `# The command

In a paper made by \`npm create broadsheet\`, \`npx broadsheet\` runs it, and \`npm run dev\`, \`new\`, \`check\` (with \`--strict\`), \`theme\`, \`build\` and \`npm start\` stand for the commands that are used daily; options follow \`--\`. It ends with 0 if all is well, and with 1 for errors in the paper (with \`--strict\` for warnings too) and for wrong usage. \`build\` ends with 0 if the site is built, with 2 if it is built and something is kept back because of an error ([building a live site](hosting/live-site.md#a-fault-does-not-take-a-story-down)), and with 1 if it is not built; with \`--strict\`, 1 also means that there are errors or warnings.

This page is made from what \`broadsheet --help\` says.
`;

/** The text of docs/command.md. */
export function commandReference(program: Command): Promise<string> {
  const text = [
    OPENING,
    ...program.commands.flatMap((command) => [
      partOf(command),
      ...command.commands.map((sub) => partOf(sub, `${command.name()} ${sub.name()}`)),
    ]),
  ].join("\n");
  return format(text, { parser: "markdown", printWidth: 140, proseWrap: "preserve" });
}

function partOf(command: Command, name = command.name()): string {
  const given = command.registeredArguments.map((argument) => row(nameOf(argument), argument.description, argument.defaultValue));
  const options = command.options.map(({ flags, description, defaultValue, argChoices }) =>
    row(flags, argChoices ? `${description}: ${argChoices.join(" or ")}` : description, defaultValue),
  );
  const usage = command.registeredArguments.map((argument) => ` ${nameOf(argument)}`).join("");
  return [
    `## ${name}`,
    "",
    `\`broadsheet ${name}${usage}\`: ${command.description()}.`,
    "",
    "| option | what it does | default |",
    "| --- | --- | --- |",
    ...given,
    ...options,
    "",
  ].join("\n");
}

const nameOf = (argument: Argument): string => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`);

function row(flags: string, description: string, value: unknown): string {
  const said = typeof value === "string" ? `\`${value}\`` : "";
  return `| \`${flags}\` | ${description.replace(/[|<]/gu, "\\$&")} | ${said} |`;
}
