import type { ReactElement } from 'react';
import type { Output } from '../../contract/index.ts';
import { GradeBadge, propertyWords } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

type Fact = Output<'entity.get'>['facts'][number];

/** That a row speaks of it at all says nothing beside what the row says. */
function telling(facts: readonly Fact[]): Fact[] {
  const rows = new Set(facts.filter((one) => one.property !== null).map(rowOf));
  return facts.filter((one) => one.property !== null || !rows.has(rowOf(one)));
}
const rowOf = (fact: Fact): string => `${fact.sourceId}|${fact.sourceRow ?? ''}`;

/** Fact by fact: what, who says it, in which row, how it is graded; an inference is named as one. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  const t = useMessages();
  if (facts.length === 0) return <p className="muted">{t('inspector:noFacts')}</p>;
  return (
    <ul className="facts">
      {telling(facts).map((fact) => (
        <li key={fact.id} className={fact.kind}>
          <div className="fact-head">
            <span>{fact.property === null ? t('inspector:exists') : propertyWords(t, fact.property)}</span>
            <span title={fact.marking.handling.map((code) => t(`evidence:handling.${code}`)).join('\n')}>
              {fact.sourceReference}
              {fact.sourceRow === null ? '' : ` · ${t('inspector:row', { row: fact.sourceRow })}`}
            </span>
            <GradeBadge grade={fact.grade} />
          </div>
          {fact.value === '' ? null : (
            <div className="fact-value">
              {fact.value}
              {fact.check === 'check-failed' ? <em className="warn"> {t('inspector:checkFailed')}</em> : null}
              {fact.member === undefined ? null : (
                <em className="muted"> {t('inspector:ofMember', { member: fact.member })}</em>
              )}
              {fact.kind === 'inference' ? <em className="muted"> {t('inspector:inference')}</em> : null}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
