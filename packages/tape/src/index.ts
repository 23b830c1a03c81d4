export { type TapeOptions, tape } from "./tape.ts";
