import exifr from 'exifr';

/** What a camera wrote into a picture, as far as the program reads it; the picture itself is never decoded. */
export interface ExifFacts {
  readonly taken: string;
  readonly takenFrom: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly altitude: string;
  readonly viewDirection: string;
  readonly accuracyMetres: string;
  readonly camera: string;
  readonly cameraSerial: string;
  readonly lens: string;
  readonly software: string;
  readonly author: string;
  readonly note: string;
}

type Tags = Readonly<Record<string, unknown>>;

const OPTIONS = {
  tiff: true,
  exif: true,
  gps: true,
  ifd1: false,
  interop: false,
  makerNote: false,
  xmp: false,
  icc: false,
  iptc: false,
  jfif: false,
  ihdr: false,
  translateKeys: true,
  translateValues: false,
  reviveValues: false,
  sanitize: true,
  mergeOutput: true,
} as const;

/** The facts, or in a word why there are none. */
export async function readExif(bytes: Uint8Array): Promise<ExifFacts | 'none' | 'unreadable'> {
  const tags = await tagsOf(bytes);
  if (tags === null) return 'unreadable';
  const facts = factsOf(tags);
  if (Object.values(facts).some((fact) => fact !== '')) return facts;
  return 'errors' in tags ? 'unreadable' : 'none';
}

function factsOf(tags: Tags): ExifFacts {
  const { latitude, longitude } = positionOf(tags);
  const { taken, takenFrom } = momentOf(tags);
  return {
    taken,
    takenFrom,
    latitude,
    longitude,
    altitude: altitudeOf(tags),
    viewDirection: numberOf(tags.GPSImgDirection),
    accuracyMetres: numberOf(tags.GPSHPositioningError),
    camera: [textOf(tags.Make), withoutMake(textOf(tags.Model), textOf(tags.Make))].join(' ').trim(),
    cameraSerial:
      textOf(tags.BodySerialNumber) || textOf(tags.SerialNumber) || textOf(tags.CameraSerialNumber),
    lens: [textOf(tags.LensModel), textOf(tags.LensSerialNumber)].join(' ').trim(),
    software: textOf(tags.Software),
    author: [textOf(tags.Artist), textOf(tags.Copyright)].join(' ').trim(),
    note: textOf(tags.ImageDescription),
  };
}

async function tagsOf(bytes: Uint8Array): Promise<Tags | null> {
  try {
    const tags: unknown = await exifr.parse(bytes, OPTIONS);
    return typeof tags === 'object' && tags !== null ? (tags as Tags) : {};
  } catch {
    return null;
  }
}

/** A receiver without a fix writes zeros: no position, and not the sea south of Ghana. */
function positionOf(tags: Tags): { latitude: string; longitude: string } {
  const { latitude, longitude } = tags;
  const isSound =
    typeof latitude === 'number' &&
    typeof longitude === 'number' &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    (latitude !== 0 || longitude !== 0);
  return isSound
    ? { latitude: String(latitude), longitude: String(longitude) }
    : { latitude: '', longitude: '' };
}

/** The camera's clock with its offset; without one the clock of the satellites; without both the camera's as it stands. */
function momentOf(tags: Tags): { taken: string; takenFrom: string } {
  const local = isoOf(
    textOf(tags.DateTimeOriginal) || textOf(tags.CreateDate) || textOf(tags.DateTimeDigitized),
  );
  const offset =
    textOf(tags.OffsetTimeOriginal) || textOf(tags.OffsetTimeDigitized) || textOf(tags.OffsetTime);
  if (local !== '' && /^[+-]\d\d:\d\d$/.test(offset))
    return { taken: `${local}${offset}`, takenFrom: 'camera clock with offset' };
  const satellite = satelliteTime(tags);
  if (satellite !== '') return { taken: satellite, takenFrom: 'GPS clock' };
  return local === ''
    ? { taken: '', takenFrom: '' }
    : { taken: local, takenFrom: 'camera clock without zone' };
}

function isoOf(text: string): string {
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)/.exec(text);
  return match === null || match[1] === '0000' ? '' : `${match[1]}-${match[2]}-${match[3]}T${match[4]}`;
}

function satelliteTime({ GPSDateStamp, GPSTimeStamp }: Tags): string {
  const date = /^(\d{4})[:-](\d\d)[:-](\d\d)$/.exec(textOf(GPSDateStamp));
  const clock = Array.isArray(GPSTimeStamp) ? GPSTimeStamp : textOf(GPSTimeStamp).split(':');
  const [hour, minute, second] = clock.map(Number);
  if (date === null || hour === undefined || minute === undefined || second === undefined) return '';
  const parts = [hour, minute, Math.floor(second)];
  if (parts.some((part) => !Number.isInteger(part))) return '';
  return `${date[1]}-${date[2]}-${date[3]}T${parts.map((part) => String(part).padStart(2, '0')).join(':')}Z`;
}

function altitudeOf({ GPSAltitude, GPSAltitudeRef }: Tags): string {
  const height = numberOf(GPSAltitude);
  const [below] = GPSAltitudeRef instanceof Uint8Array ? GPSAltitudeRef : [Number(GPSAltitudeRef)];
  return height !== '' && below === 1 ? `-${height}` : height;
}

function withoutMake(model: string, make: string): string {
  return make !== '' && model.toLowerCase().startsWith(make.toLowerCase())
    ? model.slice(make.length).trim()
    : model;
}

function numberOf(value: unknown): string {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return value
    .replace(/\p{Cc}/gu, ' ')
    .toWellFormed()
    .trim();
}
