import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { FACT_KINDS } from '../../core/evidence/source-terms.ts';
import { Button, FactSign, propertyWords, Select } from '../ui/index.ts';
import { call, dataChanged, factPen, useAsk, useAttempt, useMessages, usePen } from '../workspace/index.ts';
import { FactMore } from './FactMore.tsx';
import { type Fact, type FactForm, fieldsOfFact, formOfFact, isWhole, newFact } from './fact-form.ts';

/** What one writes often: offered while one types, never required. */
const OFTEN = ['alias', 'birthDate', 'citizenship', 'address', 'phone', 'email', 'note'] as const;

/** The source of the last fact stays for the next one: a statement has many. The kind does not, or a fact becomes advice. */
let lastSource = '';

/**
 * One line by keyboard: what, value, Enter. Kind, source, grade, marking and grounds stand below for when they differ.
 * With `fact` it changes that one.
 */
export function FactEditor(props: {
  readonly fileId: string;
  readonly entityId: string;
  readonly facts: readonly Fact[];
  readonly fact?: Fact;
  readonly onDone?: () => void;
}): ReactElement {
  const t = useMessages();
  const { fact, onDone } = props;
  const ofFile = fact?.ofFile === true;
  const [form, setForm] = useState(() =>
    fact === undefined
      ? newFact('fact', lastSource)
      : { ...formOfFact(fact), property: propertyWords(t, fact.property ?? '') },
  );
  const { error, busy, submit } = useAttempt();
  const first = usePen<HTMLInputElement>(factPen, fact !== undefined);
  const names = useId();
  /** A word that is offered is kept under the program's own name, so that it reads in every language. */
  const nameOf = (words: string): string => {
    if (fact?.property != null && propertyWords(t, fact.property) === words) return fact.property;
    return OFTEN.find((one) => propertyWords(t, one) === words) ?? words;
  };
  const set = (change: Partial<FactForm>): void => setForm((before) => ({ ...before, ...change }));

  async function save(): Promise<void> {
    if (!isWhole(form, ofFile)) return;
    const fields = fieldsOfFact({ ...form, property: nameOf(form.property.trim()) });
    if (fact === undefined) await call('entity.addFact', { entityId: props.entityId, ...fields });
    else await call('fact.change', { factId: fact.id, ...fields });
    lastSource = form.sourceId;
    setForm(newFact('fact', lastSource));
    dataChanged();
    first.current?.focus();
    onDone?.();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    if (onDone !== undefined) onDone();
    else if (event.target instanceof HTMLElement) event.target.blur();
  }

  return (
    <form className={`fact-editor ${form.kind}`} onSubmit={submit(save)} onKeyDown={onKeyDown}>
      <input
        ref={first}
        list={names}
        disabled={ofFile}
        aria-label={t('inspector:fact.property')}
        placeholder={t('inspector:fact.property')}
        value={form.property}
        onChange={(event) => set({ property: event.target.value })}
      />
      <datalist id={names}>
        {OFTEN.map((name) => (
          <option key={name} value={propertyWords(t, name)} />
        ))}
      </datalist>
      <input
        disabled={ofFile}
        aria-label={t('inspector:fact.value')}
        placeholder={t('inspector:fact.value')}
        value={form.value}
        onChange={(event) => set({ value: event.target.value })}
      />
      <FactSign kind={form.kind} />
      <Select
        label={t('inspector:fact.kind')}
        disabled={ofFile}
        value={form.kind}
        choices={FACT_KINDS.map((value) => ({ value, label: t(`evidence:kind.${value}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <SourceChoice fileId={props.fileId} form={form} disabled={ofFile} onChange={set} />
      <Button type="submit" primary disabled={busy || !isWhole(form, ofFile)}>
        {t(fact === undefined ? 'inspector:fact.add' : 'inspector:fact.save')}
      </Button>
      <FactMore form={form} facts={props.facts.filter((one) => one.id !== fact?.id)} onChange={set} />
      {ofFile ? <p className="muted">{t('inspector:fact.ofFile')}</p> : null}
      {error === null ? null : <span role="alert">{error}</span>}
    </form>
  );
}

function SourceChoice(props: {
  readonly fileId: string;
  readonly form: FactForm;
  readonly disabled: boolean;
  readonly onChange: (change: Partial<FactForm>) => void;
}): ReactElement {
  const t = useMessages();
  const sources = useAsk('source.list', { fileId: props.fileId }).data?.sources ?? [];
  return (
    <Select
      label={t('inspector:fact.source')}
      disabled={props.disabled}
      value={props.form.sourceId}
      choices={[
        { value: '', label: t('inspector:fact.mine') },
        ...sources.map((one) => ({ value: one.id, label: `${one.reference} ${one.title}` })),
      ]}
      onChange={(sourceId) => props.onChange({ sourceId })}
    />
  );
}
