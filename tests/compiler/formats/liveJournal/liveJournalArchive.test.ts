import { liveJournalArchive } from "../../../../src/compiler/formats/liveJournal/liveJournalArchive.ts";
import { archiveCases } from "../archiveCases.ts";

archiveCases(liveJournalArchive);
