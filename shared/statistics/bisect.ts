/** Where `isBelow` turns from true to false between `low` and `high`, to the last digit of a double. */
export function bisect(low: number, high: number, isBelow: (x: number) => boolean): number {
  let [from, to] = [low, high];
  // 0.5 ^ 200 is beyond what any of our results needs, and most end earlier
  for (let step = 0; step < 200; step++) {
    const middle = (from + to) / 2;
    if (middle === from || middle === to) break;
    if (isBelow(middle)) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
