import type { ReactElement } from 'react';
import type { Output } from '../../contract/index.ts';
import { GradeBadge, propertyWords } from '../ui/index.ts';
import { showSource, useAsk, useMessages } from '../workspace/index.ts';

type Detail = Output<'entity.get'>;
/** A value, and where somebody says it, who. */
interface Value {
  readonly text: string;
  readonly fact: Detail['facts'][number] | null;
}

/** What sources say of either, property by property, each value with its source and grade; what differs is marked. */
export function PairFacts(props: { readonly leftId: string; readonly rightId: string }): ReactElement {
  const t = useMessages();
  const left = useAsk('entity.get', { entityId: props.leftId });
  const right = useAsk('entity.get', { entityId: props.rightId });
  const problem = left.error ?? right.error;
  if (problem) return <p role="alert">{problem.message}</p>;
  if (left.data === undefined || right.data === undefined)
    return <p className="muted">{t('matching:loading')}</p>;
  const sides = [left.data, right.data].map(valuesOf);
  const names = [...new Set(sides.flatMap((values) => [...values.keys()]))];
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
          const cells = sides.map((values) => values.get(name) ?? []);
          return (
            <tr key={name} className={differs(cells) ? 'differs' : undefined}>
              <th scope="row">{propertyWords(t, name)}</th>
              {cells.map((values, side) => (
                <td key={side === 0 ? 'left' : 'right'}>
                  {values.map((value) => (
                    <Said key={value.fact?.id ?? value.text} value={value} />
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

/** By property: what facts say, and what the record has that no fact says. */
function valuesOf({ facts, properties }: Detail): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  const add = (name: string, value: Value): void => void found.set(name, [...(found.get(name) ?? []), value]);
  for (const fact of facts) if (fact.property !== null) add(fact.property, { text: fact.value, fact });
  for (const [name, value] of Object.entries(properties)) {
    const text = value === null ? '' : String(value);
    if (text !== '' && found.get(name)?.some((one) => one.text === text) !== true)
      add(name, { text, fact: null });
  }
  return found;
}

/** Both have a value and none of them is the same. */
function differs([left = [], right = []]: readonly (readonly Value[])[]): boolean {
  if (left.length === 0 || right.length === 0) return false;
  return !left.some((one) => right.some((other) => other.text.trim() === one.text.trim()));
}

function Said({ value: { text, fact } }: { readonly value: Value }): ReactElement {
  return (
    <div className="pair-fact">
      <span>{text}</span>
      {fact === null ? null : (
        <>
          <button
            type="button"
            className="text-button"
            tabIndex={-1}
            onClick={() => showSource(fact.sourceId)}
          >
            {fact.sourceReference}
          </button>
          <GradeBadge grade={fact.grade} />
        </>
      )}
    </div>
  );
}
