import { describe, expect, it } from "vitest";
import { anArticle } from "../../../support/anArticle.ts";
import { searchOver } from "../../../support/searchOver.ts";

const story = (slug: string, inLanguage: string, headline: string, text: string) =>
  anArticle({ id: slug, slug, inLanguage, headline, body: [{ type: "paragraph", children: [{ type: "text", text }] }] });

const stories = [
  story("zh", "zh", "长江大桥今晨通车", "大桥全长两公里，连接两岸的工厂与码头。"),
  story("ja", "ja", "新しい橋が開通", "東京湾を渡る橋が今朝、開通しました。渋滞の緩和が期待されています。"),
  story("hi", "hi", "नदी पर नया पुल खुला", "सुबह छह बजे पहली गाड़ियाँ पुल से गुज़रीं।"),
  story("he", "he", "גשר חדש נפתח", "הגשר נפתח הבוקר לתנועה."),
  story("en", "en", "Pages without scripts", "The <script> element is never needed."),
  story("tr", "tr", "Yeni köprü açıldı", "Köprü sabah altıda trafiğe açıldı."),
];

describe("a story is found by a word in it", () => {
  it.each([
    ["zh", "大桥"],
    ["zh", "码头"],
    ["ja", "渋滞"],
    ["ja", "東京湾"],
    ["hi", "गाड़ियाँ"],
    ["hi", "पुल"],
    ["he", "הגשר"],
    ["tr", "kopru"],
    ["en", "<script>"],
  ])("in %s by %s", async (language, word) => {
    const { hits } = await searchOver(stories, { language }).search(word);
    expect(hits.map(({ document }) => document.slug)).toEqual([language]);
  });
});
