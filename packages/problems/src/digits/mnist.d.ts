/** What we use of the package `mnist`, which has no types of its own. */
declare module "mnist" {
  export interface DigitClass {
    readonly id: number;
    /** Pixels of all samples of this digit, 784 for each, from 0 to 1. */
    readonly raw: readonly number[];
    readonly length: number;
  }
  const digits: readonly DigitClass[];
  export default digits;
}
