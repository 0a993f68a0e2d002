import { createHash } from 'node:crypto';
import { NO_EVENT, type ValueSource } from '../../../../contract/import.ts';
import type { EntityMapping } from '../../suggest-parts.ts';
import type { FixedPlan, Reader, RowStream, SourceRow } from '../reader.ts';
import { type ExifFacts, readExif } from './exif.ts';
import { pictureKind } from './photo-kind.ts';

const EXIF_COLUMNS = [
  'taken',
  'takenFrom',
  'latitude',
  'longitude',
  'altitude',
  'viewDirection',
  'accuracyMetres',
  'camera',
  'cameraSerial',
  'lens',
  'software',
  'author',
  'note',
] as const satisfies readonly (keyof ExifFacts)[];
const COLUMNS = ['file', 'mediaType', 'size', 'sha256', 'exif', ...EXIF_COLUMNS] as const;

const WITH_EXIF = /^image\/(jpeg|png|tiff|heic|avif)$/;
/** Cameras write what they know at the beginning; the rest of a film is only counted and hashed. */
const READ_BYTES = 32 * 1024 * 1024;

/** Pictures and films: registered by name, size, hash and what the camera wrote. Never decoded, never copied. */
export const photo: Reader = {
  format: 'photo',
  extensions: [
    '.jpg',
    '.jpeg',
    '.heic',
    '.heif',
    '.png',
    '.tif',
    '.tiff',
    '.webp',
    '.mp4',
    '.mov',
    '.3gp',
    '.avi',
  ],
  mediaType: 'application/octet-stream',
  keepsBytes: false,
  plan: ({ columns, rows }) => photoPlan(columns, rows),
  sniff: (sample) => ({ confidence: pictureKind(sample) === null ? 0 : 0.98, why: 'content' }),
  async read(chunks, _specification, fileName): Promise<RowStream> {
    return { columns: COLUMNS, batches: onePicture(chunks, fileName) };
  },
};

async function* onePicture(
  chunks: AsyncIterable<Uint8Array>,
  fileName: string,
): AsyncGenerator<readonly SourceRow[]> {
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    if (size < READ_BYTES) head.push(chunk.slice());
    size += chunk.length;
  }
  const bytes = Buffer.concat(head);
  const kind = pictureKind(bytes) ?? '';
  const facts = WITH_EXIF.test(kind) ? await readExif(bytes) : 'none';
  const cells: Record<string, string> = {
    ...(typeof facts === 'string' ? { exif: facts } : facts),
    file: fileName,
    mediaType: kind,
    size: String(size),
    sha256: hash.digest('hex'),
  };
  yield [{ line: 1, cells: COLUMNS.map((column) => cells[column] ?? ''), problem: null }];
}

const column = (name: (typeof COLUMNS)[number]): ValueSource => ({ columns: [name] });

const PICTURE: EntityMapping = {
  name: 'photo',
  type: 'document',
  identifiers: [],
  label: column('file'),
  key: column('sha256'),
  properties: Object.fromEntries(
    COLUMNS.filter((name) => name !== 'file' && name !== 'cameraSerial').map((name) => [name, column(name)]),
  ),
  required: true,
};
/** Without a serial number two cameras of one model would be one thing. */
const CAMERA: EntityMapping = {
  name: 'camera',
  type: 'device',
  identifiers: [],
  label: { columns: ['camera', 'cameraSerial'] },
  key: column('cameraSerial'),
  properties: {},
  required: false,
};

function photoPlan(columns: readonly string[], rows: readonly (readonly string[])[]): FixedPlan {
  const has = (name: (typeof COLUMNS)[number]): boolean => {
    const at = columns.indexOf(name);
    return rows.some((row) => (row[at] ?? '') !== '');
  };
  const hasSerial = has('cameraSerial');
  const position = {
    ...NO_EVENT,
    type: 'position' as const,
    from: 'photo',
    start: column('taken'),
    latitude: column('latitude'),
    longitude: column('longitude'),
    properties: Object.fromEntries(
      (['altitude', 'viewDirection', 'accuracyMetres', 'camera', 'takenFrom'] as const).map((name) => [
        name,
        column(name),
      ]),
    ),
  };
  return {
    entities: [{ ...PICTURE }, ...(hasSerial ? [CAMERA] : [])],
    links: hasSerial ? [{ from: 'camera', to: 'photo', type: 'related_to', strength: 'unconfirmed' }] : [],
    events: has('latitude') ? [position] : [],
    fields: { taken: 'start', latitude: 'latitude', longitude: 'longitude' },
  };
}
