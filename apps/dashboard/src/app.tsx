import { Header } from "./header/header.tsx";
import { Heat } from "./heat/heat.tsx";
import { Micro } from "./micro/micro.tsx";
import { Scaling } from "./scaling/scaling.tsx";
import { loaded } from "./state.ts";
import { Steps } from "./steps/steps.tsx";

/** The page: what the results file has, then the worked examples, which need none. */
export function App() {
  const document = loaded.value;
  const micro = document?.micro ?? [];
  return (
    <main>
      <Header />
      {document && <Heat document={document} />}
      {document && <Scaling document={document} />}
      {micro.length > 0 && <Micro rows={micro} />}
      <Steps />
    </main>
  );
}
