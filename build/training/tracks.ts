import { CONVOY, LOAD_CAR, SCOUT_CAR, type Vehicle } from './crossings.ts';
import type { Chance } from './random.ts';
import { utcSecond } from './write.ts';

/** Night of 9 May: Mohyliv-Podilskyi – Otaci – Bălți – Sculeni – Iași; minutes after the scout passes Otaci. */
const ROUTE: readonly (readonly [number, number, number])[] = [
  [-22, 48.4561, 27.7973],
  [-12, 48.4489, 27.7928],
  [0, 48.4444, 27.7903],
  [9, 48.435, 27.8],
  [48, 48.2241, 27.5853],
  [84, 48.0312, 27.8151],
  [120, 47.7615, 27.9288],
  [188, 47.3302, 27.6364],
  [205, 47.325, 27.617],
  [238, 47.1585, 27.6014],
];

function position(minute: number): readonly [number, number] {
  const next = Math.max(
    1,
    ROUTE.findIndex(([at]) => at >= minute),
  );
  const [fromAt, fromLatitude, fromLongitude] = ROUTE[next - 1] ?? [0, 0, 0];
  const [toAt, toLatitude, toLongitude] = ROUTE[next] ?? [1, 0, 0];
  const part = (minute - fromAt) / (toAt - fromAt);
  return [
    fromLatitude + (toLatitude - fromLatitude) * part,
    fromLongitude + (toLongitude - fromLongitude) * part,
  ];
}

function track(chance: Chance, vehicle: Vehicle, lag: number): string {
  const start = CONVOY[3].at + lag * 60_000;
  const points: string[] = [];
  for (let minute = -22; minute <= 238; minute++) {
    if (minute > 60 && minute < 78) continue;
    const [latitude, longitude] = position(minute);
    const shake = () => (chance.next() - 0.5) * 0.0012;
    points.push(
      `      <trkpt lat="${(latitude + shake()).toFixed(5)}" lon="${(longitude + shake()).toFixed(5)}"><time>${utcSecond(start + minute * 60_000)}</time></trkpt>`,
    );
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="AMBER BRIDGE training case" xmlns="http://www.topografix.com/GPX/1/1">
  <trk>
    <name>${vehicle.plate}</name>
    <trkseg>
${points.join('\n')}
    </trkseg>
  </trk>
</gpx>
`;
}

export function makeTracks(
  chance: Chance,
): { readonly path: string; readonly vehicle: Vehicle; readonly text: string }[] {
  return [
    { path: 'tracks/scout-car.gpx', vehicle: SCOUT_CAR, text: track(chance, SCOUT_CAR, 0) },
    { path: 'tracks/load-car.gpx', vehicle: LOAD_CAR, text: track(chance, LOAD_CAR, 5) },
  ];
}
