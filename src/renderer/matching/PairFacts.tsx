import type { ReactElement } from 'react';
import type { Output } from '../../contract/index.ts';
import { GradeBadge, propertyWords } from '../ui/index.ts';
import { showSource, useAsk, useMessages } from '../workspace/index.ts';

type Fact = Output<'entity.get'>['facts'][number];

/** What sources say of either, property by property, each value with its source and grade; what differs is marked. */
export function PairFacts(props: { readonly leftId: string; readonly rightId: string }): ReactElement {
  const t = useMessages();
  const left = useAsk('entity.get', { entityId: props.leftId });
  const right = useAsk('entity.get', { entityId: props.rightId });
  const problem = left.error ?? right.error;
  if (problem) return <p role="alert">{problem.message}</p>;
  if (left.data === undefined || right.data === undefined)
    return <p className="muted">{t('matching:loading')}</p>;
  const sides = [left.data, right.data].map(({ facts }) => facts.filter((fact) => fact.property !== null));
  const names = [...new Set(sides.flat().map((fact) => fact.property ?? ''))];
  return (
    <table className="pair-facts">
      <thead>
        <tr>
          <th scope="col">{t('matching:facts')}</th>
          <th scope="col">{left.data.entity.label}</th>
          <th scope="col">{right.data.entity.label}</th>
        </tr>
      </thead>
      <tbody>
        {names.length === 0 ? (
          <tr>
            <td colSpan={3} className="muted">
              {t('matching:noFacts')}
            </td>
          </tr>
        ) : null}
        {names.map((name) => {
          const cells = sides.map((facts) => facts.filter((fact) => fact.property === name));
          return (
            <tr key={name} className={differs(cells) ? 'differs' : undefined}>
              <th scope="row">{propertyWords(t, name)}</th>
              {cells.map((facts, side) => (
                <td key={side === 0 ? 'left' : 'right'}>
                  {facts.map((fact) => (
                    <Said key={fact.id} fact={fact} />
                  ))}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Both have a value and none of them is the same. */
function differs([left = [], right = []]: readonly (readonly Fact[])[]): boolean {
  if (left.length === 0 || right.length === 0) return false;
  return !left.some((one) => right.some((other) => other.value.trim() === one.value.trim()));
}

function Said({ fact }: { readonly fact: Fact }): ReactElement {
  return (
    <div className="pair-fact">
      <span>{fact.value}</span>
      <button type="button" className="text-button" tabIndex={-1} onClick={() => showSource(fact.sourceId)}>
        {fact.sourceReference}
      </button>
      <GradeBadge grade={fact.grade} />
    </div>
  );
}
