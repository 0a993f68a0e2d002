import { describe, expect, test } from 'vitest';
import { disclose } from '../../../../src/core/evidence/disclosure.ts';
import { collect } from '../../../../src/main/exchange/collect.ts';
import { exchangeHandlers } from '../../../../src/main/exchange/handlers.ts';
import { seal } from '../../../../src/main/exchange/seal.ts';
import { filledViewer } from '../../../../src/main/exchange/viewer-template.ts';
import { MARKERS, packageVault, quietProgress, testPassphrase } from '../../../helpers/package-vault.ts';

const breathe = async () => undefined;

describe('preview', () => {
  test('is the same twice, and another selection is another set', async () => {
    const vault = packageVault('');
    const first = await exchangeHandlers['package.preview'](vault.context, vault.selection);
    expect(await exchangeHandlers['package.preview'](vault.context, vault.selection)).toEqual(first);
    const two = [vault.entityIds.p0 ?? '', vault.entityIds.p1 ?? ''];
    const part = await exchangeHandlers['package.preview'](vault.context, {
      ...vault.selection,
      entityIds: two,
    });
    expect(part.dataHash).not.toBe(first.dataHash);
    expect(part.counts.entities).toBe(2);
    const { victim } = vault.entityIds;
    expect(first.pseudonymised).toEqual([{ entityId: victim, label: 'Victim 1', inFile: 'Victim 2' }]);
    expect(first.marking).toEqual({
      level: 'restricted',
      handling: ['H1'],
      handlingTexts: [],
      tlp: null,
      recipients: null,
    });
  });

  test('a release by name shows the person and needs one who is chosen', async () => {
    const vault = packageVault('');
    const released = [{ entityId: vault.entityIds.victim ?? '', reason: 'consented' }];
    const shown = await exchangeHandlers['package.preview'](vault.context, { ...vault.selection, released });
    expect(shown.entities.map((one) => one.label)).toContain(MARKERS.victim);
    const other = { ...vault.selection, entityIds: [vault.entityIds.p0 ?? ''], released };
    await expect(exchangeHandlers['package.preview'](vault.context, other)).rejects.toThrow(
      'package.unknown-release',
    );
  });

  test("a victim's phone and name are hidden also where the victim was not chosen and the link is of another time", async () => {
    const vault = packageVault('');
    vault.database.run('UPDATE link SET start_at = 1, end_at = 2');
    const { data, surroundings } = await collect(
      vault.database,
      {
        ...vault.selection,
        entityIds: [vault.entityIds.victimPhone ?? '', vault.entityIds.suspect ?? ''],
        period: { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 9) },
      },
      breathe,
    );
    expect(data.entities).toHaveLength(2);
    const leaves = disclose(data, { recipients: ['RO'], permissions: [], released: [], surroundings });
    const text = JSON.stringify(leaves.data);
    expect(text).not.toContain(MARKERS.victim);
    expect(text).not.toContain(MARKERS.victimPhone);
    expect(leaves.data.entities.map((one) => one.label)).toContain('Victim 1 – 2');
  });

  test('the name of a protected person is not in the preview until the release, and not after it was taken back', async () => {
    const vault = packageVault('');
    const { victim = '' } = vault.entityIds;
    const show = (released: { entityId: string; reason: string }[]) =>
      exchangeHandlers['package.preview'](vault.context, { ...vault.selection, released });
    const closed = await show([]);
    expect(JSON.stringify(closed)).not.toContain(MARKERS.victim);
    expect(vault.database.all('SELECT action FROM audit')).toEqual([]);

    const reason = 'asked to be heard in Iași';
    const open = await show([{ entityId: victim, reason }]);
    expect(open.released).toEqual([{ entityId: victim, reason, label: MARKERS.victim, inFile: 'Victim 2' }]);
    expect(open.pseudonymised).toEqual([]);
    expect(vault.database.all('SELECT action, object, reason FROM audit')).toEqual([
      { action: 'view-protected', object: `entity:${victim}`, reason },
    ]);
    expect(await show([])).toEqual(closed);
  });

  test('who is released is still held back by sources that may not go', async () => {
    const vault = packageVault('');
    const { secret = '' } = vault.entityIds;
    vault.database.run("UPDATE entity SET status = 'witness' WHERE id = ?", secret);
    const released = [{ entityId: secret, reason: 'consented' }];
    const shown = await exchangeHandlers['package.preview'](vault.context, { ...vault.selection, released });
    expect(shown.released).toMatchObject([{ entityId: secret, label: null }]);
    expect(JSON.stringify(shown)).not.toContain(MARKERS.blocked);
    expect(vault.database.all('SELECT action FROM audit')).toEqual([]);
  });

  test('names the sources that hold something back, why, whom to ask and for whom', async () => {
    const vault = packageVault('');
    const shown = await exchangeHandlers['package.preview'](vault.context, vault.selection);
    expect(shown.blocked).toMatchObject([
      { reference: 'S-2', originator: 'UA', reason: 'recipient-not-allowed', recipients: ['RO', 'MD'] },
      { reference: 'S-3', originator: 'UA', reason: 'recipient-not-allowed', recipients: ['RO', 'MD'] },
    ]);
    const { blocked } = await exchangeHandlers['package.preview'](vault.context, {
      ...vault.selection,
      recipients: ['RO'],
    });
    expect(blocked).toMatchObject([
      { reference: 'S-2', reason: 'recipient-not-allowed', items: 8 },
      { reference: 'S-3', reason: 'H2', recipients: ['RO'], items: 1 },
    ]);
  });

  test('shows a selection of which nothing may go, so that one sees what holds it', async () => {
    const vault = packageVault('');
    const only = { ...vault.selection, entityIds: [vault.entityIds.secret ?? ''] };
    const shown = await exchangeHandlers['package.preview'](vault.context, only);
    expect(shown.counts).toMatchObject({ entities: 0, events: 0 });
    expect(shown.blocked).toMatchObject([{ reference: 'S-2' }]);
    const order = { selection: only, recipientKeys: [], path: '', language: 'en' as const };
    const passphrase = testPassphrase();
    await expect(seal(vault.context, { ...order, passphrase }, quietProgress())).rejects.toThrow(
      'package.nothing-left',
    );
  });

  test('keys are made once and kept in the vault', async () => {
    const vault = packageVault('');
    const keys = await exchangeHandlers['exchange.keys'](vault.context);
    expect(keys.recipient).toMatch(/^age1/u);
    expect(await exchangeHandlers['exchange.keys'](vault.context)).toEqual(keys);
  });
});

test('the period leaves out what lies outside it, also undated events', async () => {
  const vault = packageVault('', 40);
  vault.database.run('UPDATE event SET start_at = NULL WHERE source_row = 2');
  const from = Date.UTC(2026, 2, 1);
  const { data } = await collect(
    vault.database,
    { ...vault.selection, period: { from, to: from + 10 * 3_400_000 } },
    breathe,
  );
  expect(data.events.map((event) => event.row)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(new Set(data.events.map((event) => event.id)).size).toBe(10);
});

test('no text of a case can end the script element of the viewer', () => {
  const template = '<p><script type="application/json" id="case-data">null</script></p>';
  const page = filledViewer(template, '{}', JSON.stringify({ label: '</script><img src=x>$&' }), 'en');
  expect(page.match(/<\/script>/gu)).toHaveLength(1);
  const json = /id="case-data">(.*)<\/script>/u.exec(page)?.[1] ?? '';
  expect(JSON.parse(json).data.label).toBe('</script><img src=x>$&');
});
