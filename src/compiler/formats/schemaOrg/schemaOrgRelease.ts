import { releaseTable } from "../../draft/release/releaseTable.ts";
import { isRecord, type Raw } from "../../text/jsonRecord.ts";

const FREE = ["free", "free access", "public", "open", "open access", "unrestricted", "none", "no restrictions", "everyone"];

const readArticle = releaseTable({
  isAccessibleForFree: { means: "shows" },
  // Parts that only subscribers see have a text like any other: the article's body holds them too.
  "hasPart.isAccessibleForFree": { means: "shows" },
  conditionsOfAccess: { publishes: FREE },
  requiresSubscription: { means: "hides" },
  "potentialAction.actionAccessibilityRequirement.category": { publishes: [...FREE, "nologinrequired"] },
  "potentialAction.actionAccessibilityRequirement.requiresSubscription": { means: "hides" },
  creativeWorkStatus: { means: "status" },
  expires: { means: "expiry" },
});

/** When readers may see an article or an entry of a live blog, by the schema.org vocabulary. */
export const schemaOrgRelease: typeof readArticle = (article, time) => readArticle(withPlainTerms(article), time);

/** The vocabulary's terms may be written as addresses: "https://schema.org/False". */
const withPlainTerms = (article: Raw): Raw => ({
  ...article,
  isAccessibleForFree: plainTerm(article["isAccessibleForFree"]),
  hasPart: [article["hasPart"]]
    .flat()
    .filter(isRecord)
    .map((part) => ({ isAccessibleForFree: plainTerm(part["isAccessibleForFree"]) })),
});

const plainTerm = (value: unknown): unknown =>
  [value].flat().map((each) => (typeof each === "string" ? each.replace(/^.*schema\.org\//u, "") : each));
