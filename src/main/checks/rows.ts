import type { CheckFields, ExternalCheck } from '../../contract/checks.ts';
import { isOpen, isOverdue } from '../../core/checks/index.ts';
import type { SqlValue } from '../vault/database.ts';

/** A check as it lies in the vault, with whom it is about. */
export interface CheckRow {
  readonly id: string;
  readonly entity_seq: number;
  readonly entity_id: string;
  readonly entity_label: string;
  readonly merged: number;
  readonly system: CheckFields['system'];
  readonly system_name: string;
  readonly value: string;
  readonly checked_at: number;
  readonly operator: string;
  readonly result: CheckFields['result'];
  readonly record_reference: string;
  readonly owner_ncb: string;
  readonly asked: string | null;
  readonly due: string | null;
  readonly received: string | null;
  readonly answer: CheckFields['answer'];
  readonly level: CheckFields['marking']['level'];
  readonly handling: string;
  readonly handling_text: string;
  readonly note: string;
}

export const CHECK_ROWS = `SELECT c.id, c.entity_seq, e.id AS entity_id, e.label AS entity_label, e.lead_seq IS NOT NULL AS merged,
    c.system, c.system_name, c.value, c.checked_at, c.operator, c.result, c.record_reference, c.owner_ncb, c.asked, c.due,
    c.received, c.answer, c.level, c.handling, c.handling_text, c.note
  FROM external_check c JOIN entity e ON e.seq = c.entity_seq`;

export function checkOf(row: CheckRow, today: string): ExternalCheck {
  const { result, received, due } = row;
  return {
    id: row.id,
    entityId: row.entity_id,
    ...(row.merged === 1 ? { member: row.entity_label } : {}),
    system: row.system,
    systemName: row.system_name,
    value: row.value,
    at: row.checked_at,
    operator: row.operator,
    result,
    recordReference: row.record_reference,
    ownerNcb: row.owner_ncb,
    asked: row.asked,
    due,
    received,
    answer: row.answer,
    marking: { level: row.level, handling: JSON.parse(row.handling) as CheckFields['marking']['handling'] },
    handlingText: row.handling_text,
    note: row.note,
    open: isOpen({ result, received }),
    overdue: isOverdue({ result, received, due }, today),
  };
}

/** The columns a person decides. */
export function columnsOf(fields: CheckFields): Readonly<Record<string, SqlValue>> {
  return {
    system: fields.system,
    system_name: fields.system === 'national' ? fields.systemName : '',
    value: fields.value,
    checked_at: fields.at,
    operator: fields.operator,
    result: fields.result,
    record_reference: fields.recordReference,
    owner_ncb: fields.ownerNcb,
    asked: fields.asked,
    due: fields.due,
    received: fields.received,
    answer: fields.answer,
    level: fields.marking.level,
    handling: JSON.stringify(fields.marking.handling),
    handling_text: fields.marking.handling.includes('H3') ? fields.handlingText : '',
    note: fields.note,
  };
}
