/** The package in one file, which loads in a quarter of the time that its hundred modules take. */
declare module "css-tree/dist/csstree.esm" {
  export { generate, parse } from "css-tree";
}
