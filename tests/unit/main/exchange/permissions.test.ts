import { describe, expect, test } from 'vitest';
import { exchangeHandlers } from '../../../../src/main/exchange/handlers.ts';
import { redo, undo } from '../../../../src/main/store/journal.ts';
import { verifyAudit } from '../../../../src/main/vault/audit.ts';
import { BY } from '../../../helpers/database.ts';
import { MARKERS, type PackageVault, packageVault } from '../../../helpers/package-vault.ts';

const GRANTED = Date.UTC(2026, 3, 20);
const FILE = 1;

function sourceId(vault: PackageVault, reference: string): string {
  return vault.database.one<{ id: string }>('SELECT id FROM source WHERE reference = ?', reference)?.id ?? '';
}

function permission(vault: PackageVault, reference = 'S-3', recipients = ['RO', 'MD']) {
  return {
    sourceId: sourceId(vault, reference),
    recipients,
    grantedBy: 'NCB Kyiv, duty officer',
    granted: GRANTED,
    scope: 'case meeting in Iași only',
    document: 'UA-2026-0417',
  };
}

const shown = async (vault: PackageVault) => {
  const given = await exchangeHandlers['package.preview'](vault.context, vault.selection);
  return {
    labels: given.entities.map((one) => one.label),
    blocked: given.blocked.map((one) => one.reference),
  };
};
const list = (vault: PackageVault) =>
  exchangeHandlers['permission.list'](vault.context, { fileId: vault.fileId }).permissions;

describe('permissions', () => {
  test('let a source go to the recipients they name, and are listed with who, when, scope and document', async () => {
    const vault = packageVault('');
    expect((await shown(vault)).labels).not.toContain(MARKERS.h2);
    exchangeHandlers['permission.add'](vault.context, permission(vault, 'S-3', ['RO']));
    expect((await shown(vault)).blocked).toEqual(['S-2', 'S-3']);
    exchangeHandlers['permission.add'](vault.context, permission(vault, 'S-3', ['md']));
    expect((await shown(vault)).labels).toContain(MARKERS.h2);
    expect((await shown(vault)).blocked).toEqual(['S-2']);
    expect(list(vault)).toMatchObject([
      {
        sourceReference: 'S-3',
        recipient: 'RO',
        grantedBy: 'NCB Kyiv, duty officer',
        granted: GRANTED,
        scope: 'case meeting in Iași only',
        document: 'UA-2026-0417',
      },
      { recipient: 'md' },
    ]);
  });

  test('stand in the audit chain when given and when withdrawn, with the reason', () => {
    const vault = packageVault('');
    exchangeHandlers['permission.add'](vault.context, permission(vault));
    const [first] = list(vault);
    const withdrawal = { permissionId: first?.id ?? '', reason: 'the provider took it back' };
    exchangeHandlers['permission.withdraw'](vault.context, withdrawal);
    expect(list(vault).map((one) => one.recipient)).toEqual(['MD']);
    const entries = vault.database.all<{ action: string; reason: string; details: string }>(
      'SELECT action, reason, details FROM audit ORDER BY seq',
    );
    expect(entries).toMatchObject([
      { action: 'permission-add', reason: 'case meeting in Iași only' },
      { action: 'permission-withdraw', reason: 'the provider took it back' },
    ]);
    expect(JSON.parse(entries[0]?.details ?? '')).toMatchObject({
      source: 'S-3',
      recipients: ['RO', 'MD'],
      granted: '2026-04-20',
      document: 'UA-2026-0417',
    });
    expect(verifyAudit(vault.database).firstBroken).toBeNull();
    expect(() => exchangeHandlers['permission.withdraw'](vault.context, withdrawal)).toThrow(
      'package.no-permission',
    );
  });

  test('can be undone and done again, both ways, under the same ids', async () => {
    const vault = packageVault('');
    exchangeHandlers['permission.add'](vault.context, permission(vault));
    const given = list(vault);
    exchangeHandlers['permission.withdraw'](vault.context, {
      permissionId: given[0]?.id ?? '',
      reason: 'entered for the wrong source',
    });
    const withdrawn = list(vault);
    await undo(vault.database, FILE, BY);
    expect(new Set(list(vault))).toEqual(new Set(given));
    await undo(vault.database, FILE, BY);
    expect(list(vault)).toEqual([]);
    await redo(vault.database, FILE, BY);
    expect(list(vault)).toEqual(given);
    await redo(vault.database, FILE, BY);
    expect(list(vault)).toEqual(withdrawn);
  });

  test('of a source that is not there or of a day to come are refused', () => {
    const vault = packageVault('');
    const add = (change: object) => () =>
      exchangeHandlers['permission.add'](vault.context, { ...permission(vault), ...change });
    expect(add({ sourceId: 'nothing' })).toThrow('package.no-source');
    expect(add({ granted: Date.UTC(2026, 4, 3) })).toThrow('package.permission-ahead');
    expect(list(vault)).toEqual([]);
    expect(vault.database.all('SELECT * FROM audit')).toEqual([]);
  });
});
