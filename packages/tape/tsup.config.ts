import { lib } from "@wengert/build/tsup";

export default lib();
