import { archiveNamed } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";

archiveCases(archiveNamed("tumblr"));
