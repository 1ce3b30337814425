import { archiveNamed } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";

for (const name of ["drupal", "sanity", "contentful", "strapi"]) archiveCases(archiveNamed(name));
