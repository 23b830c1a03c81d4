import { render } from "preact";

render(<h1>Wengert</h1>, document.getElementById("app")!);
