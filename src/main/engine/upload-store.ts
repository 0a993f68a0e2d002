import { v7 } from 'uuid';
import { Failure } from '../../core/result.ts';
import type { Uploads } from './uploads.ts';

export const UPLOAD_LIMIT = 64 * 1024 * 1024;

export function createUploads(): Uploads {
  const held = new Map<string, { name: string; bytes: Uint8Array }>();
  return {
    add(name, bytes) {
      if (bytes.length > UPLOAD_LIMIT) throw new Failure('files.upload-too-large', { name, megabytes: 64 });
      const path = `upload:${v7()}`;
      held.set(path, { name, bytes });
      return path;
    },
    get: (path) => held.get(path),
    remove: (path) => void held.delete(path),
    clear: () => held.clear(),
  };
}
