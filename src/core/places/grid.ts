import proj4 from 'proj4';

export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

const BANDS = 'CDEFGHJKLMNPQRSTUVWX';

/** A military grid reference (MGRS), with or without blanks; null where it is none. */
export function readMgrs(text: string): Coordinates | null {
  const reference = text.replace(/\s/g, '').toUpperCase();
  const digits = /^\d{1,2}[C-HJ-NP-X][A-HJ-NP-Z][A-HJ-NP-V](\d{2,10})$/.exec(reference)?.[1];
  if (digits === undefined || digits.length % 2 === 1) return null;
  try {
    const [longitude, latitude] = proj4.mgrs.toPoint(reference);
    return within({ latitude, longitude });
  } catch {
    return null;
  }
}

const UTM =
  /^(?:UTM|ZONE|ЗОНА|ZONA)?[\s:]*(\d{1,2}) ?([C-HJ-NP-X])[\s,;]+(?:E[\s:]*)?(\d{6}(?:[.,]\d+)?) ?(?:M ?E?|E)?[\s,;]+(?:N[\s:]*)?(\d{1,8}(?:[.,]\d+)?) ?(?:M ?N?|N)?$/;

/**
 * Zone with band or hemisphere, easting, northing in metres on WGS 84. Null where zone, band and metres do not fit
 * each other, and where S may be both the band of the north and the hemisphere.
 */
export function readUtm(text: string): Coordinates | null {
  const match = UTM.exec(text.trim().toUpperCase());
  if (match === null) return null;
  const zone = Number(match[1]);
  const letter = match[2] ?? '';
  const [easting, northing] = [match[3], match[4]].map((part) => Number((part ?? '').replace(',', '.')));
  if (zone < 1 || zone > 60 || easting === undefined || northing === undefined) return null;
  if (northing > 10_000_000) return null;
  const asBand = project(zone, BANDS.indexOf(letter) < 10, easting, northing);
  const fitting = asBand !== null && isInBand(asBand.latitude, letter) ? asBand : null;
  if (letter === 'N') return project(zone, false, easting, northing);
  if (letter !== 'S') return fitting;
  return fitting === null ? project(zone, true, easting, northing) : null;
}

function project(zone: number, isSouth: boolean, easting: number, northing: number): Coordinates | null {
  const definition = `+proj=utm +zone=${zone}${isSouth ? ' +south' : ''} +datum=WGS84 +units=m +no_defs`;
  const [longitude, latitude] = proj4(definition, 'WGS84', [easting, northing]);
  return longitude === undefined || latitude === undefined ? null : within({ latitude, longitude });
}

function isInBand(latitude: number, letter: string): boolean {
  const south = -80 + BANDS.indexOf(letter) * 8;
  return latitude >= south - 0.5 && latitude <= south + (letter === 'X' ? 12 : 8) + 0.5;
}

/** Null where a degree lies outside the earth or is no number. */
export function within({ latitude, longitude }: Coordinates): Coordinates | null {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
