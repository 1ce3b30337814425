import { expect, test } from "vitest";
import { messageCode, readMessage, sayMessage } from "#content/words/message.ts";

/** The message as code, with its arguments. */
function code(text: string, language = "en", order?: string[]): string {
  const message = readMessage(text, language);
  const names = message.arguments.map(({ name, isNumber }) => (isNumber ? `${name}#` : name)).join(" ");
  return `${names} | ${messageCode(message, order ?? message.arguments.map(({ name }) => name))}`;
}

test("messages are code, with their arguments in the order in which they are named", () => {
  const messages = [
    "Words",
    'Quoted "words", `a` \\ ${b}',
    "{name} and {other}",
    "{b} {a} {b}",
    "{count, number} of {total, number}",
    "{count, plural, =0 {none} one {# tale} other {# tales of {name}}}",
    "{kind, select, topic {Topic} other {Other {kind}}}",
    "Within {CONFIRM_MINUTES} minutes",
    "{CONFIRM_MINUTES, plural, one {# minute} other {# minutes}}",
    "Isolated: \u2068{name}\u2069, and {name}",
    "{a} {b} {c} {d} {e} {f}",
    "{count, plural, one {one} other {{count, number} in {place}}}",
  ];
  expect(Object.fromEntries(messages.map((text) => [text, code(text)]))).toEqual({
    Words: ' | "Words"',
    'Quoted "words", `a` \\ ${b}': 'b | a=>`Quoted "words", \\`a\\` \\\\ \\$${i(a)}`',
    "{name} and {other}": "name other | (a,b)=>`${i(a)} and ${i(b)}`",
    "{b} {a} {b}": "b a | (a,b)=>`${i(a)} ${i(b)} ${i(a)}`",
    "{count, number} of {total, number}": "count# total# | (a,b)=>`${n(a)} of ${n(b)}`",
    "{count, plural, =0 {none} one {# tale} other {# tales of {name}}}":
      'count# name | (a,b)=>`${a===0?"none":c(a,{one:`${n(a)} tale`,other:`${n(a)} tales of ${i(b)}`})}`',
    "{kind, select, topic {Topic} other {Other {kind}}}":
      'kind | a=>`${(f=>f[a]??f.other)({__proto__:null,topic:"Topic",other:`Other ${i(a)}`})}`',
    "Within {CONFIRM_MINUTES} minutes": ' | "Within 60 minutes"',
    "{CONFIRM_MINUTES, plural, one {# minute} other {# minutes}}": " | `${c(60,{one:`${n(60)} minute`,other:`${n(60)} minutes`})}`",
    "Isolated: ⁨{name}⁩, and {name}": "name | a=>`Isolated: ⁨${a}⁩, and ${i(a)}`",
    "{a} {b} {c} {d} {e} {f}": "a b c d e f | (a,b,d,e,a4,a5)=>`${i(a)} ${i(b)} ${i(d)} ${i(e)} ${i(a4)} ${i(a5)}`",
    "{count, plural, one {one} other {{count, number} in {place}}}":
      'count# place | (a,b)=>`${c(a,{one:"one",other:`${n(a)} in ${i(b)}`})}`',
  });
  expect(code("{name}", "en", ["other", "name"])).toBe("name | (a,b)=>`${i(b)}`");
});

test.each([
  "{count, plural, one {a} few {b} other {c}}",
  "{at, date}",
  "{at, number, percent}",
  "{n, selectordinal, other {#}}",
  "{n, plural, offset:1 other {#}}",
  "{open",
])("%s is refused in English", (text) => {
  expect(() => readMessage(text, "en")).toThrow(/./u);
});

test("what is refused is named", () => {
  expect(() => readMessage("{at, date}", "en")).toThrow("{at, date} is not known here: numbers are written {at, number}");
  expect(() => readMessage("a {b, plural, other {{n, selectordinal, other {#}}}}", "en")).toThrow(
    "{n, selectordinal} may have neither ordinals nor an offset here",
  );
  expect(() => readMessage("{count, plural, one {a} few {b} other {c}}", "pl")).not.toThrow();
});

test("a message is said with values", () => {
  const say = (text: string, values: Record<string, string>, language = "en") => sayMessage(readMessage(text, language), language, values);
  const plural = "{count, plural, =0 {none} one {# tale} other {# tales of {name}}}";
  expect([
    say("{name}, {missing}!", { name: "Ada" }),
    say(plural, { count: "0" }),
    say(plural, { count: "1" }),
    say(plural, { count: "5", name: "Ada" }),
    say("{kind, select, topic {Topic} other {Other}}", { kind: "topic" }),
    say("{kind, select, topic {Topic} other {Other}}", { kind: "place" }),
    say("{n, plural, one {a} few {b} many {c} other {d}}", { n: "3" }, "pl"),
    say("{n, plural, one {a} few {b} many {c} other {d}}", { n: "5" }, "pl"),
    say("{SHORTEST_PASSWORD} characters", { SHORTEST_PASSWORD: "1" }),
  ]).toEqual(["Ada, !", "none", "1 tale", "5 tales of Ada", "Topic", "Other", "b", "c", "8 characters"]);
});
