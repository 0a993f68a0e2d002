import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';

/** Writes a text into a file, from this thread, another one or a child, and takes the file away. */
const [way = 'file', path = '', text = ''] = process.argv.slice(2);
if (way === 'thread') await writeFile(path, text);
else if (way === 'child') execFileSync('sh', ['-c', 'printf %s "$1" > "$2"', 'sh', text, path]);
else writeFileSync(path, text);
rmSync(path);
