export { type ForwardOptions, forward } from "./forward.ts";
