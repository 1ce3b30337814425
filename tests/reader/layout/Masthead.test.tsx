import { expect, it } from "vitest";
import type { Edition } from "#content/edition/edition.ts";
import { Masthead } from "#reader/layout/Masthead.tsx";
import { anEdition } from "../../support/anArticle.ts";
import { outlineOfPart } from "../../support/outlineOf.tsx";

const paper: Edition = { ...anEdition, tagline: "All of it", accounts: true };

it("the head of the front page has everything", () => {
  expect(outlineOfPart(<Masthead head="front" />, { edition: paper })).toMatchInlineSnapshot(`
    "header.masthead.front-head
      div.page.ears
        div.ear
          a.tool[href=#menu][aria-label=Menu][data-opens=menu][role=button][aria-haspopup=dialog][aria-expanded=false]
          p.edition > (b > time[datetime=2024-04-22] > "Monday 22 April 2024", "All of it")
        a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
        div.ear
          form.quick.needs-script[role=search][action=/search][aria-label=Search the news]
            input[aria-label=Search the news][placeholder=Search][autocomplete=off][enterkeyhint=search][aria-keyshortcuts=/][type=search][name=q]
            button[type=submit][aria-label=Search]
          a.tool.find[href=/search][aria-label=Search][data-opens=search][role=button][aria-haspopup=dialog][aria-expanded=false]
          button.tool.needs-script[type=button][aria-label=Text: Reading settings][aria-haspopup=dialog][aria-expanded=false][aria-keyshortcuts=t]
          a.tool[aria-label=Saved][href=/saved]
          a.tool.person[href=/account] > (span.word.when-in > "Account", span.word.when-out > "Sign in")
      div.page.oxford
      nav.sections[aria-label=Sections] > ul.page > (li > a[dir=auto][href=/section/science] > "Science", li > a[dir=auto][href=/section/europe] > "Europe")
      nav.trending.page[aria-labelledby=trending]
        b[id=trending] > "Trending"
        ul > li > a[dir=auto][href=/topic/voyager-1] > "Voyager 1"
    "
  `);
});

it("the head of a list marks its section", () => {
  expect(outlineOfPart(<Masthead section="europe" />)).toMatchInlineSnapshot(`
    "header.masthead
      div.page.ears
        div.ear > a.tool[href=#menu][aria-label=Menu][data-opens=menu][role=button][aria-haspopup=dialog][aria-expanded=false]
        a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
        div.ear
          form.quick.needs-script[role=search][action=/search][aria-label=Search the news]
            input[aria-label=Search the news][placeholder=Search][autocomplete=off][enterkeyhint=search][aria-keyshortcuts=/][type=search][name=q]
            button[type=submit][aria-label=Search]
          a.tool.find[href=/search][aria-label=Search][data-opens=search][role=button][aria-haspopup=dialog][aria-expanded=false]
          button.tool.needs-script[type=button][aria-label=Text: Reading settings][aria-haspopup=dialog][aria-expanded=false][aria-keyshortcuts=t]
          a.tool[aria-label=Saved][href=/saved]
      div.page.oxford
      nav.sections[aria-label=Sections]
        ul.page
          li > a[dir=auto][href=/section/science] > "Science"
          li > a[dir=auto][aria-current=page][href=/section/europe] > "Europe"
    "
  `);
});

it("the head of a story is one line", () => {
  expect(outlineOfPart(<Masthead head="story" section="europe" />, { edition: paper })).toMatchInlineSnapshot(`
    "header.masthead.story-head
      div.page.ears
        div.ear > a.tool[href=#menu][data-opens=menu][role=button][aria-haspopup=dialog][aria-expanded=false] > span.word > "Menu"
        a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
        div.ear
          a.tool.find[href=/search][aria-label=Search][data-opens=search][role=button][aria-haspopup=dialog][aria-expanded=false]
          a.tool.person[href=/account] > (span.word.when-in > "Account", span.word.when-out > "Sign in")
      div.page.oxford
    "
  `);
});

it("the head of the search page has no other search, and without an edition there are only the ways that need none", () => {
  expect(outlineOfPart(<Masthead searching />, { edition: { ...paper, home: true, sections: [] } })).toMatchInlineSnapshot(`
    "header.masthead
      div.page.ears
        div.ear
          a.tool[href=#menu][aria-label=Menu][data-opens=menu][role=button][aria-haspopup=dialog][aria-expanded=false]
          p.edition > "All of it"
        a.nameplate[aria-label=The Paper, front page][translate=no][href=/] > "The Paper"
        div.ear
          button.tool.needs-script[type=button][aria-label=Text: Reading settings][aria-haspopup=dialog][aria-expanded=false][aria-keyshortcuts=t]
          a.tool.person[href=/account] > (span.word.when-in > "Account", span.word.when-out > "Sign in")
      div.page.oxford
    "
  `);
  expect(outlineOfPart(<Masthead head="front" />, { edition: null })).toMatchInlineSnapshot(`
    "header.masthead.front-head
      div.page.ears
        div.ear > a.tool[href=#menu][aria-label=Menu][data-opens=menu][role=button][aria-haspopup=dialog][aria-expanded=false]
        a.nameplate[aria-label=, front page][translate=no][href=/]
        div.ear
          form.quick.needs-script[role=search][action=/search][aria-label=Search the news]
            input[aria-label=Search the news][placeholder=Search][autocomplete=off][enterkeyhint=search][aria-keyshortcuts=/][type=search][name=q]
            button[type=submit][aria-label=Search]
          a.tool.find[href=/search][aria-label=Search][data-opens=search][role=button][aria-haspopup=dialog][aria-expanded=false]
          button.tool.needs-script[type=button][aria-label=Text: Reading settings][aria-haspopup=dialog][aria-expanded=false][aria-keyshortcuts=t]
          a.tool[aria-label=Saved][href=/saved]
      div.page.oxford
    "
  `);
});
