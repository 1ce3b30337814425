import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";

type Props = {
  client: QueryClient;
  children: ReactNode;
  /** What runs beside the page and shows nothing. It has its place also where it is missing: by places React makes ids, and these must be the same in the HTML. */
  beside?: ReactNode;
};

/** What every page needs around its router, in the browser and in the prerenderer alike. */
export function App({ client, children, beside }: Props) {
  return (
    <QueryClientProvider client={client}>
      {children}
      {beside}
    </QueryClientProvider>
  );
}
