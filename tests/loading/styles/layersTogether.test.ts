import { expect, it } from "vitest";
import { together } from "#loading/styles/layersTogether.ts";

it("puts the rules of a layer together in their order, behind the order of the layers", () => {
  const css =
    '@layer components{.a{color:red}@media (width>=48rem){.a{color:blue}}}@font-face{font-family:"X"}@layer base{p{margin:0}}@layer components{@media (width>=48rem){.b{color:blue}}.c{color:red}}';
  expect(together(css)).toBe(
    '@layer tokens,base,layout,components,states,print;@font-face{font-family:"X"}@layer tokens{}@layer base{p{margin:0}}@layer layout{}' +
      "@layer components{.a{color:red}@media (width>=48rem){.a{color:blue}.b{color:blue}}.c{color:red}}@layer states{}@layer print{}",
  );
});

it("refuses a layer that has no place in the order", () => {
  expect(() => together("@layer extra{.a{color:red}}")).toThrow("The layer extra has no place in the order.");
});
