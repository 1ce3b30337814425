import { expect, it } from "vitest";
import { divided } from "#loading/styles/firstSheet.ts";

it("has faces, and rules for every element under their conditions; all else stays", () => {
  const css =
    "@layer base,states;@font-face{font-family:X}@layer base{*,::before{margin:0}p,*{color:red}::selection{color:red}.a ::selection{color:blue}}" +
    "@layer states{@media (forced-colors:active){::highlight(x){color:Mark}a{color:Mark}}@keyframes y{to{opacity:0}}}";
  expect(divided(css)).toEqual({
    first:
      "@layer base,states;@font-face{font-family:X}@layer base{*,::before{margin:0}::selection{color:red}}@layer states{@media (forced-colors:active){::highlight(x){color:Mark}}}",
    rest: "@layer base,states;@layer base{p,*{color:red}.a ::selection{color:blue}}@layer states{@media (forced-colors:active){a{color:Mark}}@keyframes y{to{opacity:0}}}",
  });
});
