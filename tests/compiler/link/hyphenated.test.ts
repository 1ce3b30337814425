import { beforeAll, describe, expect, it } from "vitest";
import { hyphenated, loadHyphenation } from "#compiler/link/hyphenated.ts";

/** Soft hyphens made visible. */
const seen = (headline: string, language: string) => hyphenated(headline, language)?.replaceAll("\u00ad", "|");

beforeAll(() => loadHyphenation(["de", "de-AT", "nl", "fi", "en", "ar"]));

describe("hyphenated", () => {
  it("breaks long German words where they are joined or spoken", () => {
    expect(seen("Das Oosterschelde-Sturmflutsperrwerk im Winter", "de")).toBe("Das Oosterschelde-Sturm|flut|sperrwerk im Winter");
    expect(seen("Umweltverträglichkeitsprüfung verlangt", "de-AT")).toBe("Umwelt|ver|träg|lich|keits|prüfung verlangt");
  });

  it("knows Dutch and Finnish", () => {
    expect(seen("Arbeidsongeschiktheidsverzekering duurder", "nl")).toBe("Arbeids|on|ge|schikt|heids|ver|ze|kering duurder");
    expect(seen("Kansainvälisyyskasvatus", "fi")).toBe("Kansain|vä|li|syys|kas|vatus");
  });

  it("leaves words of fourteen letters and fewer alone, and other languages", () => {
    expect(hyphenated("Wasserstraßen zu", "de")).toBeUndefined();
    expect(hyphenated("Internationalisation", "en")).toBeUndefined();
    expect(hyphenated("العفن", "ar")).toBeUndefined();
  });

  it("leaves a headline alone in which an editor has set the breaks", () => {
    expect(hyphenated("Küsten\u00adschutz\u00adgesetzgebung", "de")).toBeUndefined();
  });

  it("changes nothing but the breaks", () => {
    const headline = "Das Oosterschelde-Sturmflutsperrwerk zwischen Küstenschutzgesetzgebung und Meeresspiegelanstieg";
    expect(hyphenated(headline, "de")?.replaceAll("\u00ad", "")).toBe(headline);
  });
});
