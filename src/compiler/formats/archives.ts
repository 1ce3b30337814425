import type { ArchiveFormat } from "./archiveFormat.ts";
import { arcSource } from "./arc/arcSource.ts";
import { bbcSource } from "./bbc/bbcSource.ts";
import { pageArchive } from "./page/pageArchive.ts";
import { jsonFeedArchive } from "./jsonFeed/jsonFeedArchive.ts";
import { contentfulSource } from "./headless/contentfulSource.ts";
import { drupalSource } from "./headless/drupalSource.ts";
import { isAsset, sanitySource } from "./headless/sanitySource.ts";
import { strapiExport } from "./headless/strapiExport.ts";
import { strapiSource } from "./headless/strapiSource.ts";
import { feedArchive } from "./feed/feedArchive.ts";
import { ghostArchive } from "./ghost/ghostArchive.ts";
import { guardianSource } from "./guardian/guardianSource.ts";
import { govukSource } from "./govuk/govukSource.ts";
import { liveJournalArchive } from "./liveJournal/liveJournalArchive.ts";
import { mediumArchive } from "./medium/mediumArchive.ts";
import { movableTypeArchive } from "./movableType/movableTypeArchive.ts";
import { newsmlArchive } from "./newsml/newsmlArchive.ts";
import { ninjsArchive } from "./ninjs/ninjsArchive.ts";
import { nitfArchive } from "./nitf/nitfArchive.ts";
import { restArchive } from "./wordpressRest/restArchive.ts";
import { sourceArchive } from "./sourceArchive.ts";
import { schemaOrgArchive } from "./schemaOrg/schemaOrgArchive.ts";
import { substackArchive } from "./substack/substackArchive.ts";
import { tumblrSource } from "./tumblr/tumblrSource.ts";
import { wxrArchive } from "./wxr/wxrArchive.ts";

/** All archive formats. The first that detects a file reads it, so the most specific come first. */
export const archives: ArchiveFormat[] = [
  wxrArchive,
  restArchive,
  ghostArchive,
  sourceArchive({ name: "arc", title: "Arc XP (ANS)", ...arcSource }),
  sourceArchive({ name: "bbc", title: "BBC blocks", ...bbcSource }),
  sourceArchive({ name: "govuk", title: "GOV.UK content item", ...govukSource }),
  sourceArchive({ name: "guardian", title: "Guardian Open Platform", ...guardianSource }),
  sourceArchive({ name: "tumblr", title: "Tumblr posts", ...tumblrSource }),
  sourceArchive({ name: "drupal", title: "Drupal JSON:API", ...drupalSource }),
  sourceArchive({ name: "contentful", title: "Contentful export", ...contentfulSource }),
  sourceArchive({ name: "sanity", title: "Sanity export", owns: isAsset, ...sanitySource }),
  sourceArchive({ name: "strapi", title: "Strapi REST API", ...strapiSource }),
  sourceArchive({ name: "strapi-export", title: "Strapi export", ...strapiExport }),
  newsmlArchive,
  nitfArchive,
  ninjsArchive,
  jsonFeedArchive,
  schemaOrgArchive,
  feedArchive,
  movableTypeArchive,
  liveJournalArchive,
  mediumArchive,
  substackArchive,
  pageArchive,
];
