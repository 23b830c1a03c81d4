import { graphlib, layout } from "@dagrejs/dagre";
import type { Sweep, SweepRow } from "./sweep.ts";

export interface GraphNode {
  readonly id: string;
  readonly name: string;
  /** Undefined for a constant. */
  readonly row: SweepRow | undefined;
  readonly value: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

export interface GraphPicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

type Bare = Pick<GraphNode, "id" | "name" | "row" | "value" | "width" | "height">;

const height = 66;
const constantHeight = 40;

/** Place the rows and constants of a sweep in layers, from the inputs on the left to the result. */
export function layoutOf({ rows }: Sweep): GraphPicture {
  const graph = new graphlib.Graph({ multigraph: true })
    .setGraph({ rankdir: "LR", nodesep: 22, ranksep: 46, marginx: 3, marginy: 3 })
    .setDefaultEdgeLabel(() => ({}));
  const bare = new Map<string, Bare>();
  const place = (node: Bare): void => {
    bare.set(node.id, node);
    graph.setNode(node.id, { width: node.width, height: node.height });
  };
  for (const row of rows) {
    const width = widthOf([
      `${row.name} = ${row.expression}`,
      row.value,
      `${row.name} = ${row.derivative}`,
    ]);
    place({ id: idOf(row.row), name: row.name, row, value: row.value, width, height });
  }
  for (const row of rows.toSorted((a, b) => a.row - b.row)) {
    row.operands.forEach((operand, k) => {
      const id = operand.row === undefined ? `constant ${operand.name}` : idOf(operand.row);
      if (operand.row === undefined && !bare.has(id)) {
        const value = operand.value ?? "";
        const width = widthOf([operand.name, value]);
        place({ id, name: operand.name, row: undefined, value, width, height: constantHeight });
      }
      graph.setEdge(id, idOf(row.row), {}, String(k));
    });
  }
  layout(graph);
  const size = graph.graph();
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    nodes: [...bare.values()].map((node) => Object.assign(node, positionOf(graph.node(node.id)))),
    edges: graph.edges().map((edge) => ({
      id: `${edge.v}→${edge.w}#${edge.name ?? ""}`,
      from: edge.v,
      to: edge.w,
      path: smooth(graph.edge(edge).points as readonly Place[]),
    })),
  };
}

export function idOf(row: number): string {
  return `row ${row}`;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function positionOf({ x, y }: { x?: number; y?: number }): Place {
  return { x: x ?? 0, y: y ?? 0 };
}

/** Wide enough for the longest of these lines. */
function widthOf(lines: readonly string[]): number {
  return 24 + 7.4 * Math.max(5, ...lines.map((line) => line.length));
}

/** A path through the points with rounded corners: straight to each middle, bent at each point. */
function smooth(points: readonly Place[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return "";
  const bends = rest.slice(0, -1).map((p, i) => {
    const next = rest[i + 1] ?? last;
    return `Q${p.x},${p.y} ${(p.x + next.x) / 2},${(p.y + next.y) / 2}`;
  });
  return `M${first.x},${first.y}${bends.join("")}L${last.x},${last.y}`;
}
