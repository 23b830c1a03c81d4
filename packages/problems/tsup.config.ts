import { lib } from "@wengert/build/tsup";

export default lib({ entry: { index: "src/index.ts", digits: "src/digits/index.ts" } });
