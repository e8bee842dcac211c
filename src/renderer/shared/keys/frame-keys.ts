/** The digit that opens an entry of the rail together with Alt: as they lie on the keyboard, so the tenth has the 0. */
export function railDigit(index: number): string {
  return String((index + 1) % 10)
}
