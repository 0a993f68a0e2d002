import { describe, expect, test } from 'vitest';
import type { PackageSelection } from '../../../../src/contract/exchange.ts';
import type { CaseData } from '../../../../src/core/evidence/case-data.ts';
import { chartLines } from '../../../../src/core/evidence/chart-lines.ts';
import { csvFiles } from '../../../../src/main/exchange/csv.ts';
import { dataSet } from '../../../../src/main/exchange/data-set.ts';
import { exchangeHandlers } from '../../../../src/main/exchange/handlers.ts';
import { recordDisclosure } from '../../../../src/main/exchange/record.ts';
import { filledViewer } from '../../../../src/main/exchange/viewer-template.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { MARKERS, packageVault } from '../../../helpers/package-vault.ts';
import { storeContext } from '../../../helpers/seed.ts';

const SUSPECT = 'Тарас';
const breathe = async () => undefined;
const TEMPLATE = '<script type="application/json" id="case-data">null</script>';

function vault() {
  const made = packageVault('');
  const context = storeContext(made.database);
  const id = (name: string): string => made.entityIds[name] ?? '';
  const leaving = (change: Partial<PackageSelection> = {}) =>
    dataSet(made.database, { ...made.selection, ...change }, breathe);
  return {
    ...made,
    context,
    id,
    leaving,
    merge: async (lead: string, ...members: string[]) =>
      storeHandlers['entity.merge'](context, {
        leadId: id(lead),
        memberIds: members.map(id),
        reason: 'the same person',
      }),
    /** Everything a receiver or a reader of the preview gets to read. */
    async text(change: Partial<PackageSelection> = {}): Promise<string> {
      const set = await leaving(change);
      const preview = await exchangeHandlers['package.preview'](context, { ...made.selection, ...change });
      const page = filledViewer(TEMPLATE, '{}', set.json, 'en');
      return [set.json, JSON.stringify(preview), page, ...csvFiles(set).values()].join('\n');
    },
  };
}

function named(data: CaseData, label: string) {
  return data.entities.find((one) => one.label.includes(label));
}

describe('a merged record of which one member is a victim', () => {
  test('goes under one stand-in, whichever leads, with both names and both phones hidden', async () => {
    for (const [lead, member] of [
      ['suspect', 'victim'],
      ['victim', 'suspect'],
    ] as const) {
      const one = vault();
      await one.merge(lead, member);
      const { data, pseudonymised } = await one.leaving();
      expect(data.entities.filter((entity) => entity.label === 'Victim 1')).toMatchObject([
        { status: 'victim', pseudonym: true, identifiers: [], properties: {} },
      ]);
      expect(pseudonymised.filter((stand) => stand.person)).toHaveLength(1);
      const text = await one.text();
      for (const word of [SUSPECT, MARKERS.victim, MARKERS.victimPhone, '+40700000000'])
        expect(text).not.toContain(word);
      for (const record of [lead, member]) expect(text.includes(`"id":"${one.id(record)}"`)).toBe(false);
    }
  });

  test('is hidden in texts of others by all its names, dates of birth and numbers', async () => {
    const one = vault();
    const { database } = one;
    database.run(
      `UPDATE entity SET properties = '{"birthDate":"1991-07-14","nickname":"Pelican"}' WHERE id = ?`,
      one.id('suspect'),
    );
    database.run(
      `INSERT INTO assertion (id, file_seq, source_seq, entity_seq, property, value, created_at)
       SELECT 'n', file_seq, (SELECT min(seq) FROM source), seq, 'note', 'Pelican, born 1991-07-14, called from here', 1 FROM entity WHERE id = ?`,
      one.id('p3'),
    );
    await one.merge('victim', 'suspect');
    const text = await one.text();
    expect(text).toContain('called from here');
    expect(text).not.toContain('Pelican');
    expect(text).not.toContain('1991-07-14');
  });

  test('hides a phone that is merged with the phone of a victim', async () => {
    const one = vault();
    await one.merge('p3', 'victimPhone');
    const text = await one.text();
    expect(text).not.toContain(MARKERS.victimPhone);
    expect(text).not.toContain('+40700000003');
  });

  test('is released as one person by any of its records, and the audit names them all', async () => {
    const one = vault();
    await one.merge('suspect', 'victim');
    const records = [one.id('suspect'), one.id('victim')];
    const [entityId = ''] = records;
    for (const asked of records) {
      const released = [{ entityId: asked, reason: 'consented' }];
      const preview = await exchangeHandlers['package.preview'](one.context, { ...one.selection, released });
      expect(preview.released).toMatchObject([
        { entityId, records, inFile: 'Victim 2', reason: 'consented', others: [MARKERS.victim] },
      ]);
      expect(preview.entities.filter((entity) => entity.others?.includes(MARKERS.victim))).toHaveLength(1);
      expect(preview.pseudonymised).toEqual([]);
      const entry = one.database.one<{ object: string; details: string }>(
        "SELECT object, details FROM audit WHERE action = 'view-protected' ORDER BY seq DESC",
      );
      expect(entry?.object).toBe(`entity:${entityId}`);
      expect(JSON.parse(entry?.details ?? '{}')).toMatchObject({ records });
    }
    const both = records.map((asked) => ({ entityId: asked, reason: 'consented' }));
    const set = await one.leaving({ released: both });
    expect(set.released).toHaveLength(1);
    expect(named(set.data, SUSPECT)?.members).toMatchObject([{ label: MARKERS.victim, status: 'victim' }]);
  });

  test('does not tell that a member is an informant, also when it is released', async () => {
    const one = vault();
    one.database.run("UPDATE entity SET status = 'informant' WHERE id = ?", one.id('suspect'));
    await one.merge('victim', 'suspect');
    const released = [{ entityId: one.id('victim'), reason: 'consented' }];
    expect((await one.leaving({ released })).json).not.toContain('informant');
    expect((await one.leaving()).json).not.toContain('informant');
  });

  test('is two again after the merge is taken back', async () => {
    const one = vault();
    const before = await one.leaving();
    const { mergeId } = await one.merge('suspect', 'victim');
    expect((await one.leaving()).dataHash).not.toBe(before.dataHash);
    await storeHandlers['entity.unmerge'](one.context, { mergeId });
    const after = await one.leaving();
    expect(after.dataHash).toBe(before.dataHash);
    expect(named(after.data, SUSPECT)).toMatchObject({ status: 'suspect', pseudonym: false });
  });
});

/** Nothing about the lead itself is held back. */
function wholeLead() {
  const one = vault();
  one.database.run('DELETE FROM assertion WHERE value = ?', MARKERS.noRecipient);
  one.database.run(`UPDATE entity SET properties = '{"hair":"grey"}' WHERE id = ?`, one.id('suspect'));
  return one;
}

describe('a merged record of which one member may not leave', () => {
  test('goes as its lead alone, with what the lead has', async () => {
    const one = wholeLead();
    const before = await one.leaving();
    expect(named(before.data, SUSPECT)?.properties).toEqual({ hair: 'grey' });
    await one.merge('suspect', 'secret');
    const { data } = await one.leaving();
    expect(named(data, SUSPECT)).toEqual(named(before.data, SUSPECT));
    expect(data.facts).toEqual(before.data.facts);
    expect(await one.text()).not.toContain(MARKERS.blocked);
  });

  test('goes as the member that may, under its own id, where the lead may not', async () => {
    const one = vault();
    const before = await one.leaving();
    await one.merge('secret', 'suspect');
    const { data, counts } = await one.leaving();
    expect(named(data, SUSPECT)).toEqual(named(before.data, SUSPECT));
    expect(counts.entities).toBe(before.counts.entities);
    const text = await one.text();
    expect(text).not.toContain(MARKERS.blocked);
    expect(text).not.toContain(one.id('secret'));
  });

  test('protects what leaves also where the victim is the one that stays', async () => {
    const one = vault();
    one.database.run("UPDATE entity SET status = 'victim' WHERE id = ?", one.id('secret'));
    await one.merge('suspect', 'secret');
    const { data } = await one.leaving();
    expect(named(data, SUSPECT)).toBeUndefined();
    const protectedOnes = data.entities.filter((entity) => entity.pseudonym && entity.type === 'person');
    expect(protectedOnes.map((entity) => entity.status)).toEqual(['victim', 'victim']);
    expect(await one.text()).not.toContain(MARKERS.blocked);
  });

  test('does not tell a name that no fact but a withheld import gave', async () => {
    const one = wholeLead();
    const { database } = one;
    const batch = database.run(
      `INSERT INTO batch (id, file_seq, source_seq, kind, file_name, specification, event_prefix, rows, imported, rejected, report, created_at)
       SELECT 'secret', file_seq, seq, 'import', 'x.csv', '{}', 'x', 0, 0, 0, '{}', 1 FROM source WHERE reference = 'S-2'`,
    ).lastSeq;
    database.run(
      `UPDATE entity SET batch_seq = ?, properties = '{"alias":"Ocelot"}' WHERE id = ?`,
      batch,
      one.id('secret'),
    );
    database.run(
      'DELETE FROM assertion WHERE entity_seq = (SELECT seq FROM entity WHERE id = ?)',
      one.id('secret'),
    );
    await one.merge('suspect', 'secret');
    const text = await one.text();
    expect(text).toContain(SUSPECT);
    expect(text).not.toContain(MARKERS.blocked);
    expect(text).not.toContain('Ocelot');
  });

  test('keeps a name that a permitted record of it has too', async () => {
    const one = vault();
    const name = 'Ionela Albatros';
    for (const record of ['secret', 'p3'])
      one.database.run("UPDATE entity SET type = 'person', label = ? WHERE id = ?", name, one.id(record));
    one.database.run(
      "UPDATE assertion SET property = 'name', value = ? WHERE entity_seq IN (SELECT seq FROM entity WHERE label = ?)",
      name,
      name,
    );
    await one.merge('p3', 'secret');
    const { data } = await one.leaving();
    expect(named(data, name)).toMatchObject({ id: one.id('p3') });
  });
});

describe('a merged record whose members may all leave', () => {
  test('goes as one that can be taken apart: members, their facts and the ends of their links', async () => {
    const one = vault();
    one.database.run("UPDATE assertion SET source_seq = (SELECT min(seq) FROM source) WHERE value <> ''");
    const before = await one.leaving();
    await one.merge('suspect', 'secret');
    const { data, counts } = await one.leaving();
    const [lead, member] = [one.id('suspect'), one.id('secret')];
    expect(named(data, SUSPECT)).toMatchObject({
      id: lead,
      members: [{ id: member, label: MARKERS.blocked, type: 'person', status: 'suspect' }],
    });
    expect(data.facts.filter((fact) => fact.aboutId === lead && fact.recordId === member)).toMatchObject([
      { property: 'name', value: MARKERS.blocked },
    ]);
    expect(data.links.find((link) => link.type === 'associate_of')).toMatchObject({
      from: lead,
      to: lead,
      toRecord: member,
    });
    expect(chartLines(data).filter((line) => line.type === 'associate_of')).toEqual([]);
    expect(counts.entities).toBe(before.counts.entities - 1);
    expect(data.facts).toHaveLength(before.data.facts.length);
    expect(JSON.stringify(data)).not.toContain('leadId');
  });

  test('is in the tables row by row', async () => {
    const one = vault();
    await one.merge('p3', 'p4');
    const tables = csvFiles(await one.leaving());
    const rows = (tables.get('data/entities.csv') ?? '')
      .split('\r\n')
      .filter((row) => row.includes('+4070000000'));
    const own = (name: string) => rows.find((row) => row.startsWith(one.id(name)));
    expect(own('p3')?.endsWith(',')).toBe(true);
    expect(own('p4')?.endsWith(`,${one.id('p3')}`)).toBe(true);
    const facts = (tables.get('data/facts.csv') ?? '').split('\r\n');
    expect(facts.some((row) => row.includes('+40700000004') && row.endsWith(`,${one.id('p4')}`))).toBe(true);
  });

  test('is chosen whole by any of its records, on a chart too', async () => {
    const one = vault();
    await one.merge('p3', 'p4');
    for (const chosen of ['p3', 'p4']) {
      const { data } = await one.leaving({ entityIds: [one.id(chosen)] });
      expect(data.entities.map((entity) => [entity.id, entity.members?.map((member) => member.id)])).toEqual([
        [one.id('p3'), [one.id('p4')]],
      ]);
    }
    const { id: chartId } = await storeHandlers['chart.create'](one.context, {
      fileId: one.fileId,
      name: 'One phone',
      members: { [one.id('p4')]: { x: 5, y: 6 } },
    });
    const { data } = await one.leaving({ chartId });
    expect(data.entities).toMatchObject([{ id: one.id('p3'), position: [5, 6] }]);
  });

  test('names the member at each end, and draws no line within itself', async () => {
    const one = vault();
    await one.merge('p1', 'p2', 'p3', 'p4');
    const { data, lines } = await one.leaving();
    const lead = one.id('p1');
    const inside = data.events.filter((event) => event.from === lead && event.to === lead);
    const toItself = inside.filter((event) => event.fromRecord === event.toRecord);
    expect(inside.length).toBeGreaterThan(toItself.length);
    expect(toItself.length).toBeGreaterThan(0);
    const own = lines.filter((line) => line.from === lead && line.to === lead);
    expect(own.map((line) => line.count)).toEqual([toItself.length]);
  });

  test('is on record with every record of it, also behind a stand-in', async () => {
    const one = vault();
    await one.merge('p3', 'p4');
    await one.merge('victim', 'suspect');
    const set = await one.leaving();
    const manifest = { reference: 'R', recipients: [], withheld: [] } as never;
    one.database.transaction(() =>
      recordDisclosure(one.context, { selection: one.selection, set, manifest, sha256: '', created: 1 }),
    );
    const items = one.database
      .all<{ id: string }>("SELECT object_id AS id FROM package_item WHERE object_kind = 'entity'")
      .map((row) => row.id);
    for (const name of ['p3', 'p4', 'victim', 'suspect']) expect(items).toContain(one.id(name));
    expect(items.some((id) => id.startsWith('protected-'))).toBe(false);
  });
});
