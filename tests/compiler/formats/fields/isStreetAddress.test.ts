import { expect, test } from "vitest";
import { isStreetAddress } from "../../../../src/compiler/formats/fields/isStreetAddress.ts";

test.each([
  "Rathausstraße 15, 10178 Berlin",
  "12 Harbour Road",
  "Unter den Linden 77, 10117 Berlin",
  "Messeplatz 1",
  "221B Baker Street, London",
  "Mollstr. 1",
])("%s is a street address", (name) => expect(isStreetAddress(name)).toBe(true));

test.each([
  "Berlin",
  "Wall Street",
  "Paris 13e",
  "Schleswig-Holstein",
  "Potsdamer Platz",
  "Area 51",
  "Norwegen",
  "District 9",
  "Stratford",
  "Abbey Road",
])("%s is a place", (name) => expect(isStreetAddress(name)).toBe(false));
