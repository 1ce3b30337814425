import { queryOptions } from "@tanstack/react-query";
import { allRecords } from "./kept/records.ts";
import { readShelf } from "../../device/shelf.ts";

/** What is on the device. It is looked for anew each time that the page is opened. */
export const shelfQuery = () => queryOptions({ queryKey: ["shelf"], queryFn: readShelf, staleTime: 0, gcTime: 0 });

/** What the reader asked to keep. */
export const keptQuery = () => queryOptions({ queryKey: ["kept"], queryFn: allRecords, staleTime: 0, gcTime: 0, retry: false });
