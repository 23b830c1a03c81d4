import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");

/** Node's own full collection, without a flag on the command line. */
export const collectGarbage = runInNewContext("gc") as () => void;
