/**
 * The router as a part that is fetched and run by itself. All of the package
 * would come along if it were asked for by its name.
 */
export { createBrowserRouter, RouterProvider } from "react-router";
