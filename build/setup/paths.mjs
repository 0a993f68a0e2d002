import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const runtimeFolder = join(root, '.runtime');
export const cacheFolder = join(root, '.cache');
