/** The number of the point nearest to a step; −1 when there is none. */
export function nearestPoint(points: readonly { readonly step: number }[], step: number): number {
  let nearest = -1;
  let least = Infinity;
  points.forEach((point, index) => {
    const distance = Math.abs(point.step - step);
    if (distance < least) [nearest, least] = [index, distance];
  });
  return nearest;
}
