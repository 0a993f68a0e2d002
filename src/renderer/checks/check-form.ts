import type { CheckFields, ExternalCheck } from '../../contract/checks.ts';
import {
  CHECK_SYSTEMS,
  type CheckOutcome,
  type CheckSystem,
  type ConfirmationAnswer,
  isPositive,
  kindsAsked,
  systemKey,
  systemsOf,
} from '../../core/checks/index.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import { zoneClock } from '../../core/time/index.ts';
import { isoDay } from '../workspace/index.ts';

/** A check as it stands in the editor; days '' = none, marking null = that of the file. */
export interface CheckForm {
  readonly system: CheckSystem;
  readonly systemName: string;
  readonly value: string;
  /** '' until it is chosen: that nothing was found is never written down by a mere Enter. */
  readonly result: CheckOutcome | '';
  readonly recordReference: string;
  readonly ownerNcb: string;
  readonly asked: string;
  readonly due: string;
  readonly received: string;
  readonly answer: ConfirmationAnswer | '';
  /** '' = now. */
  readonly day: string;
  readonly time: string;
  readonly operator: string;
  readonly marking: (CheckFields['marking'] & { readonly handlingText: string }) | null;
  readonly note: string;
}

/** A database of the list: a national one with its name. */
export interface NamedSystem {
  readonly system: CheckSystem;
  readonly systemName: string;
}

export interface AskedWith {
  readonly kind: string | null;
  readonly value: string;
}

/** What this database is asked with first: the number it is made for, else the name. */
export function firstValue(system: CheckSystem, values: readonly AskedWith[]): string {
  const kinds = kindsAsked(system);
  const number = kinds.flatMap((kind) => values.filter((one) => one.kind === kind))[0];
  return (number ?? values.find((one) => one.kind === null))?.value ?? '';
}

export function newCheck({ system, systemName }: NamedSystem, values: readonly AskedWith[]): CheckForm {
  return {
    system,
    systemName,
    value: firstValue(system, values),
    result: '',
    recordReference: '',
    ownerNcb: '',
    asked: '',
    due: '',
    received: '',
    answer: '',
    day: '',
    time: '',
    operator: '',
    marking: null,
    note: '',
  };
}

export function formOfCheck(check: ExternalCheck, zone: string): CheckForm {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return {
    system: check.system,
    systemName: check.systemName,
    value: check.value,
    result: check.result,
    recordReference: check.recordReference,
    ownerNcb: check.ownerNcb,
    asked: check.asked ?? '',
    due: check.due ?? '',
    received: check.received ?? '',
    answer: check.answer ?? '',
    day: isoDay(check.at, zone),
    time: clock.format(check.at),
    operator: check.operator,
    marking: { ...check.marking, handlingText: check.handlingText },
    note: check.note,
  };
}

const CLOCK = /^([01]?\d|2[0-3]):[0-5]\d$/;

export function isTime(text: string): boolean {
  return text.trim() === '' || CLOCK.test(text.trim());
}

/** The instant that is written; of a day without a time its beginning. */
export function instantOf({ day, time }: Pick<CheckForm, 'day' | 'time'>, zone: string): number | null {
  if (day === '') return null;
  const written = time.trim() === '' ? '00:00' : time.trim().padStart(5, '0');
  return zoneClock(zone).toInstant(Date.parse(`${day}T${written}:00Z`));
}

/** The form once its result is chosen. */
export type WholeCheck = CheckForm & { readonly result: CheckOutcome };

export function isWholeCheck(form: CheckForm): form is WholeCheck {
  return form.result !== '' && isTime(form.time);
}

/** Days and answer belong to positive results only; what was typed before the result changed does not go along. */
export function fieldsOfCheck(form: WholeCheck): Omit<CheckFields, 'at' | 'marking'> {
  const positive = isPositive(form.result);
  const day = (text: string): string | null => (positive && text !== '' ? text : null);
  return {
    system: form.system,
    systemName: form.systemName.trim(),
    value: form.value.trim(),
    operator: form.operator.trim(),
    result: form.result,
    recordReference: form.recordReference.trim(),
    ownerNcb: form.ownerNcb.trim(),
    asked: day(form.asked),
    due: day(form.due),
    received: day(form.received),
    answer: positive && form.answer !== '' ? form.answer : null,
    handlingText: form.marking?.handlingText.trim() ?? '',
    note: form.note.trim(),
  };
}

/** Databases that suit the type, the file's own national ones among them, then the others. */
export function choicesOf(
  type: EntityType,
  national: readonly string[],
): { suiting: NamedSystem[]; others: NamedSystem[] } {
  const suiting = systemsOf(type);
  const named = (system: CheckSystem): NamedSystem => ({ system, systemName: '' });
  return {
    suiting: [
      ...suiting.map(named),
      ...national.map((systemName) => ({ system: 'national' as const, systemName })),
    ],
    others: CHECK_SYSTEMS.filter((system) => !suiting.includes(system)).map(named),
  };
}

/** Of the databases that suit it those nobody has asked; a note that nobody has is no answer. */
export function unchecked(
  suiting: readonly NamedSystem[],
  checks: readonly Pick<ExternalCheck, 'system' | 'systemName' | 'result'>[],
): NamedSystem[] {
  const asked = new Set(checks.filter((one) => one.result !== 'not_checked').map(systemKey));
  return suiting.filter((one) => !asked.has(systemKey(one)));
}
