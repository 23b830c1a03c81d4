/** Real handwritten digits and training on them. Node only; exports only. */
export { type DigitSet, type Digits, type LoadOptions, loadDigits, pixels } from "./load.ts";
export {
  accuracyOf,
  type Epoch,
  initialLayers,
  type Training,
  type TrainOptions,
  trainDigits,
} from "./train.ts";
