import type { ReactElement } from 'react';
import type { Output } from '../../contract/index.ts';
import { GradeBadge, propertyWords } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

type Fact = Output<'entity.get'>['facts'][number];

/** Fact by fact: what, who says it, in which row, how it is graded; an inference is named as one. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  const t = useMessages();
  if (facts.length === 0) return <p className="muted">{t('inspector:noFacts')}</p>;
  return (
    <table className="facts">
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.id} className={fact.kind}>
            <th scope="row">
              {fact.property === null ? t('inspector:exists') : propertyWords(t, fact.property)}
            </th>
            <td>
              {fact.value}
              {fact.check === 'check-failed' ? <em className="warn"> {t('inspector:checkFailed')}</em> : null}
              {fact.kind === 'inference' ? <em className="muted"> {t('inspector:inference')}</em> : null}
            </td>
            <td
              className="muted"
              title={fact.marking.handling.map((code) => t(`evidence:handling.${code}`)).join('\n')}
            >
              {fact.sourceReference}
              {fact.sourceRow === null ? '' : ` · ${t('inspector:row', { row: fact.sourceRow })}`}
            </td>
            <td>
              <GradeBadge grade={fact.grade} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
