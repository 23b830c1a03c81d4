import { loaded } from "../state.ts";
import { Facts } from "./facts.tsx";
import { Notice } from "./notice.tsx";

/** The name, the claim, and where the numbers come from. */
export function Header() {
  return (
    <header>
      <h1>Wengert</h1>
      <p class="claim">
        One list of operations, several ways to multiply its local Jacobians. What each way costs,
        and what each step of it does.
      </p>
      {loaded.value ? <Facts document={loaded.value} /> : <Notice />}
    </header>
  );
}
