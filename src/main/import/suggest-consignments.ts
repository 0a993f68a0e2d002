import { NO_EVENT } from '../../contract/import.ts';
import { party } from './suggest-entities.ts';
import type { EntityMapping, TableKind } from './suggest-parts.ts';

const OF_RECIPIENT =
  /отримувач|одержувач|получател|імпортер|импортер|recipient|receiver|importer|consignee|destinatar|importator/i;

/** Goods between two parties, as customs and forwarders list them: who sent and who received, and the day; no payment. */
export const consignments: TableKind = {
  name: 'consignments',
  matches: (columns) =>
    columns.has('senderName', 'recipientName') &&
    (columns.has('start') || columns.has('date')) &&
    !columns.has('senderAccount') &&
    !columns.has('caller', 'called'),
  plan(columns) {
    const parties = [party(columns, 'sender', 'senderName'), party(columns, 'recipient', 'recipientName')];
    const entities: EntityMapping[] = parties.flatMap((one) => one ?? []);
    const header = columns.guesses.find(({ field }) => field === 'companyNumber')?.column ?? '';
    const number = OF_RECIPIENT.test(header) ? columns.value('companyNumber') : null;
    const numbered = entities.map((entity) =>
      entity.name === 'recipient' && number !== null
        ? { ...entity, identifiers: [{ kind: 'company-number', value: number }] }
        : entity,
    );
    const event = {
      ...NO_EVENT,
      type: 'movement' as const,
      from: 'sender',
      to: 'recipient',
      start: columns.start(),
      properties: columns.rest(),
    };
    const link = {
      from: 'sender',
      to: 'recipient',
      type: 'other' as const,
      strength: 'unconfirmed' as const,
    };
    return { entities: numbered, links: [link], events: [event] };
  },
};
