import { TreeError } from "../errors/classes.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Value } from "../value.ts";
import { isVar, Var } from "../var.ts";

/**
 * A pytree: numbers, tensors, `Float64Array`s, nested arrays and plain objects of them, and
 * registered classes. Strings, booleans, null, undefined and functions are carried along unchanged.
 */
export type TreeSpec =
  | { readonly kind: "leaf" }
  | { readonly kind: "float64array" }
  | { readonly kind: "static"; readonly value: unknown }
  | { readonly kind: "scalars"; readonly length: number }
  | { readonly kind: "array"; readonly items: readonly TreeSpec[] }
  | {
      readonly kind: "record";
      readonly keys: readonly string[];
      readonly items: readonly TreeSpec[];
    }
  | {
      readonly kind: "node";
      readonly type: NodeType;
      readonly aux: unknown;
      readonly items: readonly TreeSpec[];
    };

/** How a class becomes children and comes back. */
export interface NodeType<T = unknown> {
  flatten(node: T): { readonly children: readonly unknown[]; readonly aux?: unknown };
  unflatten(children: readonly unknown[], aux: unknown): T;
}

const nodeTypes = new Map<unknown, NodeType>();

/**
 * Let instances of a class appear in arguments and results.
 *
 * @example
 * registerTree(Point, { flatten: (p) => ({ children: [p.x, p.y] }), unflatten: ([x, y]) => new Point(x, y) });
 */
export function registerTree<T>(
  constructor: abstract new (...args: never[]) => T,
  type: NodeType<T>,
): void {
  nodeTypes.set(constructor, type);
}

const leaf: TreeSpec = { kind: "leaf" };
const float64array: TreeSpec = { kind: "float64array" };

export interface Flattened {
  readonly leaves: Value[];
  readonly spec: TreeSpec;
}

/** The leaves of a tree in depth-first order, and what is needed to put it together again. */
export function flattenTree(operation: string, tree: unknown): Flattened {
  const leaves: Value[] = [];
  const visit = (node: unknown, path: string): TreeSpec => {
    if (typeof node === "number" || node instanceof Var || node instanceof Tensor) {
      leaves.push(node);
      return leaf;
    }
    if (node instanceof Float64Array) {
      leaves.push(new Tensor(node, [node.length], "f64"));
      return float64array;
    }
    if (Array.isArray(node)) {
      if (node.length > 0 && node.every((item) => typeof item === "number" || isVar(item))) {
        for (const item of node) leaves.push(item);
        return { kind: "scalars", length: node.length };
      }
      return { kind: "array", items: node.map((item, i) => visit(item, `${path}[${i}]`)) };
    }
    if (typeof node !== "object" || node === null) {
      if (typeof node === "symbol" || typeof node === "bigint")
        throw new TreeError(operation, path, node);
      return { kind: "static", value: node };
    }
    const prototype: unknown = Object.getPrototypeOf(node);
    if (prototype === Object.prototype || prototype === null) {
      const keys = Object.keys(node);
      const record = node as Record<string, unknown>;
      return {
        kind: "record",
        keys,
        items: keys.map((key) => visit(record[key], `${path}.${key}`)),
      };
    }
    const type = nodeTypes.get(node.constructor);
    if (type === undefined) throw new TreeError(operation, path, node);
    const { children, aux } = type.flatten(node);
    return {
      kind: "node",
      type,
      aux,
      items: children.map((child, i) => visit(child, `${path}<${i}>`)),
    };
  };
  const spec = visit(tree, "$");
  return { leaves, spec };
}

/** The tree of `spec` with these leaves. */
export function unflattenTree(spec: TreeSpec, leaves: readonly Value[]): unknown {
  let next = 0;
  const build = (node: TreeSpec): unknown => {
    switch (node.kind) {
      case "leaf":
        return leaves[next++];
      case "float64array": {
        const x = leaves[next++];
        return x instanceof Tensor ? x.data : x;
      }
      case "static":
        return node.value;
      case "scalars": {
        const start = next;
        next += node.length;
        return leaves.slice(start, next);
      }
      case "array":
        return node.items.map(build);
      case "record":
        return Object.fromEntries(
          node.keys.map((key, i) => [key, build(node.items[i] as TreeSpec)]),
        );
      case "node":
        return node.type.unflatten(node.items.map(build), node.aux);
      default:
        return node satisfies never;
    }
  };
  return build(spec);
}

/** The path of every leaf, as messages name it: `$.layers[2].w`. */
export function leafPaths(spec: TreeSpec): string[] {
  const paths: string[] = [];
  const visit = (node: TreeSpec, path: string): void => {
    if (node.kind === "leaf" || node.kind === "float64array") paths.push(path);
    else if (node.kind === "scalars")
      for (let i = 0; i < node.length; i++) paths.push(`${path}[${i}]`);
    else if (node.kind === "array") node.items.forEach((item, i) => visit(item, `${path}[${i}]`));
    else if (node.kind === "record")
      node.items.forEach((item, i) => visit(item, `${path}.${node.keys[i]}`));
    else if (node.kind === "node") node.items.forEach((item, i) => visit(item, `${path}<${i}>`));
  };
  visit(spec, "$");
  return paths;
}

/** Replace each leaf; the structure stays. */
export function mapTree(tree: unknown, f: (leaf: Value) => Value): unknown {
  const { leaves, spec } = flattenTree("mapTree", tree);
  return unflattenTree(spec, leaves.map(f));
}

/** The same structure with tensors where the original had typed arrays. */
export function withoutArrays(spec: TreeSpec): TreeSpec {
  switch (spec.kind) {
    case "float64array":
      return leaf;
    case "array":
    case "record":
    case "node":
      return { ...spec, items: spec.items.map(withoutArrays) };
    default:
      return spec;
  }
}
