import { describe, expect, it } from "vitest";
import { createCriticalStyles } from "#loading/styles/criticalStyles.ts";

/** What of `css` a page needs that is this HTML. */
const critical = (css: string, html: string, language = "en") =>
  createCriticalStyles({ first: "", rest: css }, "/paper/assets/")(html, language).styles;

describe("the styles of a first paint", () => {
  it("are those whose selectors can match something in the page", () => {
    expect(
      critical(".lead h2{margin:0}.table{margin:0}#main{margin:0}", '<main id="main"><p class="top lead"><h2>Tea</h2></p></main>'),
    ).toBe(".lead h2{margin:0}#main{margin:0}");
  });

  it("keep of a rule for several things the selectors that can match", () => {
    expect(critical("h1,table,p{margin:0}", "<p>Tea</p>")).toBe("p{margin:0}");
  });

  it("find one of several in :is, :where and :has, and do not ask for what is in :not", () => {
    const css = ":is(h1,p) b{margin:0}:is(h1,h2) b{margin:0}p:has(b){margin:0}p:has(table){margin:0}p:not(.seen){margin:0}";
    expect(critical(css, "<p><b>Tea</b></p>")).toBe(":is(h1,p) b{margin:0}p:has(b){margin:0}p:not(.seen){margin:0}");
  });

  it("leave out what only the reader's hand brings about", () => {
    const css = "a{margin:0}a:hover{color:red}a:focus-visible{color:red}::selection{color:red}a:before{content:none}";
    expect(critical(css, "<a>Tea</a>")).toBe("a{margin:0}a:before{content:none}");
  });

  it("leave out paper, system colours and rest for the eye, but keep widths of screens", () => {
    const css = "@media print{p{margin:0}}@media (forced-colors:active){p{margin:0}}@media (width>=48rem){p{margin:0}table{margin:0}}";
    expect(critical(css, "<p>Tea</p>")).toBe("@media (width>=48rem){p{margin:0}}");
  });

  it("hold for the reader's own settings, which stand on the document before the paint", () => {
    expect(critical("[data-theme=dark]{color:red}[data-else]{color:red}", "<p>Tea</p>")).toBe("[data-theme=dark]{color:red}");
  });

  it("follow the languages of the document and of what stands in it", () => {
    const css = "p:lang(ar){margin:0}p:lang(de){margin:0}p:lang(de-AT){margin:0}p:lang(de-CH){margin:0}p:lang(fr){margin:0}";
    expect(critical(css, '<p lang="ar">شاي</p>', "de-AT")).toBe("p:lang(ar){margin:0}p:lang(de){margin:0}p:lang(de-AT){margin:0}");
  });

  it("know only the tokens that reach the page, by way of others too", () => {
    const css = ":root{--ink:#000;--edge:var(--ink);--red:red}p{color:var(--edge)}table{color:var(--red)}";
    expect(critical(css, "<p>Tea</p>")).toBe(":root{--ink:#000;--edge:var(--ink)}p{color:var(--edge)}");
  });

  it("know the tokens of conditions too, and leave out a condition without anything in it", () => {
    const css =
      ":root{--ink:#000;--red:red}@media (width>=48rem){:root{--red:#f00}p{color:var(--ink)}@supports (gap:1px){:root{--red:#e00}}}@media (width>=64rem){:root{--red:#d00}}";
    expect(critical(css, "<p>Tea</p>")).toBe(":root{--ink:#000}@media (width>=48rem){p{color:var(--ink)}}");
  });

  it("bring the keyframes of what moves from the start", () => {
    const css = "@keyframes turn{to{rotate:1turn}}@keyframes other{to{rotate:1turn}}p{animation:turn 1s}";
    expect(critical(css, "<p>Tea</p>")).toBe("@keyframes turn{to{rotate:1turn}}p{animation:turn 1s}");
  });

  it("hold what is wider than a phone wherever it stands, since it would make the whole page wider", () => {
    const below = (html: string) =>
      critical("img,pre,.table,.wide,.recording video{max-inline-size:100%}", `<p>${"word ".repeat(700)}</p>${html}`);
    expect(below('<img src="/a.webp">')).toBe("img{max-inline-size:100%}");
    expect(below('<pre><code>x</code></pre><div class="table"></div>')).toBe("pre,.table{max-inline-size:100%}");
    expect(below('<figure class="recording"><video></video></figure>')).toBe(".recording video{max-inline-size:100%}");
    expect(below('<p class="wide">')).toBe("");
  });

  it("depend on the page's first screens alone, however long it is", () => {
    const screens = `<p>${"word ".repeat(700)}</p>`;
    expect(critical("p{margin:0}table{margin:0}", `${screens}<table></table>`)).toBe("p{margin:0}");
  });
});

describe("the first sheet", () => {
  const face = '@font-face{font-family:Text;src:url(./x.woff2)format("woff2")}';
  const fallback = '@font-face{font-family:"Text Georgia";src:local(Georgia);size-adjust:95%}';
  const first = `@layer base,states;${face}${fallback}@layer base{*{margin:0}::selection{color:var(--ink)}}`;
  const rest = "@layer base,states;:root{--ink:black;--other:red}p{margin:0}table{margin:0}";
  const brought = createCriticalStyles({ first, rest }, "/paper/assets/")("<p>Tea</p>", "en");

  it("comes along whole, with the tokens that it needs; what it says of layers stands first", () => {
    expect(brought.styles).toBe(
      `@layer base,states;${fallback}@layer base{*{margin:0}::selection{color:var(--ink)}}:root{--ink:black}p{margin:0}`,
    );
  });

  it("has the faces that must be fetched by themselves, since a page is painted before them, with the address that they have for every page", () => {
    expect(brought.fonts).toBe(face.replace("./", "/paper/assets/"));
  });
});
