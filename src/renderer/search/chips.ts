import type { SearchTerm } from '../../core/search/index.ts';
import { propertyWords } from '../ui/index.ts';
import type { Translate } from '../workspace/index.ts';

/** A part of a search in words: what kind it is, and what it asks. */
export function chipOf(t: Translate, term: SearchTerm): { readonly name: string; readonly value: string } {
  const field = (name: string, value: string) => ({ name, value });
  switch (term.kind) {
    case 'words':
    case 'phrase':
      return field(t(`search:chip.${term.kind}`), term.words.join(' '));
    case 'word-pattern':
      return field(t('search:chip.word-pattern'), term.pattern);
    case 'number':
      return field(t('search:chip.number'), term.key);
    case 'identifier':
      return field(propertyWords(t, term.identifier), term.key);
    case 'property':
      return field(propertyWords(t, term.property), term.value);
    case 'type': {
      const things = term.entities.map((type) => t(`types:entity.${type}`));
      return field(
        t('search:chip.type'),
        [...things, ...term.events.map((type) => t(`types:event.${type}`))].join(', '),
      );
    }
    case 'status':
      return field(t('search:chip.status'), statusWords(t, term.status));
    case 'source':
      return field(t('search:chip.source'), term.text);
    case 'grade':
      return field(t('search:chip.grade'), `${term.source}${term.information ?? ''}`);
    case 'near':
      return field(t('search:chip.near'), nearWords(t, term));
    default:
      return field(t(`search:chip.${term.kind}`), daysWords(t, term));
  }
}

function statusWords(t: Translate, status: string): string {
  return status === 'minor' || status === 'none' ? t(`search:chip.${status}`) : t(`types:status.${status}`);
}

function nearWords(t: Translate, near: Extract<SearchTerm, { kind: 'near' }>): string {
  const place = 'place' in near ? near.place : `${near.latitude.toFixed(4)}, ${near.longitude.toFixed(4)}`;
  return t('search:chip.around', { place, kilometres: near.kilometres });
}

function daysWords(
  t: Translate,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): string {
  if (from !== null && from === to) return from;
  if (to === null) return t('search:chip.from', { from: from ?? '' });
  return from === null ? t('search:chip.to', { to }) : `${from} – ${to}`;
}
