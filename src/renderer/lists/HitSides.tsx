import type { ReactElement } from 'react';
import type { HitDetail } from '../../contract/lists.ts';
import { useMessages } from '../workspace/index.ts';

type Compared = HitDetail['compared'][number];
type Words = Compared['entry'][number];

/** Entry and entity side by side, a line for each thing compared; what the other side does not have is marked. */
export function HitSides({ compared }: Pick<HitDetail, 'compared'>): ReactElement {
  const t = useMessages();
  return (
    <table className="hit-table">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('lists:entry')}</th>
          <th scope="col">{t('lists:entity')}</th>
        </tr>
      </thead>
      <tbody>
        {compared.map(({ what, entry, entity, isSame }) => (
          <tr key={what.key} className={isSame === false ? 'against' : isSame === true ? 'for' : ''}>
            <th scope="row">{t(what.key, what.params)}</th>
            <td>
              <Values values={entry} />
            </td>
            <td>
              <Values values={entity} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Values({ values }: { readonly values: readonly Words[] }): ReactElement {
  return (
    <>
      {values.map((words) => (
        <div key={words.map(({ text }) => text).join(' ')}>
          {words.map(({ text, differs }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand twice in a name
            <span key={at}>
              {at === 0 ? '' : ' '}
              {differs ? <mark>{text}</mark> : text}
            </span>
          ))}
        </div>
      ))}
    </>
  );
}
