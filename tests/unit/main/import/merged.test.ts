import { expect, test } from 'vitest';
import { QUIET, undoImport } from '../../../../src/main/import/run.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { undo } from '../../../../src/main/store/journal.ts';
import '../../../../src/main/import/journal-kinds.ts';
import { BY } from '../../../helpers/database.ts';
import { storeContext } from '../../../helpers/seed.ts';
import { type Bench, bench, importPath } from './helpers.ts';

const HEADER = 'ПІБ;Дата народження;Статус;Телефон';
const FIRST = [
  HEADER,
  'Ковальчук Тарас;05.05.1985;підозрюваний;+380501112244',
  'Koval Taras;;;+380501112255',
];
const SECOND = [HEADER, 'Коваль Т.;;потерпілий;+380501112255', 'Мороз Іван;;;+380501112266'];

async function merged() {
  const one = bench();
  const context = storeContext(one.database);
  await importPath(one, one.write('перший.csv', FIRST.join('\n')));
  const phone = (value: string) =>
    one.database.one<{ id: string; seq: number }>(
      'SELECT id, seq FROM entity WHERE seq = (SELECT entity_seq FROM identifier WHERE value = ?)',
      value,
    ) ?? { id: '', seq: 0 };
  const [lead, member] = [phone('+380501112244'), phone('+380501112255')];
  const { mergeId } = await storeHandlers['entity.merge'](context, {
    leadId: lead.id,
    memberIds: [member.id],
    reason: 'one SIM',
  });
  return { one, context, lead, member, mergeId };
}

function factsAbout({ database }: Bench, seq: number): number {
  return database.one<{ n: number }>('SELECT count(*) AS n FROM assertion WHERE entity_seq = ?', seq)?.n ?? 0;
}

test('rows about a member’s number go to the member, are shown under the lead, and go with their import', async () => {
  const { one, context, lead, member, mergeId } = await merged();
  const links = (seq: number) =>
    one.database.all('SELECT 1 FROM link WHERE from_seq = ? OR to_seq = ?', seq, seq).length;
  const before = { lead: links(lead.seq), member: links(member.seq), facts: factsAbout(one, member.seq) };
  const shownBefore = await storeHandlers['entity.get'](context, { entityId: lead.id });
  const { batchId } = await importPath(one, one.write('другий.csv', SECOND.join('\n')));
  expect(links(lead.seq)).toBe(before.lead);
  expect(links(member.seq)).toBe(before.member + 1);
  const shown = await storeHandlers['entity.get'](context, { entityId: lead.id });
  expect(shown.links).toHaveLength(shownBefore.links.length + 1);
  expect(shown.facts.filter((fact) => fact.member !== undefined)).not.toHaveLength(0);
  const count = one.database.all("SELECT 1 FROM entity WHERE type = 'phone'").length;
  expect(count).toBe(3);

  await undoImport(one.context, batchId ?? '', QUIET);
  expect(factsAbout(one, member.seq)).toBe(before.facts);
  expect(await storeHandlers['entity.get'](context, { entityId: lead.id })).toEqual(shownBefore);
  await storeHandlers['entity.unmerge'](context, { mergeId });
  const apart = await storeHandlers['entity.get'](context, { entityId: member.id });
  expect(apart.entity.id).toBe(member.id);
  expect(apart.links).toHaveLength(before.member);
});

test('a status that an import gives a member protects the whole record, and goes again with the import', async () => {
  const one = bench();
  const context = storeContext(one.database);
  const numbered = 'ПІБ;IDNP;Статус';
  await importPath(
    one,
    one.write('a.csv', [numbered, 'Ковальчук Тарас;2850505123456;', 'Koval Taras;2850505123457;'].join('\n')),
  );
  const people = one.database.all<{ id: string }>("SELECT id FROM entity WHERE type = 'person' ORDER BY seq");
  const [lead, member] = people.map((row) => row.id) as [string, string];
  await storeHandlers['entity.merge'](context, { leadId: lead, memberIds: [member], reason: 'one person' });
  const shown = async () => (await storeHandlers['entity.get'](context, { entityId: lead })).entity;
  expect(await shown()).toMatchObject({ protected: false, label: 'Ковальчук Тарас' });
  const { batchId } = await importPath(
    one,
    one.write(
      'b.csv',
      [numbered, 'Koval Taras;2850505123457;потерпілий', 'X Y;2850505123458;свідок'].join('\n'),
    ),
  );
  expect(await shown()).toMatchObject({ protected: true, status: 'victim' });
  await undoImport(one.context, batchId ?? '', QUIET);
  expect(await shown()).toMatchObject({ protected: false, label: 'Ковальчук Тарас' });
});

test('the import that made both members is not taken from under their merge', async () => {
  const { one, context, lead, member } = await merged();
  const file = one.database.one<{ seq: number }>('SELECT seq FROM analysis_file')?.seq ?? 0;
  const batch = one.database.one<{ id: string }>("SELECT id FROM batch WHERE kind = 'import'")?.id ?? '';
  await undoImport(one.context, batch, QUIET);
  const { members } = await storeHandlers['entity.members'](context, { entityId: lead.id });
  expect(members.map((row) => row.entity.id)).toEqual([member.id]);
  await undo(one.database, file, BY);
  expect(one.database.all('SELECT seq FROM entity WHERE lead_seq = ?', lead.seq)).toEqual([
    { seq: member.seq },
  ]);
});
