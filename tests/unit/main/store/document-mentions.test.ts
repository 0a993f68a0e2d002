import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EntityType } from '../../../../src/core/model/entity-types.ts';
import { ask, finished, refusal } from '../../../helpers/answers.ts';
import { docx, pdf } from '../../../helpers/documents.ts';
import { type TestEngine, testEngine } from '../../../helpers/engine.ts';
import { temporaryFolder } from '../../../helpers/vault.ts';

const STATEMENT = [
  'Свідок Олену Коваль бачила біля вокзалу. Потерпіла Марія Гнатюк поїхала на авто АА1234ВВ.',
  'Телефон Марії +380671234567, пошта driver@example.org, рахунок MD24AG000225100013104168.',
];

interface Case {
  readonly engine: TestEngine;
  readonly fileId: string;
  add(type: EntityType, label: string, status?: 'victim' | 'witness'): Promise<string>;
  load(name: string, bytes: Uint8Array): Promise<string>;
}

async function newCase(): Promise<Case> {
  const engine = testEngine();
  await engine.create();
  const { id: fileId } = await ask(engine, 'analysisFile.create', {
    reference: 'CAF-1',
    title: 'Справа',
    purpose: 'test',
    crimeAreas: [],
    legalBasis: '',
    originator: '',
    participants: [],
    subjectCategories: [],
    storageMonths: null,
    reviewDate: null,
    conditions: '',
    marking: { level: 'restricted', handling: ['H1'] },
  });
  return {
    engine,
    fileId,
    async add(type, label, status) {
      const wish = { fileId, type, label, ...(status === undefined ? {} : { status }) };
      return (await ask(engine, 'entity.create', wish)).entity.id;
    },
    async load(name, bytes) {
      const path = join(temporaryFolder(), name);
      writeFileSync(path, bytes);
      const { suggested: specification } = await ask(engine, 'import.inspect', { path, fileId });
      await finished(
        engine,
        await ask(engine, 'import.start', { fileId, path, specification, dryRun: false }),
      );
      const row = engine.context
        .database()
        .one<{ id: string }>("SELECT id FROM entity WHERE type = 'document' ORDER BY seq DESC");
      return row?.id ?? '';
    },
  };
}

const mentionsOf = async ({ engine }: Case, documentId: string) =>
  (await ask(engine, 'document.mentions', { documentId })).mentions;

test('numbers and known names of a document are offered with their context, and nothing is linked', async () => {
  const one = await newCase();
  const olena = await one.add('person', 'Коваль Олена');
  const phone = await one.add('phone', '+380671234567');
  const document = await one.load('допит.docx', docx({ title: 'Допит', paragraphs: STATEMENT }));
  const mentions = await mentionsOf(one, document);
  expect(mentions.map(({ kind, raw, type }) => [kind, raw, type])).toEqual([
    ['name', 'Олену Коваль', null],
    ['plate', 'АА1234ВВ', 'vehicle'],
    ['phone', '+380671234567', 'phone'],
    ['email', 'driver@example.org', 'email'],
    ['iban', 'MD24AG000225100013104168', 'bank_account'],
  ]);
  expect(mentions.map(({ entities }) => entities.map(({ id, linked }) => [id, linked]))).toEqual([
    [[olena, false]],
    [],
    [[phone, false]],
    [],
    [],
  ]);
  expect(mentions[1]).toMatchObject({
    page: null,
    after: '. Телефон Марії +380671234567, пошта driver@example.org, рахунок…',
  });
  const links = one.engine.context.database().all('SELECT 1 FROM link');
  expect(links).toEqual([]);
});

test('a link is one command with the document as its source, and can be undone', async () => {
  const one = await newCase();
  const olena = await one.add('person', 'Коваль Олена');
  const document = await one.load('a.pdf', pdf(['Перша', 'Бачив Олену Коваль', 'тел. +380671234567']));
  const { engine, fileId } = one;
  await ask(engine, 'document.link', { documentId: document, target: { entityId: olena } });
  const phone = (await mentionsOf(one, document)).find(({ kind }) => kind === 'phone');
  expect(phone).toMatchObject({ page: 3, part: 3 });
  const { part = 0, offset = 0 } = phone ?? {};
  const { entityId } = await ask(engine, 'document.link', {
    documentId: document,
    target: { kind: 'phone', part, offset },
  });
  expect(
    (await mentionsOf(one, document)).map(({ entities }) => entities.map(({ id, linked }) => [id, linked])),
  ).toEqual([[[olena, true]], [[entityId, true]]]);
  const database = engine.context.database();
  expect(database.all('SELECT kind, value FROM identifier')).toEqual([
    { kind: 'phone', value: '+380671234567' },
  ]);
  const sources = database.all(
    'SELECT DISTINCT source.kind FROM assertion JOIN source ON source.seq = source_seq WHERE link_seq IS NOT NULL',
  );
  expect(sources).toEqual([{ kind: 'import' }]);
  const again = { documentId: document, target: { entityId: olena } };
  expect(await refusal(engine, 'document.link', again)).toBe('store.already-linked');
  await ask(engine, 'journal.undo', { fileId });
  expect(database.all("SELECT label FROM entity WHERE type = 'phone'")).toEqual([]);
  expect((await mentionsOf(one, document)).map(({ entities }) => entities.length)).toEqual([1, 0]);
});

test('protected people stay shut in mentions, in the text around others and in what the search shows', async () => {
  const one = await newCase();
  const maria = await one.add('person', 'Гнатюк Марія', 'victim');
  const passport = { kind: 'document-number', raw: '009876543' };
  await ask(one.engine, 'entity.edit', { entityId: maria, identifiers: [passport] });
  const paragraphs = [...STATEMENT, 'Паспорт 009876543 віддали на пошті вокзалу.'];
  const document = await one.load('допит.docx', docx({ title: 'Допит', paragraphs }));
  const answer = await ask(one.engine, 'document.mentions', { documentId: document });
  expect(answer.mentions[0]).toMatchObject({ kind: 'name', raw: '', entities: [{ protected: true }] });
  expect(JSON.stringify(answer)).not.toMatch(/Марі|Гнатюк|009876543/);
  const found = await ask(one.engine, 'search.query', { fileId: one.fileId, text: 'вокзалу', limit: 10 });
  expect(found.hits).toMatchObject([{ why: 'text', entity: { id: document }, found: { page: null } }]);
  expect(found.hits[0]?.found?.snippet).toContain('вокзалу');
  expect(JSON.stringify(found)).not.toMatch(/Марі|Гнатюк|009876543/);
});

test('deleting a document takes its text from the search; undo brings it back', async () => {
  const one = await newCase();
  const document = await one.load('a.pdf', pdf(['Перша', 'Бачив авто']));
  const { engine, fileId } = one;
  const found = async () =>
    (await ask(engine, 'search.query', { fileId, text: 'авто', limit: 10 })).hits.map(
      ({ found: at }) => at?.page,
    );
  expect(await found()).toEqual([2]);
  await ask(engine, 'entity.delete', { entityId: document, reason: 'test' });
  expect(await found()).toEqual([]);
  await ask(engine, 'journal.undo', { fileId });
  expect(await found()).toEqual([2]);
});

test('an import taken back takes the text along although a link keeps the document; redo brings it once', async () => {
  const one = await newCase();
  const { engine, fileId } = one;
  const olena = await one.add('person', 'Коваль Олена');
  const document = await one.load('a.pdf', pdf(['Перша', 'Бачив Олену Коваль']));
  await ask(engine, 'document.link', { documentId: document, target: { entityId: olena } });
  const texts = () => engine.context.database().all('SELECT page, text FROM document_page ORDER BY page');
  const before = texts();
  expect(before).toHaveLength(2);
  const [batch] = (await ask(engine, 'import.batches', { fileId })).batches;
  await finished(engine, await ask(engine, 'import.undo', { batchId: batch?.id ?? '' }));
  expect(texts()).toEqual([]);
  await ask(engine, 'journal.undo', { fileId });
  expect(texts()).toEqual(before);
});

test('only documents have mentions', async () => {
  const one = await newCase();
  const phone = await one.add('phone', '+380671234567');
  expect(await refusal(one.engine, 'document.mentions', { documentId: phone })).toBe(
    'store.no-such-document',
  );
});
