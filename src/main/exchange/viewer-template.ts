import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../core/result.ts';

const EMPTY = '<script type="application/json" id="case-data">null</script>';

/** The built viewer page: beside the resources when installed, in out/ when run from source. Failure('package.no-viewer'). */
export function viewerTemplate(resourcesFolder: string): string {
  const places = [join(resourcesFolder, 'viewer'), join(resourcesFolder, '..', 'out', 'viewer')];
  const found = places.map((place) => join(place, 'index.html')).find((path) => existsSync(path));
  if (found === undefined) throw new Failure('package.no-viewer');
  const template = readFileSync(found, 'utf8');
  if (!template.includes(EMPTY)) throw new Failure('package.no-viewer');
  return template;
}

/** The page with its data. Every `<` is escaped, so that no text of a case can end the script element. */
export function filledViewer(
  template: string,
  coverJson: string,
  caseJson: string,
  language: string,
): string {
  const json = `{"language":${JSON.stringify(language)},"cover":${coverJson},"data":${caseJson}}`;
  const [before = '', after = ''] = template.split(EMPTY);
  return `${before}<script type="application/json" id="case-data">${json.replaceAll('<', '\\u003c')}</script>${after}`;
}
