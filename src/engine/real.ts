/**
 * A place for one number with a fraction that a function hands on. As an argument or an answer it would be an object on the heap wherever the
 * compiler does not fit the function in; a field that is known to hold fractions is written in place, and costs less than a cell of an array.
 */
export class Real {
  // a fraction from the start, see `moments.ts`
  value = Number.NaN;
}
