import { expect, test } from "vitest";
import { kindOf, placesInOne } from "#compiler/draft/problem.ts";

test.each([
  [[], undefined],
  [["line 4"], "line 4"],
  [["line 4", "line 4"], "line 4"],
  [["line 4", "line 9"], "lines 4 and 9"],
  [["line 4", "line 9", "line 12"], "lines 4, 9 and 12"],
  [["body.3", "line 9", "body.4"], "body.3, and 2 more"],
  [["line 4", "body.3"], "line 4, and 1 more"],
  [Array.from({ length: 12 }, (_, at) => `line ${at + 1}`), "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 12"],
  [Array.from({ length: 14 }, (_, at) => `line ${at + 1}`), "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more"],
])("the places %j are %s", (places, together) => {
  expect(placesInOne(places)).toBe(together);
});

test("problems of one kind differ in their words, lines and addresses alone", () => {
  expect([
    kindOf('The topic "a" is not known (line 3).'),
    kindOf("The topic “b” is not known (lines 3 and 4)."),
    kindOf("The picture a.jpg is not there."),
    kindOf("The link to /x leads nowhere, see https://example.org/x"),
    kindOf('{{< figure src="a.jpg" >}} is a template tag.'),
    kindOf("{% include a.html %} is a template tag."),
  ]).toEqual([
    "The topic “…” is not known.",
    "The topic “…” is not known.",
    "The picture … is not there.",
    "The link to … leads nowhere, see …",
    "{{< figure … is a template tag.",
    "{% include … is a template tag.",
  ]);
});
