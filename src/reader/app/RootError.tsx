import { useRouteError } from "react-router";
import { ErrorPage } from "../pages/ErrorPage.tsx";

/** Where even the edition's own file did not come: the error page without sections and dates. */
export function RootError() {
  return <ErrorPage error={useRouteError()} />;
}
