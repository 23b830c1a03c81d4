import { render } from "preact";
import { App } from "./app.tsx";
import { loadResults } from "./results/load.ts";
import { results } from "./state.ts";
import { followHash } from "./url/linked.ts";

followHash();
render(<App />, document.getElementById("app")!);
results.value = await loadResults();
