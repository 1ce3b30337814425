import { isRouteErrorResponse, useRouteError } from "react-router";
import { HttpError } from "../data/errors.ts";
import { ErrorPage } from "../pages/ErrorPage.tsx";
import { NotFoundPage } from "../pages/NotFoundPage.tsx";

/** The one place where failures of a page end: 404 is a page of its own, the rest can be tried again. */
export function RouteError() {
  const error = useRouteError();
  return isNotFound(error) ? <NotFoundPage /> : <ErrorPage error={error} />;
}

function isNotFound(error: unknown): boolean {
  return (error instanceof HttpError || isRouteErrorResponse(error)) && error.status === 404;
}

/** Where even the edition's own file did not come: the error page without sections and dates. */
export function RootError() {
  return <ErrorPage error={useRouteError()} />;
}
