import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { focusNext, restoreFocus } from "#reader/navigation/restoreFocus.ts";

let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  stop = restoreFocus();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  document.body.replaceChildren();
});

const find = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`There is no ${selector}.`);
  return element;
};

/** Until the observer has seen it, and what it puts off. */
const settled = () => vi.runAllTimersAsync();

const LIST = `<main><h1>Saved</h1><section><h2>Stories</h2><ol>
  <li><a href="/a">A</a><button class="x" id="a">Remove</button></li><li><a href="/b">B</a><button class="x" id="b">Remove</button></li>
  <li><a href="/c">C</a><button class="x" id="c">Remove</button></li></ol></section></main>`;

async function lose(selector: string, gone = selector): Promise<void> {
  find(selector).focus();
  find(gone).remove();
  await settled();
}

test("the focus goes to the same control of the next item, else of the one before, else to the heading of the part", async () => {
  document.body.innerHTML = LIST;
  await lose("#b", "li:has(#b)");
  expect(document.activeElement).toBe(find("#c"));
  await lose("#c", "li:has(#c)");
  expect(document.activeElement).toBe(find("#a"));
  await lose("#a", "ol");
  expect(document.activeElement).toBe(find("h2"));
});

test("it goes to what stands in its place, and to what came in the same moment", async () => {
  document.body.innerHTML = `<main><h1>Story</h1><p>Text</p><p id="consent"><button>Load it</button></p><p>Text</p></main>`;
  find("button").focus();
  find("#consent").outerHTML = `<iframe title="Film"></iframe>`;
  await settled();
  expect(document.activeElement).toBe(find("iframe"));

  document.body.innerHTML = `${LIST}<main><section><h2>More</h2><ol id="more"></ol><button id="all">Show more</button></section></main>`;
  find("#all").focus();
  find("#more").innerHTML = `<li><a href="/d" id="d">D</a></li>`;
  find("#all").remove();
  await settled();
  expect(document.activeElement).toBe(find("#d"));
});

test("it goes back from a toast to where it came from, and where that was replaced to what bears its name", async () => {
  document.body.innerHTML = `${LIST}<div class="toast"><button id="undo">Undo</button></div>`;
  find("#b").focus();
  await lose("#undo", ".toast");
  expect(document.activeElement).toBe(find("#b"));

  find("#b").outerHTML = `<button id="b">Drawn anew</button>`;
  await settled();
  expect(document.activeElement).toBe(find("#b"));
});

test("it goes where a part wishes, also when that comes later", async () => {
  document.body.innerHTML = LIST;
  focusNext("#later");
  find("#a").focus();
  focusNext("#later");
  find("li:has(#a)").remove();
  await settled();
  expect(document.activeElement).toBe(find("#b"));
  find("ol").insertAdjacentHTML("afterbegin", `<li><button id="later">Later</button></li>`);
  await settled();
  expect(document.activeElement).toBe(find("#later"));
});

test("it waits for the headline of a page that is not there yet, and leaves alone who has let go of the focus", async () => {
  document.body.innerHTML = LIST;
  await lose("#a", "main");
  expect(document.activeElement).toBe(document.body);
  document.body.innerHTML = "<main><h1>Next page</h1></main>";
  await settled();
  expect(document.activeElement).toBe(find("h1"));

  document.body.innerHTML = LIST;
  find("#a").focus();
  find("#a").blur();
  await settled();
  find("li:has(#a)").remove();
  await settled();
  expect(document.activeElement).toBe(document.body);
});
