import { writeFileSync } from 'node:fs';
import { CROSSINGS } from './crossings.mjs';

/**
 * Makes the border crossing points of the gazetteer and of the map from the list beside this file. Run by hand when
 * it changes: `node build/reference/make-crossings.mjs`.
 */
function write(path, crossings) {
  writeFileSync(
    new URL(`../../resources/${path}/crossings.json`, import.meta.url),
    `${JSON.stringify({ crossings })}\n`,
  );
}

write('gazetteer', CROSSINGS);
write(
  'basemap',
  CROSSINGS.map(([name, , latitude, longitude]) => [name, latitude, longitude]),
);
process.stdout.write(`${CROSSINGS.length} crossings\n`);
