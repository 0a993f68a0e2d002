const EARTH_RADIUS_KILOMETRES = 6371.0088;

interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** Great-circle distance in kilometres on a sphere of the mean earth radius (haversine); error below 0.6 %. */
export function kilometresBetween(one: Spot, two: Spot): number {
  const radians = Math.PI / 180;
  const [first, second] = [one.latitude * radians, two.latitude * radians];
  const across = ((two.longitude - one.longitude) * radians) / 2;
  const half =
    Math.sin((second - first) / 2) ** 2 + Math.cos(first) * Math.cos(second) * Math.sin(across) ** 2;
  return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half)));
}
