/**
 * The router as a chunk that is fetched and run by itself. Importing the package
 * dynamically by its own name would include all of it.
 */
export { createBrowserRouter, RouterProvider } from "react-router";
