import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import type { ExternalCheck } from '../../contract/checks.ts';
import { CHECK_OUTCOMES, isPositive, systemKey } from '../../core/checks/index.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import { Button, Select } from '../ui/index.ts';
import { call, checkPen, dataChanged, useAttempt, useDesk, useMessages, usePen } from '../workspace/index.ts';
import { CheckMore } from './CheckMore.tsx';
import { Confirmation } from './Confirmation.tsx';
import {
  type AskedWith,
  type CheckForm,
  fieldsOfCheck,
  firstValue,
  formOfCheck,
  instantOf,
  isWholeCheck,
  type NamedSystem,
  newCheck,
} from './check-form.ts';
import { SystemChoice } from './SystemChoice.tsx';

/**
 * One check by keyboard: database, what it was asked with, result, Enter. What a positive result needs opens by itself.
 * With `check` it changes that one.
 */
export function CheckEditor(props: {
  readonly entityId: string;
  readonly type: EntityType;
  readonly national: readonly string[];
  readonly values: readonly AskedWith[];
  readonly wanted: NamedSystem;
  /** Databases still to ask: after one the pen goes on to the next. */
  readonly missing?: readonly NamedSystem[];
  readonly check?: ExternalCheck;
  readonly onDone?: () => void;
}): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { check, wanted, values, onDone } = props;
  const [form, setForm] = useState(() =>
    check === undefined ? newCheck(wanted, values) : formOfCheck(check, zone),
  );
  const { error, busy, submit } = useAttempt();
  const first = usePen<HTMLSelectElement>(checkPen, check !== undefined);
  const numbers = useId();
  const outcomes = CHECK_OUTCOMES.map((value) => ({ value, label: t(`checks:result.${value}`) }));
  const set = (change: Partial<CheckForm>): void => setForm((before) => ({ ...before, ...change }));
  const choose = (one: NamedSystem): void => {
    const isUntouched = form.value === firstValue(form.system, values) || form.value === '';
    set({ ...one, ...(isUntouched ? { value: firstValue(one.system, values) } : {}) });
  };

  async function save(): Promise<void> {
    if (!isWholeCheck(form)) return;
    const fields = fieldsOfCheck(form);
    const { marking } = form;
    const codes = marking === null ? null : { level: marking.level, handling: [...marking.handling] };
    const at = instantOf(form, zone);
    if (check === undefined) {
      const own = { ...(at === null ? {} : { at }), ...(codes === null ? {} : { marking: codes }) };
      await call('check.add', { entityId: props.entityId, ...fields, ...own });
      const next = props.missing?.find((one) => systemKey(one) !== systemKey(form));
      setForm(newCheck(next ?? form, values));
    } else {
      const stood = formOfCheck(check, zone);
      const isSame = stood.day === form.day && stood.time === form.time;
      const when = isSame || at === null ? check.at : at;
      await call('check.change', { checkId: check.id, ...fields, at: when, marking: codes ?? check.marking });
    }
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
    <form className="check-editor" onSubmit={submit(save)} onKeyDown={onKeyDown}>
      <SystemChoice ref={first} type={props.type} national={props.national} form={form} onChoose={choose} />
      {form.system === 'national' ? (
        <input
          aria-label={t('checks:form.systemName')}
          placeholder={t('checks:form.systemName')}
          value={form.systemName}
          onChange={(event) => set({ systemName: event.target.value })}
        />
      ) : null}
      <input
        list={numbers}
        aria-label={t('checks:form.value')}
        placeholder={t('checks:form.value')}
        value={form.value}
        onChange={(event) => set({ value: event.target.value })}
      />
      <datalist id={numbers}>
        {values.map(({ kind, value }) => (
          <option key={`${kind} ${value}`} value={value} />
        ))}
      </datalist>
      <Select
        label={t('checks:form.result')}
        value={form.result}
        choices={[{ value: '', label: t('checks:form.result') }, ...outcomes]}
        onChange={(result) => set({ result })}
      />
      {form.result !== '' && isPositive(form.result) ? <Confirmation form={form} onChange={set} /> : null}
      <CheckMore form={form} onChange={set} />
      <div className="check-acts">
        <Button type="submit" primary disabled={busy || !isWholeCheck(form)}>
          {t(check === undefined ? 'checks:form.add' : 'checks:form.save')}
        </Button>
        {onDone === undefined ? null : <Button onClick={onDone}>{t('checks:form.cancel')}</Button>}
      </div>
      {error === null ? null : <p role="alert">{error}</p>}
    </form>
  );
}
