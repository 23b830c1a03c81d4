/**
 * What users are told about each mistake of cases.ts, word for word. A changed text is changed here
 * too, and read once more by a person on the way.
 */
export const goldenTexts: Readonly<Record<string, string>> = {
  "no backend": `AD1401 CapabilityError: [ad-core] grad: expected a backend with pushforward, pullback or values, got none
  fix: write grad(f, { backend: tape() }) with tape from @wengert/ad-tape, or forward from @wengert/ad-forward
  see docs/reference/errors.md#ad1401`,
  "no options": `AD1401 CapabilityError: [ad-core] grad: expected a backend with pushforward, pullback or values, got none
  fix: write grad(f, { backend: tape() }) with tape from @wengert/ad-tape, or forward from @wengert/ad-forward
  see docs/reference/errors.md#ad1401`,
  "a backend without methods": `AD1401 CapabilityError: [ad-core] grad: expected a backend with pushforward, pullback or values, got hollow with none of them
  fix: write grad(f, { backend: tape() }) with tape from @wengert/ad-tape, or forward from @wengert/ad-forward
  see docs/reference/errors.md#ad1401`,
  "f is not a function": `AD1104 ArgumentError: [ad-core] grad: expected f to be a function, got 3
  fix: write grad(f, { backend })(x)
  see docs/reference/errors.md#ad1104`,
  "argnums out of range": `AD1104 ArgumentError: [ad-core] grad: expected argnums to be positions of arguments that are there (0 to 0), got 1
  fix: count arguments from 0 and pass them all
  see docs/reference/errors.md#ad1104`,
  "argnums not an integer": `AD1104 ArgumentError: [ad-core] grad: expected argnums to be positions of arguments that are there (0 to 0), got 0.5
  fix: count arguments from 0 and pass them all
  see docs/reference/errors.md#ad1104`,
  "grad of a vector": `AD1303 NotScalarOutputError: [ad-core] grad: expected f to return one scalar, got a tensor of shape [3]
  fix: reduce the result with sum or mean, return by-products with hasAux, or use jacobian or vjp
  see docs/reference/errors.md#ad1303`,
  "grad of an array": `AD1303 NotScalarOutputError: [ad-core] grad: expected f to return one scalar, got 2 leaves
  fix: reduce the result with sum or mean, return by-products with hasAux, or use jacobian or vjp
  see docs/reference/errors.md#ad1303`,
  "derivative in a vector": `AD1104 ArgumentError: [ad-core] derivative: expected the argument to be one scalar, got Tensor f64[3]
  fix: use grad, jvp or jacobian for an argument of several entries
  see docs/reference/errors.md#ad1104`,
  "an integer argument": `AD1103 DTypeError: [ad-core] grad: expected differentiable leaves of <dtypes>, got i32 at $
  fix: convert(x, "f64"), or leave the argument out of argnums
  see docs/reference/errors.md#ad1103`,
  "an integer leaf": `AD1103 DTypeError: [ad-core] grad: expected differentiable leaves of <dtypes>, got i32 at $.b
  fix: convert(x, "f64"), or leave the argument out of argnums
  see docs/reference/errors.md#ad1103`,
  "a Map as an argument": `AD1301 TreeError: [ad-core] grad: expected numbers, tensors, typed arrays, or arrays and plain objects of them, got Map at $
  fix: pass plain data, or teach core about the class with registerTree(Class, { flatten, unflatten })
  see docs/reference/errors.md#ad1301`,
  "a bigint in a tree": `AD1301 TreeError: [ad-core] grad: expected numbers, tensors, typed arrays, or arrays and plain objects of them, got bigint at $.n[0]
  fix: pass plain data, or teach core about the class with registerTree(Class, { flatten, unflatten })
  see docs/reference/errors.md#ad1301`,
  "a Date as a result": `AD1301 TreeError: [ad-core] grad: result of f: expected numbers, tensors, typed arrays, or arrays and plain objects of them, got Date at $
  fix: pass plain data, or teach core about the class with registerTree(Class, { flatten, unflatten })
  see docs/reference/errors.md#ad1301`,
  "hasAux without a pair": `AD1104 ArgumentError: [ad-core] grad: expected the result of f to be [result, aux], as hasAux says, got 3
  fix: return a pair, or drop hasAux
  see docs/reference/errors.md#ad1104`,
  "an async function": `AD1204 AsyncFunctionError: [ad-core] grad: expected f to return its result, got a promise
  fix: differentiate a synchronous function; await the data before the call and close over it
  see docs/reference/errors.md#ad1204`,
  "a tangent with too many leaves": `AD1302 TreeMismatchError: [ad-core] jvp: tangent: expected 2 leaves at $, got 3
  fix: give tangents and cotangents the structure and shapes of the argument or result they belong to
  see docs/reference/errors.md#ad1302`,
  "a tangent of the wrong shape": `AD1302 TreeMismatchError: [ad-core] jvp: tangent: expected shape [3] at $, got [2]
  fix: give tangents and cotangents the structure and shapes of the argument or result they belong to
  see docs/reference/errors.md#ad1302`,
  "a nested tangent of the wrong shape": `AD1302 TreeMismatchError: [ad-core] linearize: tangent: expected shape [] at $.w[1], got [3]
  fix: give tangents and cotangents the structure and shapes of the argument or result they belong to
  see docs/reference/errors.md#ad1302`,
  "a cotangent of the wrong shape": `AD1302 TreeMismatchError: [ad-core] vjp: cotangent: expected shape [3] at $, got []
  fix: give tangents and cotangents the structure and shapes of the argument or result they belong to
  see docs/reference/errors.md#ad1302`,
  "a direction of the wrong shape": `AD1302 TreeMismatchError: [ad-core] hvp: direction: expected shape [3] at $, got []
  fix: give tangents and cotangents the structure and shapes of the argument or result they belong to
  see docs/reference/errors.md#ad1302`,
  "a prepared operator and another shape": `AD1402 PreparationMismatchError: [ad-core] prepared grad: expected the prepared signature, got
    ✓ argument 0: leaf of 1
    ✗ prepared argument 0 $: f64[3]; called argument 0 $: f64[2]
  fix: prepare again with an example of the new structure, shapes and dtypes
  see docs/reference/errors.md#ad1402`,
  "a prepared operator and another structure": `AD1402 PreparationMismatchError: [ad-core] prepared grad: expected the prepared signature, got
    ✗ prepared argument 0: record of 1; called argument 0: leaf of 1
    ✗ prepared argument 0 $.a: number; called argument 0 $: number
    ✗ prepared argument 1: leaf of 1; called nothing
    ✗ prepared argument 1 $: number; called nothing
  fix: prepare again with an example of the new structure, shapes and dtypes
  see docs/reference/errors.md#ad1402`,
  "prepare without an operator": `AD1104 ArgumentError: [ad-core] prepare: expected operator to be grad, jacobian, hvp or another operator, got undefined
  fix: write prepare(grad, f, example, { backend })
  see docs/reference/errors.md#ad1104`,
  "into a number": `AD1104 ArgumentError: [ad-core] into: expected out to be structured like the result, got 0
  fix: pass a Tensor, Float64Array, array or object like the one the operator returns
  see docs/reference/errors.md#ad1104`,
  "x * y": `AD1201 OperatorOnVarError: [ad-core] conversion to a number: expected an op, got JavaScript's own operator, Math function, template or comparison on a Var, which would drop its derivative
  fix: write mul(a, b) for a * b, exp(x) for Math.exp(x), lt(a, b) for a < b; value(x) reads the number without its derivative
  see docs/reference/errors.md#ad1201`,
  "a template": `AD1201 OperatorOnVarError: [ad-core] conversion to a string: expected an op, got JavaScript's own operator, Math function, template or comparison on a Var, which would drop its derivative
  fix: write mul(a, b) for a * b, exp(x) for Math.exp(x), lt(a, b) for a < b; value(x) reads the number without its derivative
  see docs/reference/errors.md#ad1201`,
  "Math.exp": `AD1201 OperatorOnVarError: [ad-core] conversion to a number: expected an op, got JavaScript's own operator, Math function, template or comparison on a Var, which would drop its derivative
  fix: write mul(a, b) for a * b, exp(x) for Math.exp(x), lt(a, b) for a < b; value(x) reads the number without its derivative
  see docs/reference/errors.md#ad1201`,
  "JSON.stringify": `AD1201 OperatorOnVarError: [ad-core] JSON.stringify: expected a plain value, got a Var
  fix: write mul(a, b) for a * b, exp(x) for Math.exp(x), lt(a, b) for a < b; value(x) reads the number without its derivative
  see docs/reference/errors.md#ad1201`,
  "an escaped variable": `AD1202 EscapedVarError: [ad-core] add: expected a variable of a running transform, got one that belongs to a call of <backend> that has returned
  fix: return the value from f (use hasAux for by-products) instead of storing it outside; value(x) inside f gives a number that may be kept
  see docs/reference/errors.md#ad1202`,
  "an array as an operand": `AD1101 OperandError: [ad-core] add: expected every operand to be a number, a Tensor or a variable, got an array of 1
  fix: tensor([...]) makes a tensor of plain numbers; stack([...]) joins variables
  see docs/reference/errors.md#ad1101`,
  "a string as an operand": `AD1101 OperandError: [ad-core] mul: expected every operand to be a number, a Tensor or a variable, got "3"
  fix: pass a number or tensor([...])
  see docs/reference/errors.md#ad1101`,
  "undefined as an operand": `AD1101 OperandError: [ad-core] sin: expected every operand to be a number, a Tensor or a variable, got undefined
  fix: pass a number or tensor([...])
  see docs/reference/errors.md#ad1101`,
  "shapes that do not broadcast": `AD1102 ShapeError: [ad-core] add: expected shapes that broadcast (equal, or 1, counted from the last axis), got [3] and [2]
  fix: reshape, transpose or broadcastTo one operand
  see docs/reference/errors.md#ad1102`,
  "matmul of lengths that differ": `AD1102 ShapeError: [ad-core] matmul: expected equal lengths of the contracted axes (the last of a, the last but one of b), got [2,2] and [3]
  fix: transpose an operand, or use dotGeneral or einsum
  see docs/reference/errors.md#ad1102`,
  "two dtypes": `AD1103 DTypeError: [ad-core] mul: expected operands of one dtype, got f64 and f32
  fix: convert one of them: convert(x, "f64")
  see docs/reference/errors.md#ad1103`,
  "reshape to another size": `AD1102 ShapeError: [ad-core] reshape: expected a shape of 3 elements, got [2,2]
  fix: at most one length may be -1; the product must stay the same
  see docs/reference/errors.md#ad1102`,
  "slice out of range": `AD1104 ArgumentError: [ad-core] slice: expected start, limit and stride to be one bound per axis of [3], inside it, with positive strides, got "[5] to [] by []"
  fix: give every axis; sliceAxis cuts a single one
  see docs/reference/errors.md#ad1104`,
  "an axis that is not there": `AD1104 ArgumentError: [ad-core] sum: expected axis to be an integer from -1 to 0, got 2
  fix: count axes from 0, or from −1 for the last
  see docs/reference/errors.md#ad1104`,
  "transpose with a wrong permutation": `AD1104 ArgumentError: [ad-core] transpose: expected perm to be a permutation of 0…1, got "[0,0]"
  fix: name every axis once
  see docs/reference/errors.md#ad1104`,
  "stack of nothing": `AD1104 ArgumentError: [ad-core] stack: expected operands to be at least one, got "none"
  fix: use zeros([0]) for an empty result
  see docs/reference/errors.md#ad1104`,
  "expandDims out of range": `AD1104 ArgumentError: [ad-core] expandDims: expected axis to be from -2 to 1, got 7
  fix: choose where the new axis goes
  see docs/reference/errors.md#ad1104`,
  "a ragged array": `AD1102 ShapeError: [ad-core] tensor: expected rows of one shape [2], got [1]
  fix: make all rows equally long
  see docs/reference/errors.md#ad1102`,
  "data that do not fill the shape": `AD1102 ShapeError: [ad-core] Tensor: expected 2 elements for shape [2], got 3
  fix: make the product of the shape equal the length of the data
  see docs/reference/errors.md#ad1102`,
  "item of a vector": `AD1102 ShapeError: [ad-core] item: expected a tensor of one element, got shape [3]
  fix: read .data or .toArray(), or reduce with sum or mean first
  see docs/reference/errors.md#ad1102`,
};
