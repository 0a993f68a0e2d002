import { READERS } from '../readers/index.ts';
import { serveReaders } from './serve.ts';

await serveReaders(READERS);
