import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/compiler/text/detectLanguage.ts";
import { readDrafts } from "../../../src/compiler/reading/readDrafts.ts";
import { settingsOf } from "../reading/contentFolder.ts";
import { paragraph, refineDrafts } from "../refine/refineDrafts.ts";

const GERMAN = `Der Bundestag hat am Donnerstag über das neue Gesetz abgestimmt, das den Ausbau der erneuerbaren Energien beschleunigen soll. Die Opposition kritisierte den Entwurf als unzureichend und forderte weitere Maßnahmen, um die Kosten für Verbraucher zu senken. Die Regierung verteidigte ihr Vorhaben und verwies auf die Fortschritte der vergangenen Jahre, in denen mehr Windräder errichtet wurden als je zuvor. In den Ländern stößt das Gesetz auf Zustimmung, doch die Gemeinden fürchten, dass sie bei der Planung nicht mehr gehört werden. Ein Sprecher des Städtetages sagte, man brauche klare Regeln und genügend Personal in den Ämtern. Umweltverbände begrüßten die schnelleren Verfahren, warnten aber davor, den Schutz seltener Vögel aufzugeben. Der Bundesrat soll sich noch vor der Sommerpause mit dem Vorhaben befassen, damit es im Herbst in Kraft treten kann. Bis dahin wollen die Ministerien die Verordnungen vorlegen, die für die Umsetzung nötig sind. Die Netzbetreiber kündigten an, ihre Pläne zu überarbeiten und zusätzliche Leitungen früher als bisher vorgesehen zu bauen.`;

describe("the language of a text that does not say it", () => {
  it("is found in a long text, and told", () => {
    const { articles, messages } = refineDrafts([{ body: [paragraph(GERMAN)] }]);
    expect(articles[0]?.inLanguage).toBe("de");
    expect(messages).toEqual(["The file names no language; its text seems to be German (de)."]);
  });

  it("is what the file says, whatever the text looks like", () => {
    expect(refineDrafts([{ body: [paragraph(GERMAN)], inLanguage: "nl" }]).articles[0]?.inLanguage).toBe("nl");
  });

  it("is the edition's in a short text, in one that changes its language, and where they agree", () => {
    expect(detectLanguage([paragraph(GERMAN.slice(0, 800))], "en")).toBeUndefined();
    const english = "The gates were opened before dawn, and the town waited for news from the coast while the river rose. ".repeat(6);
    expect(detectLanguage([paragraph(GERMAN.slice(0, 600) + english)], "en")).toBeUndefined();
    expect(detectLanguage([paragraph(GERMAN)], "de-AT")).toBeUndefined();
  });

  it.each([
    ["zh", "渡轮清晨从旧码头启航，船员们检查了缆绳和发动机，乘客在甲板上等候。"],
    ["ja", "フェリーは早朝に古い桟橋を出て、乗組員はロープとエンジンを点検した。"],
    ["ko", "여객선은 이른 아침 낡은 부두를 떠났고 선원들은 밧줄과 엔진을 점검했다."],
    ["el", "Το πλοίο έφυγε νωρίς το πρωί από την παλιά προβλήτα με λίγους επιβάτες."],
  ])("is told by a script that is of %s alone, however short the text is", (language, text) => {
    expect(detectLanguage([paragraph(text)], "en")).toBe(language);
    expect(detectLanguage([paragraph(text)], `${language}-XX`)).toBeUndefined();
    expect(
      detectLanguage([paragraph(`The ferry is called ${text.slice(0, 6)} and sails at dawn from the old quay.`)], "en"),
    ).toBeUndefined();
  });

  it("is never the edition's where the letters run the other way, however short the text is", () => {
    expect(detectLanguage([paragraph("Two Kenyans win in London, one with a record for the race.")], "ar")).toBe("en");
    expect(detectLanguage([paragraph("الطبق الذي لم يغسله أحد، والعفن الذي أبعد الجراثيم عنه")], "en")).toBe("ar");
    expect(detectLanguage([paragraph("2024")], "ar")).toBeUndefined();
  });

  it("is right for every story of the sample edition, whatever the edition's language is", async () => {
    const { drafts } = await readDrafts("content", settingsOf(), () => {});
    expect(drafts.length).toBeGreaterThan(40);
    for (const edition of ["en", "nl", "ar"])
      for (const { file, body, inLanguage = "en" } of drafts)
        expect([edition, inLanguage, undefined], `${file} in ${edition}`).toContain(detectLanguage(body, edition));
    const found = drafts.filter(({ body, inLanguage = "en" }) => inLanguage !== "en" && detectLanguage(body, "en") === inLanguage);
    expect(new Set(found.map(({ inLanguage }) => inLanguage))).toEqual(new Set(["ar", "de"]));
  });
});
