import { IconX } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { ValueSource } from '../../../contract/import.ts';
import type { MenuItem } from '../../ui/index.ts';
import { useMessages } from '../../workspace/index.ts';
import { feederOf, focusSoon } from './focus.ts';
import { MenuButton } from './MenuButton.tsx';
import { useMapping } from './mapping-context.ts';
import { Problems } from './Problems.tsx';
import { type Place, placeKey, readPlace, writePlace } from './place.ts';
import type { Words } from './sentences.ts';
import { type Translator, ValueTranslators } from './ValueTranslators.tsx';
import { NOTHING, withColumn, withConstant, withoutColumn, withSplit } from './value-edit.ts';

/** One place of the mapping: its name, the columns or the text that feed it, and what is done with them. */
export function ValueEditor(props: {
  readonly place: Place;
  /** In words, for a person who does not see the row. */
  readonly name: string;
  /** What stands in front; the name where nothing is given. */
  readonly head?: ReactNode;
  readonly more?: readonly MenuItem[];
  readonly onRemove?: () => void;
}): ReactElement {
  const t = useMessages();
  const { specification, change } = useMapping();
  const [wanted, setWanted] = useState<ReadonlySet<Translator>>(new Set());
  const { place, name, more = [], onRemove } = props;
  const key = placeKey(place);
  const value = readPlace(specification, place);
  const write = (next: ValueSource | null): void => change((spec) => writePlace(spec, place, next));
  const takeOut = (column: string): void => {
    const rest = withoutColumn(value ?? NOTHING, column);
    write(rest ?? NOTHING);
    focusSoon(feederOf(key));
  };
  return (
    <fieldset className="spec-value" data-at={key} aria-label={name}>
      <div className="spec-value-head">{props.head ?? name}</div>
      <div className="spec-value-body">
        {value === null ? null : (
          <>
            <Columns value={value} onTakeOut={takeOut} />
            <ValueTranslators value={value} wanted={wanted} onChange={write} />
          </>
        )}
        <AddMenu
          name={name}
          value={value}
          more={more}
          onChange={write}
          onTranslate={(translator) => {
            setWanted((before) => new Set([...before, translator]));
            focusSoon(`[data-at="${CSS.escape(key)}"] .spec-${translator} :is(input, textarea)`);
          }}
        />
        <Problems at={key} />
      </div>
      {onRemove === undefined ? null : (
        <button
          type="button"
          className="icon-button"
          title={t('importcentre:removeNamed', { name })}
          onClick={onRemove}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </fieldset>
  );
}

function Columns(props: {
  readonly value: ValueSource;
  readonly onTakeOut: (column: string) => void;
}): ReactElement {
  const t = useMessages();
  const { columns } = useMapping();
  const known = new Set(columns.map(({ name }) => name));
  return (
    <>
      {props.value.columns.map((column) => (
        <button
          key={column}
          type="button"
          className={known.has(column) ? 'column-chip' : 'column-chip gone'}
          title={t('importcentre:takeOut', { column })}
          onClick={() => props.onTakeOut(column)}
        >
          <span className="cut">{column}</span>
          <IconX size={12} aria-hidden />
        </button>
      ))}
    </>
  );
}

function AddMenu(props: {
  readonly name: string;
  readonly value: ValueSource | null;
  readonly more: readonly MenuItem[];
  readonly onChange: (value: ValueSource) => void;
  readonly onTranslate: (translator: Translator) => void;
}): ReactElement {
  const t = useMessages();
  const { columns } = useMapping();
  const { value, onChange } = props;
  const items: MenuItem[] = columns
    .filter(({ name }) => value?.columns.includes(name) !== true)
    .map(({ name }) => ({ id: `column.${name}`, label: name, run: () => onChange(withColumn(value, name)) }));
  const others: MenuItem[] = [
    {
      id: 'constant',
      label: t('importcentre:fixedText'),
      run: () => onChange(withConstant(value, value?.constant ?? '')),
    },
    ...(value === null ? [] : translations(value, props.onTranslate, onChange, t)),
    ...props.more,
  ];
  const separated = others.map((item, at) => (at === 0 ? { ...item, separated: true } : item));
  return (
    <MenuButton
      label="+"
      title={t('importcentre:feedWith', { name: props.name })}
      items={[...items, ...separated]}
    />
  );
}

/** What can be done with the text of a place: a part of it, what an expression finds, other words for it. */
function translations(
  value: ValueSource,
  onTranslate: (translator: Translator) => void,
  onChange: (value: ValueSource) => void,
  t: Words,
): MenuItem[] {
  return [
    { id: 'cut', label: t('importcentre:cutOut'), run: () => onTranslate('extract') },
    { id: 'split', label: t('importcentre:splitOut'), run: () => onChange(withSplit(value, '/', 1)) },
    { id: 'replace', label: t('importcentre:replaceOut'), run: () => onTranslate('replace') },
  ];
}
