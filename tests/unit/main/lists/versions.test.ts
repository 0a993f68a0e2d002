import { expect, test } from 'vitest';
import { finished } from '../../../helpers/answers.ts';
import { listedVault, TERMS } from '../../../helpers/lists.ts';

const HEAD = 'Reference;Full name;Date of birth;Passport;Issuing country\n';
const FIRST = `${HEAD}W-1;Ткачук Олександр;14.03.1985;;\nW-2;Ботнару Іон;1979;;\n`;
const PEOPLE = 'Full name,Date of birth\nAlexandru Tcaciuc,1985-03-14\nIon Botnaru,1979-05-02\n';

type Vault = Awaited<ReturnType<typeof listedVault>>;

async function vaultWithHits(): Promise<Vault & { listId: string; versionId: string }> {
  const vault = await listedVault();
  await vault.importTable('people.csv', PEOPLE);
  const { listId, versionId } = await vault.load(vault.write('first.csv', FIRST));
  return { ...vault, listId, versionId };
}

async function hitOf(vault: Vault, reference: string) {
  const found = (await vault.hits()).rows.find((row) => row.reference === reference);
  if (found === undefined) throw new Error(`no hit of ${reference}`);
  return found;
}

async function dismiss(vault: Vault, reference: string): Promise<void> {
  const { id } = await hitOf(vault, reference);
  await vault.ask('list.decide', { hitIds: [id], state: 'dismissed', reason: 'another man' });
}

test('what was dismissed stays dismissed in a new version that says the same, and the old one stays readable', async () => {
  const vault = await vaultWithHits();
  await dismiss(vault, 'W-1');
  const second = await vault.load(vault.write('second.csv', `${FIRST}W-9;Новий Запис;1950;;\n`), {
    list: { id: vault.listId },
  });
  expect(second.listId).toBe(vault.listId);
  expect(await hitOf(vault, 'W-1')).toMatchObject({ state: 'dismissed', again: null });
  expect((await hitOf(vault, 'W-2')).state).toBe('open');
  const [list] = (await vault.ask('list.all', {})).lists;
  expect(list?.versions.map(({ number, isCurrent, hits }) => [number, isCurrent, hits])).toEqual([
    [2, true, 2],
    [1, false, 2],
  ]);
  const old = await vault.hits(vault.fileId, { versionId: vault.versionId });
  expect(old.rows.map(({ reference, state }) => [reference, state])).toEqual([
    ['W-2', 'open'],
    ['W-1', 'dismissed'],
  ]);
  const entries = await vault.ask('list.entries', { versionId: vault.versionId, offset: 0, limit: 10 });
  expect(entries.total).toBe(2);
});

test('a dismissed hit comes back where the entry says something else, and says so', async () => {
  const vault = await vaultWithHits();
  await dismiss(vault, 'W-1');
  await vault.load(
    vault.write(
      'second.csv',
      FIRST.replace('W-1;Ткачук Олександр;14.03.1985;;', 'W-1;Ткачук Олександр;14.03.1985;FE123456;UA'),
    ),
    {
      list: { id: vault.listId },
    },
  );
  expect(await hitOf(vault, 'W-1')).toMatchObject({ state: 'open', again: 'entry' });
});

test('a dismissed hit comes back where more bears on it, not for a number the list does not have', async () => {
  const vault = await vaultWithHits();
  await dismiss(vault, 'W-1');
  const { entity } = await hitOf(vault, 'W-1');
  const fact = (property: string, value: string) =>
    vault.ask('entity.addFact', {
      entityId: entity.id,
      property,
      value,
      kind: 'fact',
    });
  await fact('note', 'seen in Bălți');
  await vault.ask('list.refresh', { fileId: vault.fileId });
  expect(await hitOf(vault, 'W-1')).toMatchObject({ state: 'dismissed' });
  await fact('alias', 'Саша Ткачук');
  await vault.ask('list.refresh', { fileId: vault.fileId });
  expect(await hitOf(vault, 'W-1')).toMatchObject({ state: 'open', again: 'entity' });
});

test('a confirmed hit stays confirmed when more is learnt of the entity', async () => {
  const vault = await vaultWithHits();
  const { id, entity } = await hitOf(vault, 'W-2');
  await vault.ask('list.decide', { hitIds: [id], state: 'confirmed', reason: '' });
  await vault.ask('entity.addFact', {
    entityId: entity.id,
    property: 'alias',
    value: 'Vanea Botnaru',
    kind: 'fact',
  });
  await vault.ask('list.refresh', { fileId: vault.fileId });
  expect((await hitOf(vault, 'W-2')).state).toBe('confirmed');
});

test('a decision is in journal and audit, and can be taken back', async () => {
  const vault = await vaultWithHits();
  await dismiss(vault, 'W-1');
  const { entries } = await vault.ask('journal.list', { fileId: vault.fileId, limit: 1 });
  expect(entries[0]).toMatchObject({ label: { key: 'lists:journal.dismissed' }, reason: 'another man' });
  const log = await vault.ask('audit.list', { offset: 0, limit: 1 });
  expect(log.rows[0]).toMatchObject({ action: 'hit-dismissed', reason: 'another man' });
  await vault.ask('journal.undo', { fileId: vault.fileId });
  expect((await hitOf(vault, 'W-1')).state).toBe('open');
  await vault.ask('journal.redo', { fileId: vault.fileId });
  expect((await hitOf(vault, 'W-1')).state).toBe('dismissed');
});

test('an import taken back takes its hits along, done again they are there with what was decided', async () => {
  const vault = await listedVault();
  const batchId = await vault.importTable('people.csv', PEOPLE);
  await vault.load(vault.write('first.csv', FIRST));
  await dismiss(vault, 'W-1');
  await finished(vault.engine, await vault.ask('import.undo', { batchId }));
  expect((await vault.hits()).rows).toEqual([]);
  await vault.ask('journal.undo', { fileId: vault.fileId });
  await vault.ask('list.refresh', { fileId: vault.fileId });
  expect((await vault.hits()).rows.map(({ reference, state }) => [reference, state])).toEqual([
    ['W-2', 'open'],
    ['W-1', 'dismissed'],
  ]);
});

test('an import taken back takes the hits that rest on what it said of others', async () => {
  const vault = await listedVault();
  await vault.importTable('one.csv', 'Full name,Passport,Issuing country\nVasyl Plain,KK111111,UA\n');
  const second = await vault.importTable(
    'two.csv',
    'Full name,Passport,Issuing country,Tax number\nVasyl Plain,KK111111,UA,1759013776\n',
  );
  await vault.load(vault.write('tax.csv', 'Reference;Tax number;Country\nT-1;1759013776;UA\n'), {
    list: { ...TERMS, kind: 'own' },
  });
  expect((await vault.hits()).total).toBe(1);
  await finished(vault.engine, await vault.ask('import.undo', { batchId: second }));
  await vault.ask('list.refresh', { fileId: vault.fileId });
  expect((await vault.hits()).total).toBe(0);
});

test('merged records show one hit under the lead; apart each has its own, decided alike', async () => {
  const vault = await listedVault();
  await vault.importTable(
    'people.csv',
    'Full name,Date of birth\nAlexandru Tcaciuc,1985-03-14\nOleksandr Tkachuk,1985-03-14\n',
  );
  await vault.load(vault.write('first.csv', FIRST));
  const { rows } = await vault.hits();
  expect(rows).toHaveLength(2);
  const [lead = '', member = ''] = rows.map(({ entity }) => entity.id);
  await vault.ask('entity.merge', {
    leadId: lead,
    memberIds: [member],
    reason: 'one man',
  });
  const together = await vault.hits();
  expect(together.rows.map(({ entity }) => entity.id)).toEqual([lead]);
  await vault.ask('list.decide', { hitIds: [together.rows[0]?.id ?? ''], state: 'confirmed', reason: '' });
  const { members } = await vault.ask('entity.members', { entityId: lead });
  await vault.ask('entity.unmerge', { mergeId: members[0]?.mergeId ?? '', reason: '' });
  expect((await vault.hits()).rows.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
});

test('the same file is no new version, and a list taken away takes its hits along', async () => {
  const vault = await vaultWithHits();
  const path = vault.write('again.csv', FIRST);
  const { mapping } = await vault.ask('list.inspect', { path });
  const { jobId } = await vault.ask('list.add', {
    path,
    mapping,
    list: { id: vault.listId },
    validFrom: null,
    validTo: null,
  });
  expect((await vault.engine.context.jobs.finished(jobId)).error?.code).toBe('lists.same-file');
  await vault.ask('list.remove', { listId: vault.listId, reason: 'withdrawn by its owner' });
  expect((await vault.hits()).rows).toEqual([]);
  expect((await vault.ask('list.all', {})).lists).toEqual([]);
});
