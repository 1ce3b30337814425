import { queryOptions } from "@tanstack/react-query";
import { readShelf } from "../offline/shelf.ts";

/** What is on the device. It is looked for anew each time that the page is opened. */
export const shelfQuery = () => queryOptions({ queryKey: ["shelf"], queryFn: readShelf, staleTime: 0, gcTime: 0 });
