import type { ReactElement } from 'react';
import { Dialog } from '../ui/index.ts';
import { language, useMessages } from '../workspace/index.ts';
import { set } from './state.ts';

/** Examples in the words of the reader's language; the engine takes all of them in any. */
const EXAMPLES = {
  words: { en: 'Tkachuk Oleksandr', uk: 'Ткачук Олександр', ro: 'Tcaciuc Alexandru' },
  phrase: { en: '"Ivan Petrov"', uk: '"Іван Петров"', ro: '"Ion Petrov"' },
  number: { en: '+373 69 123 456', uk: '+380 67 123 45 67', ro: '+373 69 123 456' },
  gaps: { en: '+373 6? 12*', uk: '+380 6? 12*', ro: '+373 6? 12*' },
  type: { en: 'type:vehicle colour:black', uk: 'тип:авто колір:чорний', ro: 'tip:vehicul culoare:negru' },
  status: {
    en: 'status:suspect born:1985',
    uk: 'статус:підозрюваний народження:1985',
    ro: 'statut:suspect nascut:1985',
  },
  identifier: { en: 'plate:A?C*', uk: 'знак:A?C*', ro: 'placă:A?C*' },
  source: {
    en: 'source:register grade:B2',
    uk: 'джерело:реєстр оцінка:B2',
    ro: 'sursă:registru evaluare:B2',
  },
  date: {
    en: 'from:2026-03-01 to:2026-03-31',
    uk: 'від:2026-03-01 до:2026-03-31',
    ro: 'dela:2026-03-01 până:2026-03-31',
  },
  near: { en: 'near:47.01,28.86 5km', uk: 'біля:47.01,28.86 5км', ro: 'lângă:47.01,28.86 5km' },
  place: { en: 'near:"Palanca" 10km', uk: 'біля:"Паланка" 10км', ro: 'lângă:"Palanca" 10km' },
  not: { en: 'Popa -Ion', uk: 'Попа -Іван', ro: 'Popa -Ion' },
} as const;

type Example = keyof typeof EXAMPLES;

export function SearchHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages();
  const tongue = language();
  const choose = (text: string): void => {
    set({ text, tab: 'results' });
    onClose();
  };
  return (
    <Dialog title={t('search:help.title')} onClose={onClose}>
      <p>{t('search:help.intro')}</p>
      <dl className="search-help">
        {(Object.keys(EXAMPLES) as Example[]).map((name) => (
          <div key={name}>
            <dt>
              <button type="button" className="link" onClick={() => choose(EXAMPLES[name][tongue])}>
                {EXAMPLES[name][tongue]}
              </button>
            </dt>
            <dd>{t(`search:help.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
