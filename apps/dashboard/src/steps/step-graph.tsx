import { useMemo } from "preact/hooks";
import { type GraphEdge, type GraphNode, idOf, layoutOf } from "./graph-layout.ts";
import { adjointName, tangentName } from "./names.ts";
import type { Sweep } from "./sweep.ts";

interface StepGraphProps {
  readonly sweep: Sweep;
  /** How many rows the sweep has visited. */
  readonly visited: number;
}

/** The computational graph; the sweep lights up what it has passed, and the row where it stands. */
export function StepGraph({ sweep, visited }: StepGraphProps) {
  const picture = useMemo(() => layoutOf(sweep), [sweep]);
  const order = new Map(sweep.rows.map((row, i) => [idOf(row.row), i]));
  const phase = (id: string): string => {
    const at = order.get(id);
    if (at === undefined) return "constant";
    return at === visited - 1 ? "now" : at < visited ? "done" : "ahead";
  };
  const { width, height } = picture;
  return (
    <div class="scroll graph-frame">
      <svg
        class={`graph ${sweep.mode}`}
        viewBox={`0 0 ${width} ${height}`}
        style={{ width: `${width}px` }}
        role="img"
        aria-label="Computational graph; the table has the same rows"
      >
        <Arrow />
        {picture.edges.map((edge) => (
          <Edge key={edge.id} edge={edge} sweep={sweep} phase={phase} />
        ))}
        {picture.nodes.map((node) => (
          <Node key={node.id} node={node} sweep={sweep} phase={phase(node.id)} />
        ))}
      </svg>
    </div>
  );
}

function Arrow() {
  return (
    <defs>
      <marker
        id="arrow"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="9"
        markerHeight="9"
        markerUnits="userSpaceOnUse"
        orient="auto-start-reverse"
      >
        <path d="M0,0.5L8,4L0,7.5z" fill="context-stroke" />
      </marker>
    </defs>
  );
}

interface EdgeProps {
  readonly edge: GraphEdge;
  readonly sweep: Sweep;
  phase(id: string): string;
}

/** Derivatives travel with the values in forward mode, and against them in reverse mode. */
function Edge({ edge, sweep, phase }: EdgeProps) {
  const constant = phase(edge.from) === "constant";
  const receiver = sweep.mode === "forward" ? edge.to : edge.from;
  const state = constant ? "constant" : phase(receiver);
  const backwards = sweep.mode === "reverse" && (state === "now" || state === "done");
  return (
    <path
      class={`edge ${state}`}
      d={edge.path}
      marker-end={backwards ? undefined : "url(#arrow)"}
      marker-start={backwards ? "url(#arrow)" : undefined}
    />
  );
}

interface NodeProps {
  readonly node: GraphNode;
  readonly sweep: Sweep;
  readonly phase: string;
}

function Node({ node: { x, y, width, height, name, value, row }, sweep, phase }: NodeProps) {
  const derivativeName = sweep.mode === "forward" ? tangentName(name) : adjointName(name);
  const passed = phase === "now" || phase === "done";
  const known = sweep.mode === "reverse" || passed || row === undefined;
  const lines = row
    ? [known ? value : "·", passed ? `${derivativeName} = ${row.derivative}` : "·"]
    : [value];
  const title = !row || row.op === "input" ? name : `${name} = ${row.expression}`;
  const top = row ? -18 : -6;
  return (
    <g class={`node ${phase}`} transform={`translate(${x},${y})`} data-row={row?.row}>
      <rect
        x={-width / 2}
        y={-height / 2}
        width={width}
        height={height}
        rx={row ? 7 : height / 2}
      />
      <text class="title" y={top} dy="0.32em">
        {title}
      </text>
      {lines.map((line, i) => (
        <text key={i} class={i === 0 ? "value" : "derivative"} y={top + 18 * (i + 1)} dy="0.32em">
          {line}
        </text>
      ))}
    </g>
  );
}
